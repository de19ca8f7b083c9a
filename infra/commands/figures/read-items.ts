import { paginateScan } from '@aws-sdk/lib-dynamodb'
import type { CountedRow } from '#shared/evaluation/count'
import type { DayFacts } from '#shared/evaluation/facts'
import { type PackedByValue, unpackedByValue } from '#shared/evaluation/packed'
import type { ByValue, Dimension } from '#shared/evaluation/sheet'
import type { Installation } from '../audit/installation.ts'

/** What an installation holds of a county: what was done, and what was made of it. */
export interface CountyItems {
  /** By the case. */
  readonly histories: Map<string, CountedRow[]>
  /** By `<day> <case>`. */
  readonly facts: Map<string, DayFacts>
  /** By dimension, then day. */
  readonly sheets: Map<Dimension, Map<string, StoredSheet>>
}

export interface StoredSheet {
  readonly values: ByValue
  readonly standing: ByValue
  readonly ever: number
}

type Tables = Pick<Installation, 'dynamo' | 'tenantTable'>

/** Reads them of all counties, or of those named; a scan, which only whoever runs the installation may do. */
export async function readItems(
  { dynamo: client, tenantTable }: Tables,
  scopes: readonly string[],
): Promise<Map<string, CountyItems>> {
  const pages = paginateScan(
    { client },
    {
      TableName: tenantTable,
      ConsistentRead: true,
      FilterExpression: '#entity IN (:history, :facts, :sheet)',
      ExpressionAttributeNames: { '#entity': '_et' },
      ExpressionAttributeValues: { ':history': 'History', ':facts': 'Facts', ':sheet': 'Sheet' },
    },
  )
  const counties = new Map<string, CountyItems>()
  for await (const { Items = [] } of pages)
    for (const item of Items) {
      const tenant = String(item.pk).slice(0, 6)
      if (scopes.length > 0 && !scopes.includes(tenant)) continue
      let county = counties.get(tenant)
      if (!county) {
        county = { histories: new Map(), facts: new Map(), sheets: new Map() }
        counties.set(tenant, county)
      }
      keep(county, item)
    }
  return counties
}

/** What the tables hold was checked when it was written; what is not of its form differs from the recount. */
function keep({ histories, facts, sheets }: CountyItems, item: Record<string, unknown>) {
  if (item._et === 'History') {
    const { id, version, action, post, at, from, to, overdue, of, clock, handlingClock, granted } = item
    const row = {
      version,
      action,
      post,
      at,
      from,
      to,
      overdue,
      of,
      clock,
      handlingClock,
      granted,
    } as CountedRow
    const rows = histories.get(String(id))
    if (rows) rows.push(row)
    else histories.set(String(id), [row])
  } else if (item._et === 'Facts') {
    const { id, day, version, acts, counts } = item as unknown as DayFacts & { id: string }
    facts.set(`${day} ${id}`, { day, version, acts, counts: unpackedByValue(counts as PackedByValue) })
  } else {
    const { dimension, day, values, standing, ever } = item as unknown as StoredSheet & {
      dimension: Dimension
      day: string
    }
    const days = sheets.get(dimension) ?? new Map<string, StoredSheet>()
    days.set(day, { values: unpackedByValue(values), standing: unpackedByValue(standing), ever })
    sheets.set(dimension, days)
  }
}
