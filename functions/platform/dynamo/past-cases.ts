import { GetCommand, paginateQuery } from '@aws-sdk/lib-dynamodb'
import type { HandledCase, PastCases, PastCasesOf } from '../../dispatch/ports.ts'
import { patiently } from '../busy.ts'
import { monthPartition } from './keys.ts'
import { type Open, perScope } from './stores.ts'

/** As many as show whether rules are good: a county's half year, read in seconds. */
const MOST_CASES = 2_000
const AT_ONCE = 25

/** Cases that were handled in counties, each reached with its own credentials. */
export const createPastCases = (): PastCasesOf => perScope(readHandledCases)

export const readHandledCases = (tenant: string, open: Open): PastCases => ({
  async handled(months) {
    const found = await newestKeys(tenant, open, months)
    const keys = found.slice(0, MOST_CASES)
    const cases: HandledCase[] = []
    for (let at = 0; at < keys.length; at += AT_ONCE) {
      const some = keys.slice(at, at + AT_ONCE).map((pk) => patiently(() => readHandled(open, pk)))
      for (const one of await Promise.all(some)) if (one) cases.push(one)
    }
    return { cases, whole: found.length <= MOST_CASES }
  },
})

/** Partitions of the cases of the months, the newest first; one more than are read, to know of more. */
async function newestKeys(tenant: string, open: Open, months: readonly string[]): Promise<string[]> {
  const keys: string[] = []
  for (const month of months) {
    if (keys.length > MOST_CASES) break
    await patiently(async () => {
      const { client, tenant: table } = await open()
      const input = {
        TableName: table.getName(),
        IndexName: 'byMonth',
        KeyConditionExpression: '#month = :month',
        ExpressionAttributeNames: { '#month': 'month' },
        ExpressionAttributeValues: { ':month': monthPartition(tenant, `${tenant}${month}`) },
        ScanIndexForward: false,
      }
      const ofMonth: string[] = []
      for await (const { Items = [] } of paginateQuery({ client }, input)) {
        ofMonth.push(...Items.map(({ pk }) => String(pk)))
        if (keys.length + ofMonth.length > MOST_CASES) break
      }
      keys.push(...ofMonth)
    })
  }
  return keys
}

/** Undefined for a case that no unit has handled to its end. */
async function readHandled(open: Open, pk: string): Promise<HandledCase | undefined> {
  const { client, tenant: table } = await open()
  const { Item = {} } = await client.send(
    new GetCommand({
      TableName: table.getName(),
      Key: { pk, sk: 'CASE' },
      ProjectionExpression: '#number, #kind, #area, #owner, #unit, #reportedAt, #closedAt',
      ExpressionAttributeNames: Object.fromEntries(
        ['number', 'kind', 'area', 'owner', 'unit', 'reportedAt', 'closedAt'].map((name) => [
          `#${name}`,
          name,
        ]),
      ),
    }),
  )
  const { number, kind, owner, unit, reportedAt, closedAt } = Item
  if (!kind || !unit || !closedAt) return undefined
  const area = Item.area ?? number.slice(0, 6)
  return { number, kind, area, handledBy: unit, reportedAt, ...(owner !== undefined && { owner }) }
}
