import { GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb'
import { listQueue } from '../../functions/cases/list-queue.ts'
import { sumFigures } from '../../functions/evaluation/sum-figures.ts'
import { createCaseStore } from '../../functions/platform/dynamo/case-store.ts'
import { createFiguresStore } from '../../functions/platform/dynamo/figures-store.ts'
import { createOverviews } from '../../functions/platform/dynamo/platform-figures-store.ts'
import { keeper } from '../../functions/platform/kept.ts'
import { readItems } from '../../infra/commands/figures/read-items.ts'
import { readLines } from '../../infra/commands/figures/read-lines.ts'
import { recountCounty } from '../../infra/commands/figures/recount.ts'
import { factsOf } from '../../shared/evaluation/facts.ts'
import { chinaDate } from '../../shared/kernel/instant.ts'
import { standardTerms } from '../support/case-builders.ts'
import { type CountyDatabase, startCountyDatabase } from '../support/county-database.ts'
import { aCaseOfBench } from './flat/cases.ts'
import type { BenchResult, Figure } from './main.ts'

const SIZES = [1_000, 10_000, 100_000]
const CITY = '500000'
/** Half of all cases are of the first; what is left is spread over the others. */
const COUNTIES = Array.from({ length: 40 }, (_, index) => String(500_101 + index))
const FIRST = COUNTIES[0]!
const UNIT = 'unit-1'
const PAGE = 50
const WRITERS = 48
const READS = 200
const RATIO_BAR = 1.5
const UNITS_BAR = 25
/** Wednesday, 17:00 in China. */
const NOW_MS = Date.parse('2026-11-25T09:00:00Z')
const clock = { now: () => NOW_MS }

interface Reading {
  readonly p50: number
  /** The same in gets of one item by its key. */
  readonly gets: number
  readonly units: number
}

/** The commission's overview and a unit's queue with a hundred times the cases: what is read stays the same. */
export async function bench(): Promise<BenchResult> {
  const database = await startCountyDatabase()
  try {
    await register(database)
    const overviews: Reading[] = []
    const queues: Reading[] = []
    let unequal = 0
    let seeded = 0
    for (const size of SIZES) {
      await seed(database, seeded, size)
      seeded = size
      unequal += await differences(database)
      overviews.push(await reading(database, overviewOf(database)))
      queues.push(await reading(database, queueOf(database)))
    }
    return {
      figures: [
        ...figuresOf('overview', overviews),
        ...figuresOf('queue of a unit', queues),
        { name: 'figures that differ from a recount', value: unequal, unit: '', bar: 0, ok: unequal === 0 },
      ],
      notes: [
        `${COUNTIES.length} counties, ${SIZES.map((size) => size.toLocaleString('en')).join(', ')} cases, half of them of one county; ${READS} readings each, by the use cases over the SDK.`,
        'Most to fewest compares readings as multiples of one get by key, made in the same moments.',
      ],
    }
  } finally {
    await database.close()
  }
}

function figuresOf(name: string, readings: readonly Reading[]): Figure[] {
  const [least, most] = [readings[0]!, readings.at(-1)!]
  const ratio = most.gets / least.gets
  const units = Math.max(...readings.map((one) => one.units))
  return [
    ...readings.map(({ p50 }, index) => ({
      name: `${name}, ${SIZES[index]} cases, p50`,
      value: p50,
      unit: 'ms',
    })),
    {
      name: `${name}, most to fewest cases`,
      value: ratio,
      unit: '×',
      bar: RATIO_BAR,
      ok: ratio <= RATIO_BAR,
    },
    { name: `${name}, read units`, value: units, unit: 'RCU', bar: UNITS_BAR, ok: units <= UNITS_BAR },
  ]
}

const figuresStoreOf = ({ open }: CountyDatabase, tenant: string) =>
  createFiguresStore(tenant, open, keeper(1))

/** The counties of the city as its register has them. */
async function register({ client, platform }: CountyDatabase) {
  const TableName = platform.getName()
  for (const tenant of COUNTIES)
    for (const Item of [
      {
        pk: `CITY#${CITY}`,
        sk: `TENANT#${tenant}`,
        _et: 'CountyLine',
        city: CITY,
        tenant,
        name: '某县',
        state: 'live',
      },
      { pk: `TENANT#${tenant}`, sk: 'TENANT', city: CITY },
    ])
      await client.send(new PutCommand({ TableName, Item }))
}

/** Cases from one count up to another: written, folded and summed by the methods that the product has for it. */
async function seed(database: CountyDatabase, from: number, until: number) {
  let next = from
  const days = new Map<string, Set<string>>(COUNTIES.map((tenant) => [tenant, new Set([chinaDate(NOW_MS)])]))
  const stores = new Map(
    COUNTIES.map((tenant) => [
      tenant,
      { cases: createCaseStore(tenant, database.open), figures: figuresStoreOf(database, tenant) },
    ]),
  )
  const write = async () => {
    while (next < until) {
      const index = next++
      const tenant = index % 2 === 0 ? FIRST : COUNTIES[1 + (Math.floor(index / 2) % (COUNTIES.length - 1))]!
      const { cases, figures } = stores.get(tenant)!
      const { report, advance } = aCaseOfBench(tenant, index, NOW_MS)
      await cases.create(report)
      if (advance) await cases.advance(advance)
      for (const facts of factsOf([report.history, ...(advance?.history ?? [])])) {
        await figures.keepFacts(report.record.id, facts)
        days.get(tenant)!.add(facts.day)
      }
    }
  }
  await Promise.all(Array.from({ length: WRITERS }, write))
  const folded = [...days].flatMap(([tenant, some]) => [...some].map((day) => ({ tenant, day })))
  const failed = await sumFigures({
    storeOf: (tenant) => stores.get(tenant)!.figures,
    standingOf: async () => ({ city: CITY, hasLeft: false }),
    overviews: createOverviews(database.platform),
    clock,
  })(folded)
  for (const error of failed.values()) throw error
}

async function differences({ client, platform }: CountyDatabase): Promise<number> {
  const tables = { dynamo: client, tenantTable: 'tenant', platformTable: platform.getName() }
  const counties = await readItems(tables, [])
  const lines = await readLines(tables, COUNTIES)
  return [...counties].reduce(
    (sum, [tenant, items]) => sum + recountCounty(tenant, items, lines.get(tenant)).differences.length,
    COUNTIES.length - counties.size,
  )
}

const overviewOf = (database: CountyDatabase) => {
  const overviews = createOverviews(database.platform)
  return async () => {
    const { counties = [] } = (await overviews.read(CITY)) ?? {}
    if (counties.filter(({ figures }) => figures).length !== COUNTIES.length)
      throw new Error('The overview does not show every county.')
  }
}

const queueOf = (database: CountyDatabase) => {
  const store = createCaseStore(FIRST, database.open)
  const list = listQueue({ store, clock, terms: standardTerms })
  const reader = { posts: ['unit-head'], unit: UNIT } as const
  return async () => {
    const page = await list({ reader, post: 'handler', limit: PAGE, language: 'zh' })
    if (!('cases' in page) || page.cases.length !== PAGE) throw new Error('The queue has not a whole page.')
  }
}

/** Beside every reading one item is got by its key: what else the machine does meanwhile strikes both alike. */
async function reading(database: CountyDatabase, read: () => Promise<void>): Promise<Reading> {
  const { client, platform } = database
  const Key = { pk: `TENANT#${FIRST}`, sk: 'TENANT' }
  const get = () => client.send(new GetCommand({ TableName: platform.getName(), Key, ConsistentRead: true }))
  await read()
  const before = database.consumed().readUnits
  await read()
  const units = database.consumed().readUnits - before
  const times: number[] = []
  const gets: number[] = []
  for (let count = 0; count < READS; count++) {
    times.push(await timeOf(read))
    gets.push(await timeOf(get))
  }
  return { p50: median(times), gets: median(times) / median(gets), units }
}

async function timeOf(work: () => Promise<unknown>): Promise<number> {
  const started = performance.now()
  await work()
  return performance.now() - started
}

const median = (values: readonly number[]) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)]!
