import { QueryCommand } from '@aws-sdk/lib-dynamodb'
import { GetItemCommand } from 'dynamodb-toolbox/entity/actions/get'
import type { CaseRecord } from '#shared/cases/record'
import type { RequestStore } from '../../open311/ports.ts'
import { patiently } from '../busy.ts'
import { createCaseStore } from './case-store.ts'
import { createFollowedCases } from './followed-cases.ts'
import { casePartition, monthPartition } from './keys.ts'
import { caseWords } from './records.ts'
import type { Open } from './stores.ts'

/** Keys of a page of the index, and cases read at once. */
const PAGE = 200
const AT_ONCE = 32

/** The cases of one county as other systems ask for them: by number, by days, as they were moments ago. */
export function createRequestStore(tenant: string, open: Open): RequestStore {
  const cases = createCaseStore(tenant, open)
  const followed = createFollowedCases(tenant, open)

  async function* reported(from: string, until: string): AsyncIterable<CaseRecord> {
    for (const month of monthsBack(from, until)) {
      for await (const ids of idsOf(month, from, until)) {
        for (let at = 0; at < ids.length; at += AT_ONCE) {
          const records = await Promise.all(ids.slice(at, at + AT_ONCE).map((id) => cases.read(id)))
          yield* records.filter((record) => record !== undefined)
        }
      }
    }
  }

  async function* idsOf(month: string, from: string, until: string): AsyncIterable<string[]> {
    let start: Record<string, unknown> | undefined
    do {
      const page = await patiently(async () => {
        const { client, tenant: table } = await open()
        return client.send(
          new QueryCommand({
            TableName: table.getName(),
            IndexName: 'byMonth',
            KeyConditionExpression: '#month = :month AND #number BETWEEN :from AND :until',
            ExpressionAttributeNames: { '#month': 'month', '#number': 'number' },
            ExpressionAttributeValues: {
              ':month': monthPartition(tenant, `${tenant}${month}`),
              ':from': `${tenant}${from}00000`,
              ':until': `${tenant}${until}99999`,
            },
            ScanIndexForward: false,
            Limit: PAGE,
            ExclusiveStartKey: start,
          }),
        )
      })
      yield (page.Items ?? []).map(({ pk }) => String(pk).slice(casePartition(tenant, '').length))
      start = page.LastEvaluatedKey
    } while (start)
  }

  return {
    reported,
    read: cases.read,
    async file(number) {
      const id = await followed.idOf(number)
      return id === undefined ? undefined : followed.file(id)
    },
    words: (id) =>
      patiently(async () => {
        const { words } = await open()
        const { Item } = await words.build(GetItemCommand).key({ tenant, id }).send()
        return Item && caseWords(Item)
      }),
    reporter: async (id) => (await cases.historyRow(id, 1))?.person,
  }
}

/** `202611` and before, as far as the days go; the newest first. */
function monthsBack(from: string, until: string): string[] {
  const months: string[] = []
  let [year, month] = [Number(until.slice(0, 4)), Number(until.slice(4, 6))]
  while (`${year}${String(month).padStart(2, '0')}` >= from.slice(0, 6) && months.length < 5) {
    months.push(`${year}${String(month).padStart(2, '0')}`)
    if (--month === 0) [year, month] = [year - 1, 12]
  }
  return months
}
