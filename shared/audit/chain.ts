import { canonical } from '../kernel/canonical.ts'

/** SHA-256 of a text's UTF-8, in base64url (43 characters). Injected: rules run where there is no Node. */
export type Digest = (text: string) => string

/** What every row of a chain carries: the hash of the row before it, or of nothing ({@link chainStart}). */
export interface Linked {
  readonly previous: string
}

/** The hash that the first row of a chain carries: bound to the chain's name, so that no chain can stand for another. */
export const chainStart = (digest: Digest, chain: string) => digest(`chengyun audit 1\n${chain}\n0\n`)

/**
 * The hash of a row at its place. A chain is named as the partition of its rows (`500235#CASE#…`); the text hashed is
 * version of the form, chain, sequence (from 1) and the row in canonical JSON, each on a line of its own.
 */
export const rowHash = (digest: Digest, chain: string, sequence: number, row: object) =>
  digest(`chengyun audit 1\n${chain}\n${sequence}\n${canonical(row)}`)

/** The acts on one case: its history rows, the version being the sequence. */
export const caseChain = (tenant: string, id: string) => `${tenant}#CASE#${id}`

export const isCaseChain = (chain: string) => /^[1-9]\d{5}#CASE#/.test(chain)

/** How many chains a day's other acts are spread over, so that busy people do not wait for each other. */
export const DAY_SHARDS = 8

/** The acts of one day that belong to no case. `date` is `yyyy-MM-dd` in China. */
export const dayChain = (scope: string, date: string, shard: number) =>
  `${scope}#AUDIT#${date.replaceAll('-', '')}#${shard}`

/** Refusals of one day: each item counts those of a minute, an actor and a door. */
export const denialPartition = (scope: string, date: string) =>
  `${scope}#AUDIT#${date.replaceAll('-', '')}#DENIED`

/** Where a person's acts of a day stand, unless somebody else appended there at the same moment. */
export const shardOf = (actor: string) =>
  [...actor].reduce((sum, character) => sum + (character.codePointAt(0) ?? 0), 0) % DAY_SHARDS

/** The county, city or installation that a chain or a counter belongs to, by its name; undefined when it has none. */
export const scopeOf = (chain: string): string | undefined => /^(?:AUDIT#)?([1-9]\d{5})#/.exec(chain)?.[1]
