import { GetItemCommand } from 'dynamodb-toolbox/entity/actions/get'
import { PutItemCommand } from 'dynamodb-toolbox/entity/actions/put'
import { PutTransaction } from 'dynamodb-toolbox/entity/actions/transactPut'
import { UpdateTransaction } from 'dynamodb-toolbox/entity/actions/transactUpdate'
import { execute } from 'dynamodb-toolbox/entity/actions/transactWrite'
import { $remove } from 'dynamodb-toolbox/entity/actions/update'
import { QueryCommand } from 'dynamodb-toolbox/table/actions/query'
import { digestOf, type MessageRecord, messageRecord } from '#shared/messages/message'
import type { Address, MessageDesk, MessageStore } from '../../messages/ports.ts'
import { patiently } from '../busy.ts'
import type { CountyTables } from './county-tables.ts'
import { conditionFailed, expectVersion } from './expectations.ts'
import { messageContentEntity, messageEntity, messagesPartition } from './message-entities.ts'
import { messageItem } from './outbox.ts'
import { scopeLedger } from './scope-ledger.ts'
import { personEntity } from './staff-entities.ts'

/** An office's landline takes no short messages. */
const MOBILE = /^1[3-9]\d{9}$/
const consistent = { consistent: true } as const

/** The messages of one scope: what is known of them in its table, what they say and to whom among its people. */
export function createMessageStore(
  scope: string,
  open: () => Promise<CountyTables>,
): MessageStore & MessageDesk {
  const ask = <T>(call: (tables: CountyTables) => Promise<T>) => patiently(async () => call(await open()))
  const ledger = scopeLedger(scope, open)

  return {
    read: (id) => ask((tables) => read(tables, scope, id)),
    content: (id) => ask((tables) => content(tables, scope, id)),
    address: (person) => ask((tables) => address(tables, scope, person)),
    change: (before, after) => ask((tables) => change(tables, before, after)),
    earlier: ledger.earlier,
    ofMonth: (month, page) => ask((tables) => ofMonth(tables, scope, month, page)),
    standings: (month) => ask((tables) => standings(tables, scope, month)),
    resend: async (before, after, command) => ledger.commit(command, [put(await open(), before, after)]),
  }
}

async function read({ tenant }: CountyTables, scope: string, id: string) {
  const { Item } = await messageEntity(tenant)
    .build(GetItemCommand)
    .key({ scope, id })
    .options(consistent)
    .send()
  return Item && messageRecord.parse(Item)
}

async function content({ people }: CountyTables, scope: string, id: string) {
  const { Item } = await messageContentEntity(people)
    .build(GetItemCommand)
    .key({ scope, digest: digestOf(id) })
    .options(consistent)
    .send()
  return Item?.parameters
}

async function address(
  { people }: CountyTables,
  scope: string,
  person: string,
): Promise<Address | undefined> {
  const { Item } = await personEntity(people)
    .build(GetItemCommand)
    .key({ scope, person })
    .options(consistent)
    .send()
  return Item && MOBILE.test(Item.phone) ? { channel: 'sms', to: Item.phone } : undefined
}

const put = ({ tenant }: CountyTables, before: MessageRecord, after: MessageRecord) =>
  messageEntity(tenant)
    .build(PutTransaction)
    .item(messageItem(after))
    .options({ condition: expectVersion(before.version) })

async function change(tables: CountyTables, before: MessageRecord, after: MessageRecord) {
  const write =
    after.state === 'sent'
      ? execute({ documentClient: tables.client }, put(tables, before, after), forget(tables, after))
      : messageEntity(tables.tenant)
          .build(PutItemCommand)
          .item(messageItem(after))
          .options({ condition: expectVersion(before.version) })
          .send()
  return conditionFailed(write, 'done', 'changed')
}

/** The item itself stays: it tells a repeated posting from a new one. */
const forget = ({ people }: CountyTables, { scope, id }: MessageRecord) =>
  messageContentEntity(people)
    .build(UpdateTransaction)
    .item({ scope, digest: digestOf(id), parameters: $remove() })

async function ofMonth(
  { tenant }: CountyTables,
  scope: string,
  month: string,
  { after, limit }: { readonly after?: string; readonly limit: number },
) {
  const { Items = [] } = await tenant
    .build(QueryCommand)
    .entities(messageEntity(tenant))
    .query({ partition: messagesPartition(scope, month), ...(after && { range: { lt: after } }) })
    .options({ ...consistent, reverse: true, limit: limit + 1 })
    .send()
  const found = Items.map((item) => messageRecord.parse(item))
  const messages = found.slice(0, limit)
  const last = messages.at(-1)
  return { messages, ...(found.length > limit && last && { next: last.id }) }
}

async function standings({ tenant }: CountyTables, scope: string, month: string) {
  const { Items = [] } = await tenant
    .build(QueryCommand)
    .entities(messageEntity(tenant))
    .query({ partition: messagesPartition(scope, month) })
    .options({ maxPages: Number.POSITIVE_INFINITY, attributes: ['state', 'template'] })
    .send()
  return Items.map(({ state, template }) => ({ state, template }))
}
