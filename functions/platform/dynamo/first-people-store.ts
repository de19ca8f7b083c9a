import { GetItemCommand } from 'dynamodb-toolbox/entity/actions/get'
import { PutItemCommand } from 'dynamodb-toolbox/entity/actions/put'
import type { FirstPeople } from '../../tenants/ports.ts'
import { patiently } from '../busy.ts'
import { conditionFailed, expectAbsent } from './expectations.ts'
import { personEntity } from './person-entity.ts'
import { perScope } from './stores.ts'

/** The first administrators of a county by its code, in that county's own people table. */
export const createFirstPeople = (): ((tenant: string) => FirstPeople) =>
  perScope((scope, open) => ({
    keep: (person, { name, phone }) =>
      patiently(async () => {
        const people = personEntity((await open()).people)
        const put = people
          .build(PutItemCommand)
          .item({ scope, person, name, phone })
          .options({ condition: expectAbsent('phone') })
        await conditionFailed(put.send(), 'kept', 'there already')
      }),
    isKept: (person) =>
      patiently(async () => {
        const { Item } = await personEntity((await open()).people)
          .build(GetItemCommand)
          .key({ scope, person })
          .options({ consistent: true, attributes: ['person'] })
          .send()
        return Item !== undefined
      }),
  }))
