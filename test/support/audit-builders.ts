import { sha256 } from '../../functions/kernel/digest.ts'
import { caseChain, chainStart, dayChain, denialPartition, rowHash } from '../../shared/audit/chain.ts'
import type { KeptRow, RootSpan } from '../../shared/audit/export.ts'
import { nextRoot, type Root, rootHash, type Seen } from '../../shared/audit/root.ts'
import type { Evidence } from '../../shared/audit/verify.ts'
import { instantOf } from '../../shared/kernel/instant.ts'

export type Random = () => number

/** Numbers in [0, 1) that are the same for the same seed (mulberry32). */
export function randomFrom(seed: number): Random {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}
export const between = (random: Random, least: number, most: number) =>
  least + Math.floor(random() * (most - least + 1))
export const oneOf = <T>(random: Random, list: readonly T[]): T => list[between(random, 0, list.length - 1)]!

/** An audit that may be tampered with. */
export interface Audit extends Evidence {
  rows: KeptRow[]
  roots: Root[]
  span: RootSpan
}

const DAY = '2026-11-24'
const BEGIN_MS = Date.parse(`${DAY}T01:00:00Z`)
const MINUTE_MS = 60_000

/** The next row of a chain, linked to those before. */
export function append(rows: KeptRow[], chain: string, content: KeptRow['row']): KeptRow {
  const before = rows.filter((row) => row.chain === chain).at(-1)
  const previous = before ? hashOf(before) : chainStart(sha256, chain)
  const kept = { chain, sequence: (before?.sequence ?? 0) + 1, row: { ...content, previous } }
  rows.push(kept)
  return kept
}

export const hashOf = ({ chain, sequence, row }: KeptRow) => rowHash(sha256, chain, sequence, row)

/** A day of one county: cases, other acts, refusals, with a root every few rows; everything is under a root. */
export function anAudit(scope: string, random: Random, size: { chains: number; rows: number }): Audit {
  const chains = Array.from({ length: size.chains }, (_, index) =>
    index % 4 === 0
      ? dayChain(scope, DAY, (index / 4) % 8)
      : caseChain(scope, String(index).padStart(26, '0')),
  )
  const rows: KeptRow[] = []
  const roots: Root[] = []
  let seen: Seen[] = []
  const gather = (atMs: number) => {
    if (seen.length === 0) return
    roots.push(nextRoot(sha256, roots.at(-1), { scope, at: instantOf(atMs), seen }))
    seen = []
  }
  let atMs = BEGIN_MS
  for (let index = 0; index < size.rows; index++) {
    atMs += between(random, 1, 60_000)
    const chain = index < chains.length ? chains[index]! : oneOf(random, chains)
    const kept = append(rows, chain, anActRow(random, index, atMs))
    seen.push([chain, kept.sequence, hashOf(kept)])
    if (random() < 0.1) seen.push(...refused(rows, scope, random, atMs))
    if (random() < 0.2) gather(atMs + MINUTE_MS)
  }
  gather(atMs + MINUTE_MS)
  return {
    scope,
    at: instantOf(atMs + 60 * MINUTE_MS),
    rows,
    roots,
    span: { first: 1, last: roots.length, hash: rootHash(sha256, roots.at(-1)!) },
  }
}

const anActRow = (random: Random, index: number, atMs: number) => ({
  id: `a-${index}`,
  act: oneOf(random, ['unit-changed', 'signed-in', 'accept', 'file']),
  actor: `p-${between(random, 1, 9)}`,
  details: { count: between(random, 0, 99) },
  at: instantOf(atMs),
})

/** A counter grows by one to three; a root sees it only afterwards. */
function refused(rows: KeptRow[], scope: string, random: Random, atMs: number): Seen[] {
  const actor = `p-${between(random, 1, 3)}`
  const chain = `${denialPartition(scope, DAY)}/${instantOf(atMs).slice(0, 16)}#${actor}#read-case#post-not-held`
  if (rows.some((row) => row.chain === chain)) return []
  const count = between(random, 1, 3)
  const row = { actor, code: 'post-not-held', route: 'read-case', at: instantOf(atMs), count }
  const kept = { chain, sequence: count, row }
  rows.push(kept)
  return [[chain, count, hashOf(kept)]]
}
