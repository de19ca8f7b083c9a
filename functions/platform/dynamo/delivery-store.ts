import { Entity } from 'dynamodb-toolbox/entity'
import { GetItemCommand } from 'dynamodb-toolbox/entity/actions/get'
import { PutItemCommand } from 'dynamodb-toolbox/entity/actions/put'
import { PutTransaction } from 'dynamodb-toolbox/entity/actions/transactPut'
import { item } from 'dynamodb-toolbox/schema/item'
import { number } from 'dynamodb-toolbox/schema/number'
import { string } from 'dynamodb-toolbox/schema/string'
import { QueryCommand } from 'dynamodb-toolbox/table/actions/query'
import {
  type DeliveryRecord,
  deliveryFaults,
  deliveryRecord,
  deliveryStates,
} from '#shared/exchange/delivery'
import { webhookEvents } from '#shared/exchange/webhook'
import { epochMsOf } from '#shared/kernel/instant'
import type { DeliveryStore } from '../../exchange/ports.ts'
import { conditionFailed, expectAbsent, expectVersion } from './expectations.ts'
import { outgoingPartition } from './message-entities.ts'
import { present } from './records.ts'
import { scopeLedger } from './scope-ledger.ts'
import { askScope, type Open } from './stores.ts'
import type { TenantTable } from './tables.ts'

export const deliveriesPartition = (tenant: string, webhook: string) => `${tenant}#DELIVERIES#${webhook}`

/** The log of deliveries goes back so far. */
const KEPT_SECONDS = 60 * 86_400

const deliveryEntity = (table: TenantTable) =>
  new Entity({
    name: 'Delivery',
    table,
    timestamps: false,
    schema: item({
      tenant: string().key(),
      webhook: string().key(),
      id: string().key(),
      version: number(),
      event: string().enum(...webhookEvents),
      number: string(),
      kind: string().optional(),
      at: string(),
      state: string().enum(...deliveryStates),
      tries: number(),
      due: string().optional(),
      fault: string()
        .enum(...deliveryFaults)
        .optional(),
      status: number().optional(),
      deliveredAt: string().optional(),
      /** Of the sparse index of what somebody must come back to, messages among it. */
      outgoing: string().optional(),
      outgoingDue: string().optional(),
      /** Epoch seconds; the table's time to live. */
      expiresAt: number(),
    }),
    computeKey: ({ tenant, webhook, id }) => ({ pk: deliveriesPartition(tenant, webhook), sk: id }),
  })

const itemOf = (tenant: string, delivery: DeliveryRecord) => ({
  tenant,
  ...delivery,
  ...(delivery.due && { outgoing: outgoingPartition(tenant), outgoingDue: delivery.due }),
  expiresAt: Math.floor(epochMsOf(delivery.at) / 1000) + KEPT_SECONDS,
})

const recordOf = (stored: object): DeliveryRecord => deliveryRecord.parse(present(stored))

/** What is on its way to the endpoints of one county, and what was. */
export function createDeliveryStore(tenant: string, open: Open): DeliveryStore {
  const ask = askScope(tenant, open)
  const ledger = scopeLedger(tenant, open)
  return {
    earlier: ledger.earlier,
    of: (webhook, id) =>
      ask(async ({ tenant: table }) => {
        const get = deliveryEntity(table).build(GetItemCommand).key({ tenant, webhook, id })
        const { Item } = await get.options({ consistent: true }).send()
        return Item && recordOf(Item)
      }),
    list: (webhook, { after, limit }) =>
      ask(async ({ tenant: table }) => {
        const { Items = [] } = await table
          .build(QueryCommand)
          .entities(deliveryEntity(table))
          .query({ partition: deliveriesPartition(tenant, webhook), ...(after && { range: { lt: after } }) })
          .options({ consistent: true, reverse: true, limit })
          .send()
        return Items.map(recordOf)
      }),
    async post(delivery) {
      await ask(({ tenant: table }) =>
        conditionFailed(
          deliveryEntity(table)
            .build(PutItemCommand)
            .item(itemOf(tenant, delivery))
            .options({ condition: expectAbsent('id') })
            .send(),
          'posted',
          'there',
        ),
      )
    },
    async tell(before, after) {
      await ask(({ tenant: table }) =>
        conditionFailed(
          deliveryEntity(table)
            .build(PutItemCommand)
            .item(itemOf(tenant, after))
            .options({ condition: expectVersion(before.version) })
            .send(),
          'told',
          'changed',
        ),
      )
    },
    async replay(command, before, after) {
      const { tenant: table } = await open()
      const put = deliveryEntity(table)
        .build(PutTransaction)
        .item(itemOf(tenant, after))
        .options({ condition: expectVersion(before.version) })
      return ledger.commit(command, [put])
    },
  }
}
