import { Entity } from 'dynamodb-toolbox/entity'
import { GetItemCommand } from 'dynamodb-toolbox/entity/actions/get'
import { PutTransaction } from 'dynamodb-toolbox/entity/actions/transactPut'
import { UpdateItemCommand } from 'dynamodb-toolbox/entity/actions/update'
import { item } from 'dynamodb-toolbox/schema/item'
import { number } from 'dynamodb-toolbox/schema/number'
import { string } from 'dynamodb-toolbox/schema/string'
import type { HandlingLinks } from '../../cases/ports.ts'
import { patiently } from '../busy.ts'
import { perObject } from '../kept.ts'
import { conditionFailed } from './expectations.ts'
import { casePartition } from './keys.ts'
import { present } from './records.ts'
import { scopeLedger } from './scope-ledger.ts'
import { type Open, perScope } from './stores.ts'
import type { TenantTable } from './tables.ts'

const linkEntity = /* @__PURE__ */ perObject(
  (table: TenantTable) =>
    new Entity({
      name: 'HandlingLink',
      table,
      timestamps: false,
      schema: item({
        tenant: string().key(),
        id: string().key(),
        unit: string(),
        episode: number(),
        digest: string(),
        madeBy: string(),
        madeAt: string(),
        device: string().optional(),
      }),
      computeKey: ({ tenant, id }) => ({ pk: casePartition(tenant, id), sk: 'LINK' }),
    }),
)

/** The links to single cases, by county. */
export const createHandlingLinks = (): ((tenant: string) => HandlingLinks) =>
  perScope((tenant: string, open: Open): HandlingLinks => {
    const ledger = scopeLedger(tenant, open)
    const links = async () => linkEntity((await open()).tenant)
    return {
      earlier: ledger.earlier,
      of: (id) =>
        patiently(async () => {
          const get = (await links()).build(GetItemCommand).key({ tenant, id })
          const { Item } = await get.options({ consistent: true }).send()
          if (!Item) return undefined
          const { tenant: _tenant, id: _id, ...link } = Item
          return present(link)
        }),
      keep: async (id, link, command) => {
        const put = (await links()).build(PutTransaction).item({ tenant, id, ...link })
        return ledger.commit(command, [put])
      },
      bind: (id, { digest }, device) =>
        patiently(async () => {
          const update = (await links())
            .build(UpdateItemCommand)
            .item({ tenant, id, device })
            .options({
              condition: {
                and: [
                  { attr: 'digest', eq: digest },
                  { attr: 'device', exists: false },
                ],
              },
            })
          return conditionFailed(update.send(), 'bound', 'taken')
        }),
    }
  })
