import type { CaseLine } from '#shared/cases/case'
import { chinaDate, epochMsOf } from '#shared/kernel/instant'
import type { Names } from '../../lib/names.ts'

/** What the address of a queue may narrow it by. Everything stands in the address: a view is a link. */
export const filterFields = ['colour', 'kind', 'channel', 'area', 'due', 'q'] as const
export type FilterField = (typeof filterFields)[number]
export type Filters = Readonly<Partial<Record<FilterField, string>>>

/** A street has nine digits; a case stands at its unit grid or the smallest area known. */
const STREET_DIGITS = 9

export type Search = Readonly<Record<string, string | string[] | undefined>>

export const one = (search: Search, name: string): string | undefined => {
  const value = search[name]
  return typeof value === 'string' && value !== '' ? value : undefined
}

export const filtersOf = (search: Search): Filters =>
  Object.fromEntries(
    filterFields.flatMap((field) => {
      const value = one(search, field)
      return value ? [[field, value]] : []
    }),
  )

/** A case number or a part of it, as lists show it: `1124-00017`. */
const NUMBER = /^[…\d-]{4,}$/

const tests: Readonly<Record<FilterField, (line: CaseLine, value: string) => boolean>> = {
  colour: ({ lamp }, value) => lamp?.colour === value,
  kind: ({ kind = '' }, value) => kind.startsWith(value),
  channel: ({ channel }, value) => channel === value,
  area: ({ area = '' }, value) => area.startsWith(value),
  due: ({ due, overdue }, value) => due !== undefined && !overdue && chinaDate(epochMsOf(due)) === value,
  q: ({ place, number }, value) =>
    place.includes(value) || (NUMBER.test(value) && number.includes(value.replace(/\D/g, ''))),
}

export const passes = (line: CaseLine, filters: Filters): boolean =>
  filterFields.every((field) => {
    const value = filters[field]
    return value === undefined || tests[field](line, value)
  })

export interface FilterChoice {
  readonly value: string
  readonly words: string
}

/** What a queue can be narrowed to: of its own cases alone, so that no choice leads to nothing. */
export function filterChoices(
  lines: readonly CaseLine[],
  names: Names,
  channelNames: Readonly<Record<string, string>>,
): Record<'kind' | 'channel' | 'area', FilterChoice[]> {
  return {
    kind: distinct(
      lines.map(({ kind }) => kind),
      names.kind,
    ),
    channel: distinct(
      lines.map(({ channel }) => channel),
      (one) => channelNames[one] ?? one,
    ),
    area: distinct(
      lines.map(({ area }) => area?.slice(0, STREET_DIGITS)),
      names.area,
    ),
  }
}

const distinct = (
  values: readonly (string | undefined)[],
  named: (value: string) => string,
): FilterChoice[] =>
  [...new Set(values.filter((value) => value !== undefined))]
    .map((value) => ({ value, words: named(value) }))
    .toSorted((a, b) => a.words.localeCompare(b.words, 'zh'))
