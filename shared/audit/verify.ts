import { epochMsOf, type Instant } from '../kernel/instant.ts'
import { type Break, type BreakCode, rootChain } from './breaks.ts'
import { chainStart, type Digest, isCaseChain, rowHash, scopeOf } from './chain.ts'
import type { KeptRow, RootSpan } from './export.ts'
import { isCounter, type Root } from './root.ts'
import { trustedRoots } from './verify-roots.ts'

/** What was exported of one scope. */
export interface Evidence {
  readonly scope: string
  readonly at: Instant
  /** Earlier roots are left out; what was done before is not asked to be under one. */
  readonly from?: Instant
  /** Which roots there are, known from where nobody can change them; absent when there is none. */
  readonly span?: RootSpan
  /** The county has left and its cases were erased, as the law on personal data asks; its other acts stay. */
  readonly erased?: boolean
  readonly roots: Iterable<Root>
  readonly rows: Iterable<KeptRow>
  /** Where some chains alone were exported: which. Of the others nothing is said. */
  readonly only?: (chain: string) => boolean
}

export interface Verdict {
  /** The roots' first, then those of the chains by their names; the first of each chain. */
  readonly breaks: readonly Break[]
  readonly chains: number
  readonly rows: number
  readonly roots: number
  /** Rows so new that no root could have seen them yet. */
  readonly awaiting: number
  /** Cases that roots have seen and that were erased whole when the county left. */
  readonly erased: number
}

/** Gathering takes five minutes; what is older than this and under no root was kept from it. */
const GATHERED_WITHIN_MS = 30 * 60_000

/** What verification keeps of a row: not its content. */
interface Place {
  readonly hash: string
  readonly previous: unknown
  readonly atMs: number
}

/**
 * Whether the rows are those that were committed, all of them and in their order: each carries the hash of the one
 * before, the roots have seen them, and each root carries the hash of the root before.
 */
export function verify(digest: Digest, evidence: Evidence): Verdict {
  const { scope } = evidence
  const roots = trustedRoots(digest, evidence)
  const broken = new Map<string, Break>()
  const found: Found = (chain, sequence, code) => {
    const known = broken.get(chain)
    if (!known || sequence < known.sequence) broken.set(chain, { scope, chain, sequence, code })
  }
  const { chains, rows } = readRows(digest, evidence, found)
  const asksForRoot = askingForRoots(evidence, roots.broken)
  let awaiting = 0
  let erased = 0
  for (const chain of new Set([...chains.keys(), ...roots.seen.keys()])) {
    if (evidence.only && !evidence.only(chain)) continue
    if (evidence.erased && isCaseChain(chain) && !chains.has(chain)) {
      erased++
      continue
    }
    const places = chains.get(chain) ?? new Map<number, Place>()
    const seen = roots.seen.get(chain) ?? new Map<number, string>()
    const check = isCounter(chain) ? checkCounter : checkChain
    const first = check({ start: chainStart(digest, chain), places, seen })
    if (first) found(chain, ...first)
    const highest = highestOf(seen.keys())
    for (const [sequence, place] of places) {
      if (sequence <= highest) continue
      if (asksForRoot(place)) found(chain, sequence, 'row-without-root')
      else awaiting++
    }
  }
  const ofRows = [...broken.values()].toSorted((a, b) => (a.chain < b.chain ? -1 : 1))
  const ofRoots = roots.breaks.map((one) => ({ scope, chain: rootChain(scope), ...one }))
  return { breaks: [...ofRoots, ...ofRows], chains: chains.size, rows, roots: roots.count, awaiting, erased }
}

type Found = (chain: string, sequence: number, code: BreakCode) => void

/** The places of the rows by chain and sequence; tells of those that stand where none should. */
function readRows(digest: Digest, { scope, rows }: Evidence, found: Found) {
  const chains = new Map<string, Map<number, Place>>()
  let count = 0
  for (const { chain, sequence, row } of rows) {
    count++
    if (scopeOf(chain) !== scope) {
      found(chain, sequence, 'row-of-another-scope')
      continue
    }
    const places = chains.get(chain) ?? new Map<number, Place>()
    chains.set(chain, places)
    if (places.has(sequence)) found(chain, sequence, 'row-twice')
    const hash = rowHash(digest, chain, sequence, row)
    places.set(sequence, { hash, previous: row.previous, atMs: epochMsOf(row.at) })
  }
  return { chains, rows: count }
}

/** A row must be under a root once roots had the time to see it. Where roots are broken, nobody can tell which had. */
function askingForRoots({ at, from }: Evidence, rootsBroken: boolean): (place: Place) => boolean {
  if (rootsBroken) return () => false
  const fromMs = from ? epochMsOf(from) : 0
  const untilMs = epochMsOf(at) - GATHERED_WITHIN_MS
  return ({ atMs }) => atMs >= fromMs && atMs <= untilMs
}

/** Not Math.max of all of them: a chain may be longer than a call takes arguments. */
function highestOf(sequences: Iterable<number>): number {
  let highest = 0
  for (const sequence of sequences) highest = Math.max(highest, sequence)
  return highest
}

interface Chain {
  readonly start: string
  readonly places: ReadonlyMap<number, Place>
  /** Hashes that roots have seen, by sequence. */
  readonly seen: ReadonlyMap<number, string>
}

type First = readonly [sequence: number, code: BreakCode] | undefined

/** From the first row to the last one there or seen: each there, as a root saw it, and linked to the one before. */
function checkChain({ start, places, seen }: Chain): First {
  const last = Math.max(highestOf(places.keys()), highestOf(seen.keys()))
  let before: Place | undefined
  for (let sequence = 1; sequence <= last; sequence++) {
    const place = places.get(sequence)
    if (!place) return [sequence, 'row-missing']
    const witnessed = seen.get(sequence)
    if (witnessed !== undefined && witnessed !== place.hash) return [sequence, 'row-changed']
    if (place.previous !== (before?.hash ?? start)) {
      // where a root vouches for this row and for none before it, it is the one before that was changed
      const itself = sequence === 1 || seen.has(sequence - 1) || !seen.has(sequence)
      return itself ? [sequence, 'row-unlinked'] : [sequence - 1, 'row-changed']
    }
    before = place
  }
  return undefined
}

/** One item that grows: it is never less than a root has seen, nor other at the same count. */
function checkCounter({ places, seen }: Chain): First {
  const highest = highestOf(seen.keys())
  const [[count, place] = [0, undefined]] = places
  if (!place) return [highest, 'row-missing']
  if (places.size > 1) return [highestOf(places.keys()), 'row-twice']
  const changed = count < highest || (count === highest && seen.get(count) !== place.hash)
  return changed ? [count, 'row-changed'] : undefined
}
