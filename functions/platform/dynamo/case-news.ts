import { Entity } from 'dynamodb-toolbox/entity'
import { PutItemCommand } from 'dynamodb-toolbox/entity/actions/put'
import { item } from 'dynamodb-toolbox/schema/item'
import { number } from 'dynamodb-toolbox/schema/number'
import { string } from 'dynamodb-toolbox/schema/string'
import { QueryCommand } from 'dynamodb-toolbox/table/actions/query'
import { chinaDate, epochMsOf } from '#shared/kernel/instant'
import { publicStatuses } from '#shared/lifecycle/lifecycle'
import type { CaseNews, NewsOf } from '../../open311/ports.ts'
import { askScope, type Open } from './stores.ts'
import type { TenantTable } from './tables.ts'

/** News of a day, `yyyy-MM-dd` in China. */
export const newsPartition = (tenant: string, day: string) => `${tenant}#CASE-NEWS#${day.replaceAll('-', '')}`

/** Whoever has not fetched it by then reads the requests themselves. */
const KEPT_DAYS = 120
const DAY_MS = 86_400_000

const newsEntity = (table: TenantTable) =>
  new Entity({
    name: 'CaseNews',
    table,
    timestamps: false,
    schema: item({
      tenant: string().key(),
      id: string().key(),
      version: number().key(),
      at: string().key(),
      number: string(),
      status: string().enum(...publicStatuses),
      /** Epoch seconds; the table's time to live. */
      expiresAt: number(),
    }),
    computeKey: ({ tenant, id, version, at }) => ({
      pk: newsPartition(tenant, chinaDate(epochMsOf(at))),
      sk: `${at}#${id}#${version}`,
    }),
  })

/** Puts news where it can be read by the time. Told twice, it is there once: its place follows from what it tells. */
export const createNewsWriter = (tenant: string, open: Open) => {
  const ask = askScope(tenant, open)
  return ({ id, number: caseNumber, version, status, at }: CaseNews) =>
    ask(async ({ tenant: table }) => {
      const expiresAt = Math.floor(epochMsOf(at) / 1000) + KEPT_DAYS * 86_400
      await newsEntity(table)
        .build(PutItemCommand)
        .item({ tenant, id, number: caseNumber, version, status, at, expiresAt })
        .send()
    })
}

/** What became of the cases of one county, the oldest first. */
export function createNewsReader(tenant: string, open: Open): NewsOf {
  const ask = askScope(tenant, open)
  const ofDay = (day: string, range: [string, string], limit: number) =>
    ask(async ({ tenant: table }) => {
      const { Items = [] } = await table
        .build(QueryCommand)
        .entities(newsEntity(table))
        .query({ partition: newsPartition(tenant, day), range: { between: range } })
        .options({ limit, maxPages: 8 })
        .send()
      return Items.map(({ id, number: caseNumber, version, status, at }) => ({
        id,
        number: caseNumber,
        version,
        status,
        at,
      }))
    })
  return async (from, until, most) => {
    const found: CaseNews[] = []
    const [first, last] = [from, until].map((at) => chinaDate(epochMsOf(at)))
    for (let ms = epochMsOf(`${first}T00:00:00Z`); found.length < most; ms += DAY_MS) {
      const day = new Date(ms).toISOString().slice(0, 10)
      if (day > last!) break
      found.push(...(await ofDay(day, [from, `${until}~`], most - found.length)))
    }
    return found
  }
}
