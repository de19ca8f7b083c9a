import { GetItemCommand } from 'dynamodb-toolbox/entity/actions/get'
import { PutTransaction } from 'dynamodb-toolbox/entity/actions/transactPut'
import { QueryCommand } from 'dynamodb-toolbox/table/actions/query'
import { type Call, call } from '#shared/hotline/call'
import { chinaDate, epochMsOf } from '#shared/kernel/instant'
import type { CallBook } from '../../hotline/ports.ts'
import { timeOfId } from '../../kernel/timed-id.ts'
import { patiently } from '../busy.ts'
import { callEntity, callerEntity, callersPartition, callsPartition, PHONE_DIGEST } from './call-entities.ts'
import { createCountyDigests } from './county-digests.ts'
import { expectAbsent } from './expectations.ts'
import { present } from './records.ts'
import { scopeLedger } from './scope-ledger.ts'
import type { Open } from './stores.ts'
import type { PeopleTable } from './tables.ts'

/** How much of a number's past a seat looks through while its caller waits. */
const MOST_SHOWN = 20

/** The calls of one county's hotline, in its people table. */
export function createCallBook(tenant: string, open: Open): CallBook {
  const ask = <T>(asked: (table: PeopleTable) => Promise<T>) =>
    patiently(async () => asked((await open()).people))
  const ledger = scopeLedger(tenant, open)
  const digests = createCountyDigests(tenant, open)

  const read = (id: string) =>
    ask(async (table) => {
      const get = callEntity(table)
        .build(GetItemCommand)
        .key({ tenant, day: chinaDate(timeOfId(id)), id })
      const { Item } = await get.options({ consistent: true }).send()
      return Item && call.parse(present(Item))
    })

  return {
    earlier: ledger.earlier,
    recordLookUp: (command) => ledger.commit(command, []),
    async caller(phone) {
      const digest = await digests(PHONE_DIGEST, phone)
      const rows = await ask((table) => readRows(table, tenant, digest))
      const ids = (what: string) => rows.filter((row) => row.what === what).map(({ id }) => id)
      const calls = await Promise.all(ids('call').map(read))
      return { cases: ids('case'), calls: calls.filter((one): one is Call => one !== undefined) }
    },
    ofDay: (day) =>
      ask(async (table) => {
        const { Items = [] } = await table
          .build(QueryCommand)
          .entities(callEntity(table))
          .query({ partition: callsPartition(tenant, day) })
          .options({ consistent: true, maxPages: Number.POSITIVE_INFINITY })
          .send()
        return Items.map((item) => call.parse(present(item)))
      }),
    async record(command, one) {
      const { people } = await open()
      const { id, at, phone } = one
      const digest = await digests(PHONE_DIGEST, phone)
      const day = chinaDate(epochMsOf(at))
      return ledger.commit(command, [
        callEntity(people)
          .build(PutTransaction)
          .item({ tenant, day, ...one })
          .options({ condition: expectAbsent('id') }),
        callerEntity(people).build(PutTransaction).item({ tenant, digest, at, id, what: 'call' }),
      ])
    },
  }
}

async function readRows(table: PeopleTable, tenant: string, digest: string) {
  const { Items = [] } = await table
    .build(QueryCommand)
    .entities(callerEntity(table))
    .query({ partition: callersPartition(tenant, digest), range: { beginsWith: `${digest}#` } })
    .options({ consistent: true, reverse: true, limit: MOST_SHOWN })
    .send()
  return Items
}
