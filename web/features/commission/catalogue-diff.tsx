import type * as z from 'zod'
import { limitWords } from '#shared/catalogue/limit-words'
import { conditionCodeOf } from '#shared/catalogue/rules'
import type { diffShape } from '#shared/catalogue/template'
import type { Language } from '#shared/kernel/language'
import type { Text } from '../../text/text.ts'
import { type Column, DataTable } from '../../ui/data-table.tsx'

export type Diff = z.output<typeof diffShape>

interface DiffRow {
  key: string
  what: string
  how: string
  before?: string
  after?: string
}

interface CatalogueDiffProps {
  diff: Diff
  language: Language
  text: Text['commission']['catalogue']['diff']
}

/** What one version changes of another, a line for each thing: what it was, what it becomes. */
export function CatalogueDiff({ diff, language, text }: CatalogueDiffProps) {
  const columns: Column<DiffRow>[] = [
    { title: text.what, value: ({ what }) => what },
    { title: text.how, value: ({ how }) => how },
    { title: text.before, wrap: true, value: ({ before }) => before },
    { title: text.after, wrap: true, value: ({ after }) => after },
  ]
  return (
    <DataTable
      label={text.label(diff.from, diff.to)}
      columns={columns}
      rows={rowsOf(diff, language, text)}
      keyOf={({ key }) => key}
      empty={text.none}
    />
  )
}

interface Named {
  code: string
  name: { zh: string; en: string }
}

function rowsOf(diff: Diff, language: Language, text: CatalogueDiffProps['text']): DiffRow[] {
  const named = ({ code, name }: Named) => `${code} ${name[language]}`
  const term = ({ limit, confirmed, filing }: Diff['conditions']['added'][number]) =>
    `${limitWords(limit, language)}${confirmed ? '' : text.unconfirmed} · ${filing[language]}`
  return [
    ...linesOf(diff.classes, text, { keyOf: ({ code }) => code, what: text.class, say: named }),
    ...linesOf(diff.kinds, text, { keyOf: ({ code }) => code, what: text.kind, say: named }),
    ...linesOf(diff.conditions, text, { keyOf: conditionCodeOf, what: text.condition, say: term }),
  ]
}

interface Changes<T> {
  added: T[]
  removed: T[]
  changed: { before: T; after: T }[]
}

interface Saying<T> {
  keyOf: (row: T) => string
  what: string
  say: (row: T) => string
}

function linesOf<T>(
  { added, removed, changed }: Changes<T>,
  text: CatalogueDiffProps['text'],
  { keyOf, what, say }: Saying<T>,
): DiffRow[] {
  const line = (row: T, how: string) => ({
    key: `${how} ${what} ${keyOf(row)}`,
    what: `${what} ${keyOf(row)}`,
    how,
  })
  return [
    ...added.map((row) => ({ ...line(row, text.added), after: say(row) })),
    ...removed.map((row) => ({ ...line(row, text.removed), before: say(row) })),
    ...changed.map(({ before, after }) => ({
      ...line(after, text.changed),
      before: say(before),
      after: say(after),
    })),
  ]
}
