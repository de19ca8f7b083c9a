import type { BreakCode } from './breaks.ts'
import { type Digest, scopeOf } from './chain.ts'
import { FIRST_ROOT, type Root, rootHash } from './root.ts'
import type { Evidence } from './verify.ts'

interface TrustedRoots {
  readonly breaks: readonly { readonly sequence: number; readonly code: BreakCode }[]
  /** Whether any root is missing or not to be trusted: then rows may be without one that had one. */
  readonly broken: boolean
  /** Hashes seen, by chain and sequence. */
  readonly seen: ReadonlyMap<string, ReadonlyMap<number, string>>
  readonly count: number
}

/** Walks from the newest root, whose hash is known, back to the first: each names the hash of the one before. */
export function trustedRoots(digest: Digest, { scope, span, roots }: Evidence): TrustedRoots {
  const breaks: { sequence: number; code: BreakCode }[] = []
  const found = (sequence: number, code: BreakCode) => {
    breaks.push({ sequence, code })
  }
  const all = new Map<number, Root>()
  for (const root of roots) {
    if (all.has(root.sequence)) found(root.sequence, 'root-twice')
    else if (root.scope !== scope) found(root.sequence, 'root-of-another-scope')
    else if (!span || root.sequence < span.first || root.sequence > span.last)
      found(root.sequence, 'root-changed')
    else all.set(root.sequence, root)
  }

  const seen = new Map<string, Map<number, string>>()
  /** Hash of the next root down; undefined where the one above is missing or was changed: nobody can tell. */
  let known = span?.hash
  for (let sequence = span?.last ?? 0; span && sequence >= span.first; sequence--) {
    const root = all.get(sequence)
    if (!root) found(sequence, 'root-missing')
    else if (known !== undefined && rootHash(digest, root) !== known) found(sequence, 'root-changed')
    else if (sequence === 1 && root.previous !== FIRST_ROOT) found(sequence, 'root-changed')
    else if (root.seen.some(([chain]) => scopeOf(chain) !== scope)) found(sequence, 'root-changed')
    else {
      remember(seen, root)
      known = root.previous
      continue
    }
    known = undefined
  }
  return {
    breaks: breaks.toSorted((a, b) => a.sequence - b.sequence),
    broken: breaks.length > 0,
    seen,
    count: all.size,
  }
}

function remember(seen: Map<string, Map<number, string>>, { seen: rows }: Root): void {
  for (const [chain, sequence, hash] of rows) {
    const known = seen.get(chain) ?? new Map<number, string>()
    known.set(sequence, hash)
    seen.set(chain, known)
  }
}
