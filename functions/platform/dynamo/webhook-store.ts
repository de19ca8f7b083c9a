import { Entity } from 'dynamodb-toolbox/entity'
import { GetItemCommand } from 'dynamodb-toolbox/entity/actions/get'
import { PutTransaction } from 'dynamodb-toolbox/entity/actions/transactPut'
import { item } from 'dynamodb-toolbox/schema/item'
import { list } from 'dynamodb-toolbox/schema/list'
import { number } from 'dynamodb-toolbox/schema/number'
import { string } from 'dynamodb-toolbox/schema/string'
import { QueryCommand } from 'dynamodb-toolbox/table/actions/query'
import { type WebhookRecord, webhookEvents, webhookRecord, webhookStates } from '#shared/exchange/webhook'
import type { WebhookStore, WebhooksNow } from '../../exchange/ports.ts'
import { sha256 } from '../../kernel/digest.ts'
import { keptFor } from '../kept.ts'
import { expectBefore } from './put-rows.ts'
import { present } from './records.ts'
import { scopeLedger } from './scope-ledger.ts'
import { askScope, type OfScope, type Open } from './stores.ts'
import type { TenantTable } from './tables.ts'

export const webhooksPartition = (tenant: string) => `${tenant}#WEBHOOKS`

/** A change holds everywhere after this long. */
const FRESH_MS = 3_000

const webhookEntity = (table: TenantTable) =>
  new Entity({
    name: 'Webhook',
    table,
    timestamps: false,
    schema: item({
      tenant: string().key(),
      id: string().key(),
      version: number(),
      client: string(),
      url: string(),
      events: list(string().enum(...webhookEvents)),
      state: string().enum(...webhookStates),
      salt: string(),
      createdAt: string(),
      createdBy: string(),
    }),
    computeKey: ({ tenant, id }) => ({ pk: webhooksPartition(tenant), sk: id }),
  })

const recordOf = (stored: object): WebhookRecord => webhookRecord.parse(present(stored))

async function readAll({ tenant: table, scope }: OfScope): Promise<WebhookRecord[]> {
  const { Items = [] } = await table
    .build(QueryCommand)
    .entities(webhookEntity(table))
    .query({ partition: webhooksPartition(scope) })
    .options({ consistent: true, maxPages: Number.POSITIVE_INFINITY })
    .send()
  return Items.map(recordOf)
}

/** Where the clients of one county are told of events. */
export function createWebhookStore(tenant: string, open: Open): WebhookStore {
  const ask = askScope(tenant, open)
  const ledger = scopeLedger(tenant, open)
  async function keep(command: Parameters<WebhookStore['keep']>[0], webhook: WebhookRecord) {
    const { tenant: table } = await open()
    const put = webhookEntity(table)
      .build(PutTransaction)
      .item({ tenant, ...webhook, events: [...webhook.events] })
      .options({ condition: expectBefore(webhook.version) })
    return ledger.commit(command, [put])
  }
  return {
    earlier: ledger.earlier,
    list: () => ask(readAll),
    of: (id) =>
      ask(async ({ tenant: table }) => {
        const get = webhookEntity(table).build(GetItemCommand).key({ tenant, id })
        const { Item } = await get.options({ consistent: true }).send()
        return Item && recordOf(Item)
      }),
    keep,
    async close(webhook, at) {
      const key = `webhook-gone ${webhook.id} ${webhook.version}`
      const act = { act: 'webhook-gone', actor: 'system', subject: webhook.id, at }
      const command = { key, bodyHash: sha256(key), act, answer: webhook.id }
      await keep(command, { ...webhook, version: webhook.version + 1, state: 'gone' })
    },
  }
}

/** The endpoints of one county as they were moments ago: asked with every change of a case. */
export function createWebhooksNow(tenant: string, open: Open): WebhooksNow {
  const ask = askScope(tenant, open)
  return keptFor(FRESH_MS, () => ask(readAll))
}
