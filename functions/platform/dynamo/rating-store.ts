import { Entity } from 'dynamodb-toolbox/entity'
import { GetItemCommand } from 'dynamodb-toolbox/entity/actions/get'
import { PutTransaction } from 'dynamodb-toolbox/entity/actions/transactPut'
import { item } from 'dynamodb-toolbox/schema/item'
import { number } from 'dynamodb-toolbox/schema/number'
import { string } from 'dynamodb-toolbox/schema/string'
import { ratings } from '#shared/intake/citizen-contract'
import type { RatingStore } from '../../intake/ports.ts'
import { patiently } from '../busy.ts'
import { perObject } from '../kept.ts'
import { expectAbsent } from './expectations.ts'
import { casePartition } from './keys.ts'
import { scopeLedger } from './scope-ledger.ts'
import type { Open } from './stores.ts'
import type { TenantTable } from './tables.ts'

const ratingEntity = /* @__PURE__ */ perObject(
  (table: TenantTable) =>
    new Entity({
      name: 'Rating',
      table,
      timestamps: false,
      schema: item({
        tenant: string().key(),
        id: string().key(),
        episode: number().key(),
        rating: string().enum(...ratings),
        at: string(),
      }),
      computeKey: ({ tenant, id, episode }) => ({ pk: casePartition(tenant, id), sk: `RATING#${episode}` }),
    }),
)

/** What reporters said of results, beside their cases. */
export function createRatingStore(tenant: string, open: Open): RatingStore {
  const ledger = scopeLedger(tenant, open)
  return {
    earlier: ledger.earlier,
    of: (id, episode) =>
      patiently(async () => {
        const { tenant: table } = await open()
        const get = ratingEntity(table).build(GetItemCommand).key({ tenant, id, episode })
        const { Item } = await get.options({ consistent: true }).send()
        return Item?.rating
      }),
    async keep(command, { caseId, episode, rating }) {
      const { tenant: table } = await open()
      const one = { tenant, id: caseId, episode, rating, at: command.act.at }
      const options = { condition: expectAbsent('id') } as const
      return ledger.commit(command, [ratingEntity(table).build(PutTransaction).item(one).options(options)])
    },
  }
}
