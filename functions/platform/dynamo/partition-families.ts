import { caseChain, DAY_SHARDS, dayChain, denialPartition } from '#shared/audit/chain'
import { photosOfDay } from '../s3/photo-keys.ts'
import { calendarPartition, calendarsPartition } from './calendar-entities.ts'
import { callersPartitions, callsPartition } from './call-entities.ts'
import { newsPartition } from './case-news.ts'
import { cataloguePartition, cataloguesPartition, draftPartition } from './catalogue-keys.ts'
import { clientsPartition } from './client-store.ts'
import { blocksPartition, codesPartition, componentsPartition, pastPartition } from './component-entities.ts'
import { quotaPartitions } from './counter-store.ts'
import { deliveriesPartition } from './delivery-store.ts'
import { precedentsPartition, rulesPartition } from './dispatch-entities.ts'
import { factsPartition, figuresPartition } from './figures-keys.ts'
import { numbersPartition } from './keys.ts'
import { tenantLedger } from './ledger-places.ts'
import { messagesPartition } from './message-entities.ts'
import {
  areasPartition,
  beatsPartition,
  gridCellsPartition,
  gridsPartition,
  unitsPartition,
} from './organisation-entities.ts'
import { pendingPartition } from './pending-reports.ts'
import { photosPartition } from './photo-store.ts'
import { shiftsPartition } from './shift-store.ts'
import { staffPartition } from './staff-entities.ts'
import { webhooksPartition } from './webhook-store.ts'

/** What a county's partitions are found by. */
export interface Walk {
  readonly tenant: string
  /** Every day, `yyyy-MM-dd`, and every month, `yyyyMM`, that the county has seen; in China. */
  readonly days: readonly string[]
  readonly months: readonly string[]
  /** Sort keys of a partition of the tenant table. */
  keysOf(partition: string): Promise<readonly string[]>
  /** One attribute of every item of a partition of the tenant table that has it. */
  valuesOf(partition: string, attribute: string): Promise<readonly string[]>
  /** Ids of the cases that were reported in a month. */
  casesOf(month: string): Promise<readonly string[]>
}

/** A kind of things in a county's partitions: `<tenant>#<name>…`. */
export interface Family {
  readonly name: string
  /** `photos` is a bucket, and its partitions what keys begin with. */
  readonly tables: readonly ('tenant' | 'people' | 'photos')[]
  /** The law asks for it longer than for the county; nobody is named in it. */
  readonly kept?: true
  partitions(walk: Walk): AsyncIterable<string> | Iterable<string>
}

/** Longer than a command is remembered. */
const COMMAND_DAYS = 40

const tenantTable = ['tenant'] as const
const peopleTable = ['people'] as const
/** People first: an index finds what lies in the tenant table, and people's by it. */
const both = ['people', 'tenant'] as const

const one = (name: string, tables: Family['tables'], partition: (tenant: string) => string): Family => ({
  name,
  tables,
  partitions: ({ tenant }) => [partition(tenant)],
})

const named = (name: string, tables: Family['tables']): Family =>
  one(name, tables, (tenant) => `${tenant}#${name}`)

async function* each<T>(list: readonly T[], found: (one: T) => Promise<readonly string[]>) {
  for (const value of list) yield* await found(value)
}

const chainsOf = (tenant: string, days: readonly string[]) =>
  days.flatMap((day) => Array.from({ length: DAY_SHARDS }, (_, shard) => dayChain(tenant, day, shard)))

/**
 * All that lies under a county's code, so that it can be taken out and erased without a scan. A test fails for a partition
 * that no family names. What others are found by comes after those: broken off, an erasure finds the rest.
 */
export const partitionFamilies: readonly Family[] = [
  {
    name: 'CASE',
    tables: both,
    async *partitions({ tenant, months, casesOf }) {
      for await (const id of each(months, casesOf)) yield caseChain(tenant, id)
    },
  },
  {
    name: 'PHOTO-FILES',
    tables: ['photos'],
    partitions: ({ tenant, days }) => days.map((day) => photosOfDay(tenant, day)),
  },
  {
    name: 'PHOTOS',
    tables: tenantTable,
    partitions: ({ tenant, months }) => months.map((month) => photosPartition(tenant, month)),
  },
  {
    name: 'NUMBERS',
    tables: tenantTable,
    partitions: ({ tenant, days }) => days.map((day) => numbersPartition(tenant, day)),
  },
  {
    name: 'GRIDS',
    tables: tenantTable,
    async *partitions({ tenant, keysOf }) {
      for (const area of await keysOf(areasPartition(tenant))) yield gridsPartition(tenant, area)
    },
  },
  {
    name: 'FACTS',
    tables: tenantTable,
    partitions: ({ tenant, days }) => days.map((day) => factsPartition(tenant, day)),
  },
  one('SHIFTS', tenantTable, shiftsPartition),
  one('CLIENTS', tenantTable, clientsPartition),
  {
    name: 'DELIVERIES',
    tables: tenantTable,
    async *partitions({ tenant, keysOf }) {
      for (const webhook of await keysOf(webhooksPartition(tenant)))
        yield deliveriesPartition(tenant, webhook)
    },
  },
  one('WEBHOOKS', tenantTable, webhooksPartition),
  one('PENDING-REPORTS', peopleTable, pendingPartition),
  {
    name: 'CASE-NEWS',
    tables: tenantTable,
    partitions: ({ tenant, days }) => days.map((day) => newsPartition(tenant, day)),
  },
  one('FIGURES', tenantTable, figuresPartition),
  one('AREAS', tenantTable, areasPartition),
  one('GRID-CELLS', tenantTable, gridCellsPartition),
  {
    // what was left where one stood before goes by itself
    name: 'COMPONENTS',
    tables: tenantTable,
    async *partitions({ tenant, keysOf, valuesOf }) {
      const cells = new Set<string>()
      for (const block of await keysOf(blocksPartition(tenant)))
        for (const cell of await valuesOf(codesPartition(tenant, block), 'cell')) cells.add(cell)
      for (const cell of cells) yield componentsPartition(tenant, cell)
    },
  },
  {
    name: 'COMPONENT-PAST',
    tables: tenantTable,
    async *partitions({ tenant, keysOf }) {
      const blocks = await keysOf(blocksPartition(tenant))
      const codes = each(blocks, (block) => keysOf(codesPartition(tenant, block)))
      for await (const code of codes) yield pastPartition(tenant, code)
    },
  },
  {
    name: 'COMPONENT-CODES',
    tables: tenantTable,
    async *partitions({ tenant, keysOf }) {
      for (const block of await keysOf(blocksPartition(tenant))) yield codesPartition(tenant, block)
    },
  },
  one('COMPONENT-BLOCKS', tenantTable, blocksPartition),
  named('IMPORTS', tenantTable),
  named('DIGEST-KEY', peopleTable),
  { name: 'CALLERS', tables: peopleTable, partitions: ({ tenant }) => callersPartitions(tenant) },
  {
    name: 'CALLS',
    tables: peopleTable,
    partitions: ({ tenant, days }) => days.map((day) => callsPartition(tenant, day)),
  },
  { name: 'QUOTA', tables: tenantTable, partitions: ({ tenant }) => quotaPartitions(tenant) },
  one('UNITS', both, unitsPartition),
  one('BEATS', tenantTable, beatsPartition),
  named('DUTY', both),
  one('STAFF', both, staffPartition),
  named('PHONES', peopleTable),
  named('INVITATIONS', tenantTable),
  named('STANDING', tenantTable),
  {
    name: 'CATALOGUE',
    tables: tenantTable,
    async *partitions({ tenant, valuesOf }) {
      for (const version of await valuesOf(cataloguesPartition(tenant), 'version'))
        yield cataloguePartition(tenant, version)
    },
  },
  one('CATALOGUES', tenantTable, cataloguesPartition),
  one('CATALOGUE-DRAFT', tenantTable, draftPartition),
  {
    name: 'CALENDAR',
    tables: tenantTable,
    async *partitions({ tenant, valuesOf }) {
      for (const version of await valuesOf(calendarsPartition(tenant), 'version'))
        yield calendarPartition(tenant, version)
    },
  },
  one('CALENDARS', tenantTable, calendarsPartition),
  named('OWN-SETTINGS', tenantTable),
  named('PHRASES', tenantTable),
  one('DISPATCH-RULES', tenantTable, rulesPartition),
  one('PRECEDENTS', tenantTable, precedentsPartition),
  {
    name: 'MESSAGE',
    tables: peopleTable,
    async *partitions({ tenant, months, keysOf }) {
      const ids = each(months, (month) => keysOf(messagesPartition(tenant, month)))
      for await (const id of ids) yield `${tenant}#MESSAGE#${id.slice(id.indexOf('-') + 1)}`
    },
  },
  {
    name: 'MESSAGES',
    tables: tenantTable,
    partitions: ({ tenant, months }) => months.map((month) => messagesPartition(tenant, month)),
  },
  {
    // the row of an act is named after the memory of its command
    name: 'COMMAND',
    tables: tenantTable,
    async *partitions({ tenant, days, valuesOf }) {
      const { command } = tenantLedger(tenant)
      const remembered = chainsOf(tenant, days.slice(-COMMAND_DAYS))
      for await (const id of each(remembered, (chain) => valuesOf(chain, 'id'))) yield command(id)
    },
  },
  {
    name: 'AUDIT',
    tables: tenantTable,
    kept: true,
    partitions: ({ tenant, days }) => [
      ...chainsOf(tenant, days),
      ...days.map((day) => denialPartition(tenant, day)),
    ],
  },
]

/** Partitions of indexes: they hold no items of their own. */
export const indexPartitions = ['MONTH', 'OUTGOING', 'SPOT', 'WORK']
