import type { FiguresView } from '#shared/evaluation/contract'
import { type Counter, counterWording } from '#shared/evaluation/counters'
import { type RateName, rates, rateWords } from '#shared/evaluation/rates'
import type { Language } from '#shared/kernel/language'
import type { Text } from '../../text/text.ts'
import { changeOf, changeWords } from '../statistics/change.ts'
import type { ValueRow } from '../statistics/figure-columns.tsx'
import type { CountyReport } from '../statistics/read-report.ts'
import { MOST_KINDS, type Section } from './bulletins.ts'
import type { OverdueCase } from './read-bulletin.ts'

/** Words alone, the head first. */
export interface BulletinTable {
  readonly head: readonly string[]
  readonly rows: readonly (readonly string[])[]
}

/** 主要指标: what every bulletin is asked for, beside the period before and a year ago. */
export function mainFigures(
  { now, before, lastYear }: FiguresView['total'],
  language: Language,
  text: Text,
): BulletinTable {
  const { statistics } = text
  const counts = (
    ['filings', 'dispatches', 'handlings', 'closings', 'overdueUnhandled', 'reworks'] as const
  ).map((counter) => {
    const [here, there, then] = [now, before, lastYear].map((one) => one.counts[counter] ?? 0) as [
      number,
      number,
      number,
    ]
    return [
      counterWording[counter][language],
      String(here),
      String(there),
      changeWords(changeOf(here, there)),
      String(then),
      changeWords(changeOf(here, then)),
    ]
  })
  const shares = (
    ['closingRate', 'closedOnTime', 'handledOnTime', 'reworkRate', 'extensionRate'] as const
  ).map((rate) => {
    const points = (than: number | undefined) => {
      const here = now.rates[rate]
      return changeWords(
        here === undefined || than === undefined ? undefined : here - than,
        statistics.points,
      )
    }
    return [
      rates[rate].name[language],
      rateWords(now.rates[rate]),
      rateWords(before.rates[rate]),
      points(before.rates[rate]),
      rateWords(lastYear.rates[rate]),
      points(lastYear.rates[rate]),
    ]
  })
  const { figure, now: here, before: there, againstBefore, lastYear: then, againstLastYear } = statistics
  return { head: [figure, here, there, againstBefore, then, againstLastYear], rows: [...counts, ...shares] }
}

const BLOCKS = 12

/** How much of each: with a bar of letters, which whoever edits the document can change. */
export function shares(
  { rows }: CountyReport,
  section: Section,
  title: string,
  text: Text['bulletins'],
): BulletinTable {
  const told = rows.filter(filed).slice(0, section === 'kind' ? MOST_KINDS : undefined)
  const whole = rows.reduce((sum, row) => sum + filed(row), 0)
  const most = Math.max(1, ...told.map(filed))
  return {
    head: [title, text.filed, text.share, ''],
    rows: told.map((row) => [
      row.name,
      String(filed(row)),
      rateWords(filed(row) / whole),
      '█'.repeat(Math.round((filed(row) / most) * BLOCKS)),
    ]),
  }
}

const filed = ({ now }: ValueRow) => now.counts.filings ?? 0

const unitCounters = [
  'toHandle',
  'handlings',
  'handledOnTime',
  'overdueUnhandled',
  'reworks',
  'extensions',
  'returns',
] as const
const unitRates = ['handledOnTime', 'reworkRate'] as const satisfies readonly RateName[]

/** 部门处置情况, those who keep their terms best first: the order that a notice is read for. */
export function unitsTable(
  { rows }: CountyReport,
  language: Language,
  text: Text['bulletins'],
): BulletinTable {
  const count = ({ now }: ValueRow, counter: Counter) => String(now.counts[counter] ?? 0)
  const ranked = rows
    .filter(({ now }) => now.counts.toHandle)
    .toSorted((a, b) => (b.now.rates.handledOnTime ?? 0) - (a.now.rates.handledOnTime ?? 0))
  return {
    head: [
      text.rank,
      text.unit,
      ...unitCounters.map((counter) => counterWording[counter][language]),
      ...unitRates.map((rate) => rates[rate].name[language]),
    ],
    rows: ranked.map((row, index) => [
      String(index + 1),
      row.name,
      ...unitCounters.map((counter) => count(row, counter)),
      ...unitRates.map((rate) => rateWords(row.now.rates[rate])),
    ]),
  }
}

export const overdueTable = (overdue: readonly OverdueCase[], text: Text['bulletins']): BulletinTable => ({
  head: [text.number, text.kind, text.place, text.with, text.due, text.terms],
  rows: overdue.map(({ number, kind, place, with: holder, due, terms }) => [
    number,
    kind,
    place,
    holder,
    due,
    terms.toFixed(1),
  ]),
})
