import type { Wording } from '../kernel/language.ts'
import { type Counts, happenedOf, standingOf, summed } from './counters.ts'
import { type DayFacts, valuesOf } from './facts.ts'

/** By what figures are told apart, one at a time. */
export const dimensionWording = {
  county: { zh: '全县', en: 'County' },
  unit: { zh: '部门', en: 'Unit' },
  street: { zh: '街道', en: 'Street' },
  post: { zh: '岗位', en: 'Post' },
  kind: { zh: '小类', en: 'Kind' },
  channel: { zh: '来源', en: 'Channel' },
} as const satisfies Record<string, Wording>
export type Dimension = keyof typeof dimensionWording
export const dimensions = Object.keys(dimensionWording) as [Dimension, ...Dimension[]]

/** Counts by the values of one dimension; '' is what is not known. The county has that one value. */
export type ByValue = Readonly<Record<string, Counts>>

/** What a day, or a part of one, came to in one dimension. */
export interface DimensionSheet {
  readonly values: ByValue
  /** Of these, cases of kinds that are 待确认: published figures leave them out. */
  readonly unconfirmed: ByValue
}

/** A day of a county: facts of all its cases, summed. Made anew from them each time, never added to. */
export interface DaySheet {
  readonly acts: number
  readonly by: Readonly<Record<Dimension, DimensionSheet>>
}

export function sheetOf(facts: readonly DayFacts[], isConfirmed: (kind: string) => boolean): DaySheet {
  const entries = facts.flatMap(({ counts }) =>
    Object.entries(counts).map(([key, some]) => ({ place: { county: '', ...valuesOf(key) }, counts: some })),
  )
  // a case of no kind yet claims nothing that could be in doubt
  const doubtful = entries.filter(({ place }) => place.kind !== '' && !isConfirmed(place.kind))
  const by = (dimension: Dimension): DimensionSheet => ({
    values: byValue(entries, ({ place }) => place[dimension]),
    unconfirmed: byValue(doubtful, ({ place }) => place[dimension]),
  })
  return {
    acts: facts.reduce((sum, { acts }) => sum + acts, 0),
    by: Object.fromEntries(dimensions.map((dimension) => [dimension, by(dimension)])) as DaySheet['by'],
  }
}

function byValue<E extends { readonly counts: Counts }>(
  entries: readonly E[],
  nameOf: (entry: E) => string,
): ByValue {
  return joined(entries.map((entry) => ({ [nameOf(entry)]: entry.counts })))
}

/** Sheets together, value by value; what comes to nothing is left out. */
export function joined(sheets: readonly ByValue[]): ByValue {
  const all = Map.groupBy(
    sheets.flatMap((sheet) => Object.entries(sheet)),
    ([value]) => value,
  )
  return kept([...all].map(([value, some]) => [value, summed(some.map(([, counts]) => counts))]))
}

const kept = (entries: readonly (readonly [string, Counts])[]): ByValue =>
  Object.fromEntries(entries.filter(([, counts]) => Object.keys(counts).length > 0))

/** How cases stand after these: as they stood before, and what changed. */
export const standingAfter = (before: ByValue, changes: readonly ByValue[]): ByValue =>
  joined([before, ...changes.map((change) => mapped(change, standingOf))])

/** What happened over these, without how things stood. */
export const happenedOver = (sheets: readonly ByValue[]): ByValue =>
  joined(sheets.map((sheet) => mapped(sheet, happenedOf)))

/** The figures of a period: what happened in it, and how things stand at its end. */
export const figuresOf = (sheets: readonly ByValue[], standing: ByValue): ByValue =>
  joined([happenedOver(sheets), standing])

/** What published figures count. */
export const publishedOf = ({ values, unconfirmed }: DimensionSheet): ByValue =>
  joined([values, mapped(unconfirmed, negative)])

const mapped = (sheet: ByValue, change: (counts: Counts) => Counts): ByValue =>
  kept(Object.entries(sheet).map(([value, counts]) => [value, change(counts)]))

const negative = (counts: Counts): Counts =>
  Object.fromEntries(Object.entries(counts).map(([counter, count]) => [counter, -count]))
