import { type Channel, channelWording } from '#shared/cases/channels'
import type { FiguresView } from '#shared/evaluation/contract'
import type { Dimension } from '#shared/evaluation/sheet'
import type { Language } from '#shared/kernel/language'
import { isPost, postWording } from '#shared/lifecycle/posts'
import type { ValueRow } from './figure-columns.tsx'

/** Names of what a county keeps itself, by id or code: units, streets, kinds. */
export type OwnNames = Readonly<Partial<Record<Dimension, ReadonlyMap<string, string>>>>

interface Naming {
  own: OwnNames
  language: Language
  /** Of what is not known. */
  unknown: string
  /** Of the county itself. */
  whole: string
}

/** The rows by their names, most filings first; what nobody knows stands last. */
export function namedRows({ by, rows }: Pick<FiguresView, 'by' | 'rows'>, naming: Naming): ValueRow[] {
  return rows
    .map((row) => ({ ...row, name: nameOf(by, row.value, naming) }))
    .toSorted(
      (a, b) =>
        Number(a.value === '') - Number(b.value === '') ||
        (b.now.counts.filings ?? 0) - (a.now.counts.filings ?? 0),
    )
}

function nameOf(by: Dimension, value: string, { own, language, unknown, whole }: Naming): string {
  if (by === 'county') return whole
  if (value === '') return unknown
  if (by === 'channel') return channelWording[value as Channel]?.[language] ?? value
  if (by === 'post') return isPost(value) ? postWording[value][language] : value
  return own[by]?.get(value) ?? value
}
