import { GetItemCommand } from 'dynamodb-toolbox/entity/actions/get'
import { PutTransaction } from 'dynamodb-toolbox/entity/actions/transactPut'
import { execute } from 'dynamodb-toolbox/entity/actions/transactWrite'
import type { FirstPeople } from '../../tenants/ports.ts'
import { patiently } from '../busy.ts'
import { conditionFailed, expectAbsent } from './expectations.ts'
import { personEntity, phoneEntity } from './staff-entities.ts'
import { perScope } from './stores.ts'

/** The first administrators of a county by its code, in that county's own people table. */
export const createFirstPeople = (): ((tenant: string) => FirstPeople) =>
  perScope((scope, open) => ({
    keep: (person, { name, phone }) =>
      patiently(async () => {
        const { client, people } = await open()
        const writes = [
          personEntity(people)
            .build(PutTransaction)
            .item({ scope, person, name, phone })
            .options({ condition: expectAbsent('phone') }),
          // whoever is named again after a failed onboarding is another person with the same number
          phoneEntity(people).build(PutTransaction).item({ scope, phone, person }),
        ] as const
        await conditionFailed(execute({ documentClient: client }, ...writes), 'kept', 'there already')
      }),
    isKept: (person) =>
      patiently(async () => {
        const { people } = await open()
        const get = personEntity(people).build(GetItemCommand).key({ scope, person })
        return (await get.options({ consistent: true }).send()).Item !== undefined
      }),
  }))
