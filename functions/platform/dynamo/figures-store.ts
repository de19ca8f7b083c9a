import { PutItemCommand } from 'dynamodb-toolbox/entity/actions/put'
import { QueryCommand } from 'dynamodb-toolbox/table/actions/query'
import type { CatalogueRules } from '#shared/catalogue/packed-rules'
import { countsInPublished } from '#shared/catalogue/rules'
import type { DayFacts } from '#shared/evaluation/facts'
import { packedByValue, unpackedByValue } from '#shared/evaluation/packed'
import type { Period } from '#shared/evaluation/period'
import type { Dimension } from '#shared/evaluation/sheet'
import type { ClosedSheet, FiguresStore } from '../../evaluation/ports.ts'
import { keeper } from '../kept.ts'
import { readVersionInForce } from './catalogue-in-force.ts'
import { readRules } from './catalogue-reads.ts'
import { historyEntity } from './entities.ts'
import { conditionFailed } from './expectations.ts'
import { factsEntity, sheetEntity } from './figures-entities.ts'
import { factsPartition, figuresPartition, sheetKey } from './figures-keys.ts'
import { casePartition, histories } from './keys.ts'
import { historyRow } from './records.ts'
import { askScope, type OfScope, type Open, perScope } from './stores.ts'

/** Catalogues whose rules one container keeps. */
const KEPT = 50
const whole = { consistent: true, maxPages: Number.POSITIVE_INFINITY } as const

/** The figures of counties by their codes. */
export function createFiguresStores(): (tenant: string) => FiguresStore {
  const rules = keeper<CatalogueRules>(KEPT)
  return perScope((tenant, open) => createFiguresStore(tenant, open, rules))
}

export function createFiguresStore(
  tenant: string,
  open: Open,
  rules: ReturnType<typeof keeper<CatalogueRules>>,
): FiguresStore {
  const ask = askScope(tenant, open)
  return {
    history: (caseId) => ask((at) => readHistory(at, caseId)),
    keepFacts: (caseId, facts) => ask((at) => keepFacts(at, caseId, facts)),
    factsOn: (day) => ask((at) => readFacts(at, day)),
    sheets: (dimension, period) => ask((at) => readSheets(at, dimension, period)),
    sheetUpTo: (dimension, day) => ask((at) => readSheetUpTo(at, dimension, day)),
    keepSheet: (dimension, sheet) => ask((at) => keepSheet(at, dimension, sheet)),
    confirmed: () =>
      ask(async (at) => {
        const version = await readVersionInForce(at)
        const found = version && (await rules(`${tenant} ${version}`, () => readRules(at, version)))
        return found ? (kind) => countsInPublished(found, kind) : () => false
      }),
  }
}

async function readHistory({ tenant: table, scope }: OfScope, caseId: string) {
  const { Items = [] } = await table
    .build(QueryCommand)
    .entities(historyEntity(table))
    .query({ partition: casePartition(scope, caseId), range: histories })
    .options(whole)
    .send()
  return Items.map(historyRow)
}

/** Whoever knows of fewer acts comes too late, and changes nothing. */
async function keepFacts({ tenant: table, scope }: OfScope, id: string, { counts, ...facts }: DayFacts) {
  const put = factsEntity(table)
    .build(PutItemCommand)
    .item({ tenant: scope, id, ...facts, counts: packedByValue(counts) })
    .options({
      condition: {
        or: [
          { attr: 'version', exists: false },
          { attr: 'version', lt: facts.version },
        ],
      },
    })
  await conditionFailed(put.send(), 'kept', 'known')
}

async function readFacts({ tenant: table, scope }: OfScope, day: string): Promise<DayFacts[]> {
  const { Items = [] } = await table
    .build(QueryCommand)
    .entities(factsEntity(table))
    .query({ partition: factsPartition(scope, day) })
    .options(whole)
    .send()
  return Items.map(({ version, acts, counts }) => ({ day, version, acts, counts: unpackedByValue(counts) }))
}

type SheetItem = Pick<ClosedSheet, 'day' | 'ever'> &
  Record<'values' | 'unconfirmed' | 'standing', Parameters<typeof unpackedByValue>[0]>

const closedSheet = ({ day, ever, values, unconfirmed, standing }: SheetItem): ClosedSheet => ({
  day,
  ever,
  values: unpackedByValue(values),
  unconfirmed: unpackedByValue(unconfirmed),
  standing: unpackedByValue(standing),
})

async function readSheets(
  { tenant: table, scope }: OfScope,
  dimension: Dimension,
  { from, until }: Period,
): Promise<ClosedSheet[]> {
  const { Items = [] } = await table
    .build(QueryCommand)
    .entities(sheetEntity(table))
    .query({
      partition: figuresPartition(scope),
      range: { between: [sheetKey(dimension, from), sheetKey(dimension, until)] },
    })
    .options({ maxPages: Number.POSITIVE_INFINITY, consistent: true })
    .send()
  return Items.map(closedSheet)
}

async function readSheetUpTo({ tenant: table, scope }: OfScope, dimension: Dimension, day: string) {
  const { Items = [] } = await table
    .build(QueryCommand)
    .entities(sheetEntity(table))
    .query({
      partition: figuresPartition(scope),
      range: { between: [sheetKey(dimension, '0000'), sheetKey(dimension, day)] },
    })
    .options({ consistent: true, reverse: true, limit: 1 })
    .send()
  return Items[0] && closedSheet(Items[0])
}

/** A sheet that more acts went into stays. */
async function keepSheet({ tenant: table, scope }: OfScope, dimension: Dimension, sheet: ClosedSheet) {
  const { day, ever, values, unconfirmed, standing } = sheet
  const put = sheetEntity(table)
    .build(PutItemCommand)
    .item({
      tenant: scope,
      dimension,
      day,
      ever,
      values: packedByValue(values),
      unconfirmed: packedByValue(unconfirmed),
      standing: packedByValue(standing),
    })
    .options({
      condition: {
        or: [
          { attr: 'ever', exists: false },
          { attr: 'ever', lte: ever },
        ],
      },
    })
  await conditionFailed(put.send(), 'kept', 'known')
}
