import { GetCommand, QueryCommand } from '@aws-sdk/lib-dynamodb'
import { chinaDate } from '#shared/kernel/instant'
import type { PublicLine, RecentCases } from '../../intake/ports.ts'
import { patiently } from '../busy.ts'
import { realNow, tradeClock } from '../clock.ts'
import { monthPartition } from './keys.ts'
import type { Open } from './stores.ts'

/** The newest of a county: what a neighbourhood talks of, and no more than one page of the index and as many gets. */
const MOST_CASES = 60
const DAYS = 30
const DAY_MS = 86_400_000
/** Anybody may ask, as often as they like: a container reads a county once in so long. */
const KEPT_MS = 60_000
const FIELDS = ['number', 'stage', 'kind', 'area', 'reportedAt'] as const

/** What was reported in one county within thirty days, the newest first. */
export function createRecentCases(tenant: string, open: Open): RecentCases {
  let kept: { readonly readAtMs: number; readonly lines: Promise<readonly PublicLine[]> } | undefined
  return () => {
    if (!kept || realNow() - kept.readAtMs > KEPT_MS) {
      const lines = read(tenant, open)
      lines.catch(() => {
        kept = undefined
      })
      kept = { readAtMs: realNow(), lines }
    }
    return kept.lines
  }
}

async function read(tenant: string, open: Open): Promise<PublicLine[]> {
  const nowMs = tradeClock.now()
  const since = nowMs - DAYS * DAY_MS
  const months = [nowMs, since].map((ms) => monthOf(tenant, ms))
  const keys: string[] = []
  for (const month of new Set(months)) {
    if (keys.length < MOST_CASES) keys.push(...(await newestOf(open, month)))
  }
  const lines = await Promise.all(keys.slice(0, MOST_CASES).map((pk) => patiently(() => lineOf(open, pk))))
  return lines.filter(
    (line): line is PublicLine => line !== undefined && Date.parse(line.reportedAt) >= since,
  )
}

const monthOf = (tenant: string, ms: number) =>
  monthPartition(tenant, `${tenant}${chinaDate(ms).replaceAll('-', '')}`)

const newestOf = (open: Open, month: string) =>
  patiently(async () => {
    const { client, tenant: table } = await open()
    const { Items = [] } = await client.send(
      new QueryCommand({
        TableName: table.getName(),
        IndexName: 'byMonth',
        KeyConditionExpression: '#month = :month',
        ExpressionAttributeNames: { '#month': 'month' },
        ExpressionAttributeValues: { ':month': month },
        ScanIndexForward: false,
        Limit: MOST_CASES,
      }),
    )
    return Items.map(({ pk }) => String(pk))
  })

async function lineOf(open: Open, pk: string): Promise<PublicLine | undefined> {
  const { client, tenant: table } = await open()
  const { Item } = await client.send(
    new GetCommand({
      TableName: table.getName(),
      Key: { pk, sk: 'CASE' },
      ProjectionExpression: FIELDS.map((name) => `#${name}`).join(', '),
      ExpressionAttributeNames: Object.fromEntries(FIELDS.map((name) => [`#${name}`, name])),
    }),
  )
  return Item as PublicLine | undefined
}
