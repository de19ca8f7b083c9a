import { canonical } from '../kernel/canonical.ts'
import type { Instant } from '../kernel/instant.ts'
import type { Digest } from './chain.ts'

/** A row that was seen committed: the name of its chain, its sequence, its hash. */
export type Seen = readonly [chain: string, sequence: number, hash: string]

/**
 * What was committed in one scope (a county, a city, the installation) since the root before. Roots are kept where
 * nobody can change them for the time the law asks, and each carries the hash of the one before.
 */
export interface Root {
  readonly scope: string
  /** From 1, without a gap. */
  readonly sequence: number
  readonly at: Instant
  /** Hash of the root before; `start` for the first. */
  readonly previous: string
  readonly seen: readonly Seen[]
}

export const FIRST_ROOT = 'start'

export const rootHash = (digest: Digest, root: Root) => digest(`chengyun audit root 1\n${canonical(root)}`)

/** The next root of a scope, with each row once: of a counter, which is one item that grows, the last count. */
export function nextRoot(
  digest: Digest,
  last: Root | undefined,
  { scope, at, seen }: Pick<Root, 'scope' | 'at' | 'seen'>,
): Root {
  const rows = new Map<string, Seen>()
  for (const one of seen) {
    const [chain, sequence] = one
    const key = isCounter(chain) ? chain : `${chain} ${sequence}`
    const known = rows.get(key)
    if (!known || known[1] < sequence) rows.set(key, one)
  }
  return {
    scope,
    sequence: (last?.sequence ?? 0) + 1,
    at,
    previous: last ? rootHash(digest, last) : FIRST_ROOT,
    seen: [...rows.values()],
  }
}

/** Counters are not linked: a slash parts the item from its partition. */
export const isCounter = (chain: string) => chain.includes('/')
