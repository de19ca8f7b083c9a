import { type DayFacts, factsOf } from '#shared/evaluation/facts'
import type { LineFigures } from '#shared/evaluation/overview'
import { periodOf } from '#shared/evaluation/period'
import {
  type ByValue,
  type Dimension,
  dimensions,
  happenedOver,
  sheetOf,
  standingAfter,
} from '#shared/evaluation/sheet'
import { canonical } from '#shared/kernel/canonical'
import type { CountyItems } from './read-items.ts'

/** A figure that is not what the history of the cases comes to. */
export interface Difference {
  readonly tenant: string
  readonly what: 'facts' | 'sheet' | 'overview'
  readonly day: string
  /** Which of them: a case, a dimension. */
  readonly which: string
  readonly expected: unknown
  readonly found: unknown
}

/** A county counted again. */
export interface Recounted {
  readonly tenant: string
  readonly cases: number
  readonly acts: number
  readonly sheets: number
  readonly differences: readonly Difference[]
}

/** Counts a county by the history of its cases, and compares what was folded and summed of it. */
export function recountCounty(tenant: string, items: CountyItems, line: LineFigures | undefined): Recounted {
  const facts = [...items.histories].flatMap(([id, rows]) => factsOf(rows).map((one) => ({ id, ...one })))
  const byDay = Map.groupBy(facts, ({ day }) => day)
  const found: Omit<Difference, 'tenant'>[] = [
    ...differentFacts(facts, items.facts),
    ...dimensions.flatMap((dimension) => [...differentSheets(dimension, byDay, items)]),
    ...(line ? differentLine(line, byDay) : []),
  ]
  return {
    tenant,
    cases: items.histories.size,
    acts: [...items.histories.values()].reduce((sum, rows) => sum + rows.length, 0),
    sheets: [...items.sheets.values()].reduce((sum, days) => sum + days.size, 0),
    differences: found.map((one) => ({ ...one, tenant })),
  }
}

type Days = ReadonlyMap<string, readonly DayFacts[]>

function* differentFacts(
  recounted: readonly (DayFacts & { readonly id: string })[],
  stored: CountyItems['facts'],
): Generator<Omit<Difference, 'tenant'>> {
  const seen = new Set<string>()
  for (const { id, ...expected } of recounted) {
    const key = `${expected.day} ${id}`
    seen.add(key)
    const found = stored.get(key)
    if (canonical(found) !== canonical(expected))
      yield { what: 'facts', day: expected.day, which: id, expected, found }
  }
  for (const [key, found] of stored)
    if (!seen.has(key))
      yield {
        what: 'facts',
        day: found.day,
        which: key.slice(found.day.length + 1),
        expected: undefined,
        found,
      }
}

/** Days that are over by the county's own sheets, each against the facts of that day and of all days before it. */
function* differentSheets(
  dimension: Dimension,
  byDay: Days,
  { sheets }: CountyItems,
): Generator<Omit<Difference, 'tenant'>> {
  const stored = sheets.get(dimension) ?? new Map()
  const closed = [...(sheets.get('county')?.keys() ?? [])].toSorted().at(-1) ?? ''
  let standing: ByValue = {}
  let ever = 0
  for (const day of [...new Set([...byDay.keys(), ...stored.keys()])].toSorted()) {
    if (day > closed) break
    const { acts, by } = sheetOf(byDay.get(day) ?? [], () => true)
    standing = standingAfter(standing, [by[dimension].values])
    ever += acts
    const expected = { values: by[dimension].values, standing, ever }
    const found = stored.get(day)
    if (canonical(found) !== canonical(expected))
      yield { what: 'sheet', day, which: dimension, expected, found }
  }
}

function* differentLine(line: LineFigures, byDay: Days): Generator<Omit<Difference, 'tenant'>> {
  const { from } = periodOf('month', line.day)
  const upTo = [...byDay].filter(([day]) => day <= line.day)
  const values = (days: typeof upTo) => days.map(([, facts]) => sheetOf(facts, () => true).by.county.values)
  const only = (all: ByValue) => all[''] ?? {}
  const expected = {
    today: only(happenedOver(values(upTo.filter(([day]) => day === line.day)))),
    month: only(happenedOver(values(upTo.filter(([day]) => day >= from)))),
    standing: only(standingAfter({}, values(upTo))),
    ever: upTo.reduce((sum, [, facts]) => sum + facts.reduce((acts, one) => acts + one.acts, 0), 0),
  }
  const { today, month, standing, ever } = line
  const found = { today, month, standing, ever }
  if (canonical(found) !== canonical(expected))
    yield { what: 'overview', day: line.day, which: 'county', expected, found }
}
