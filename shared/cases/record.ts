import type { Linked } from '../audit/chain.ts'
import type { Instant } from '../kernel/instant.ts'
import type { Limit } from '../kernel/limit.ts'
import type { EvidenceGiven } from '../lifecycle/evidence.ts'
import type { Stage } from '../lifecycle/lifecycle.ts'
import type { Post } from '../lifecycle/posts.ts'
import type { HistoryAction } from '../lifecycle/wording.ts'

/** The hot part of a case: what every act reads and writes. Under 1 KB when stored. */
export interface CaseRecord {
  readonly tenant: string
  readonly id: string
  readonly number: string
  /** First handling is 1; a re-opening begins the next. */
  readonly episode: number
  /** The execution that times this episode now. */
  readonly run: number
  readonly stage: Stage
  /** Number of acts so far: also the number of history rows. */
  readonly version: number
  readonly reportedAt: Instant
  /** When the stage was entered. */
  readonly entered: Instant
  /** What the stage was given when it was entered: whoever changes the limit later does not move it. */
  readonly limit?: Limit
  /** Absent once the case has ended. */
  readonly due?: Instant
  readonly overdue: boolean
  readonly kind?: string
  /** The version of the county's catalogue that it was filed under, which its condition and limits are read from. */
  readonly catalogue?: string
  /** Where, cut to what a list shows. */
  readonly place: string
  /** The last submissions, newest last: `<version>:<digest of the idempotency key>`. */
  readonly recentKeys: readonly string[]
  /** Hash of the last history row: the head of the case's chain. */
  readonly head: string
}

/** The cold part: read with the case file only. */
export interface CaseWords {
  readonly words: string
  readonly place: string
  readonly position?: { readonly longitude: number; readonly latitude: number }
}

/** How to reach who reported. Kept in a table of its own. */
export interface Contact {
  readonly name?: string
  readonly phone: string
}

/** One act: audit row, idempotency record and outbox in one. Written once, never changed. */
export interface HistoryRow extends Linked {
  readonly version: number
  readonly action: HistoryAction
  readonly post: Post | 'system'
  /** Absent when the system acted. */
  readonly person?: string
  readonly at: Instant
  readonly evidence: EvidenceGiven
  readonly key: string
  /** Hash of who submitted what, to tell a repeat from another submission under the same key. */
  readonly bodyHash: string
  readonly from?: Stage
  readonly to: Stage
  /** Due of the stage after the act. */
  readonly due?: Instant
}

/** How many submissions the hot item remembers. Older ones are told apart by the version they name. */
const RECENT_KEYS = 4

export const rememberKey = (recent: readonly string[], version: number, digest: string): string[] =>
  [...recent, `${version}:${digest}`].slice(-RECENT_KEYS)

/** Version at which a remembered submission was committed. */
export function versionOfKey(recent: readonly string[], digest: string): number | undefined {
  const found = recent.find((entry) => entry.endsWith(`:${digest}`))
  return found === undefined ? undefined : Number(found.slice(0, found.indexOf(':')))
}
