import { channels, channelWording } from '#shared/cases/channels'
import type { FilingRule } from '#shared/cases/filing-rule'
import type { Language, Wording } from '#shared/kernel/language'
import { type Post, posts, postWording } from '#shared/lifecycle/posts'

/** A line per group of posts that one person holds together, by their names. */
export const mergedLines = (groups: readonly (readonly Post[])[], language: Language): string =>
  groups.map((group) => group.map((post) => postWording[post][language]).join(SEPARATOR)).join('\n')

/** The groups of such lines; undefined where a name is nobody's. */
export const mergedFrom = (lines: string): Post[][] | undefined =>
  everyLine(lines, (line) => everyOne(parts(line), (name) => named(posts, postWording, name)))

/** A line per rule: the condition, then the channels by their names. */
export const filingLines = (rules: readonly FilingRule[], language: Language): string =>
  rules
    .map(({ condition, channels: by }) =>
      [condition, by.map((one) => channelWording[one][language]).join(SEPARATOR)].join(' '),
    )
    .join('\n')

/** The rules of such lines; undefined where a line is none. */
export const filingFrom = (lines: string): FilingRule[] | undefined =>
  everyLine(lines, (line) => {
    const [, condition, rest = ''] = /^(\S+)\s+(.+)$/.exec(line) ?? []
    const by = everyOne(parts(rest), (name) => named(channels, channelWording, name))
    return condition && by && { condition, channels: by }
  })

const SEPARATOR = '、'
const parts = (line: string) =>
  line
    .split(/[、,，;；]/)
    .map((one) => one.trim())
    .filter(Boolean)

/** By its code, or by its name in either language. */
const named = <T extends string>(
  all: readonly T[],
  words: Readonly<Record<T, Wording>>,
  name: string,
): T | undefined => all.find((one) => [one, words[one].zh, words[one].en].some((said) => same(said, name)))

const same = (a: string, b: string) =>
  a.replace(/\s/g, '').toLowerCase() === b.replace(/\s/g, '').toLowerCase()

const everyLine = <T>(lines: string, read: (line: string) => T | '' | undefined): T[] | undefined =>
  everyOne(
    lines
      .split('\n')
      .map((line) => line.trim())
      .filter(Boolean),
    read,
  )

function everyOne<T>(some: readonly string[], read: (one: string) => T | '' | undefined): T[] | undefined {
  const found = some.map(read)
  return found.every(Boolean) ? (found as T[]) : undefined
}
