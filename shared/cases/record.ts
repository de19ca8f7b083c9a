import type { Linked } from '../audit/chain.ts'
import type { Pause } from '../deadlines/stage-clock.ts'
import type { Instant } from '../kernel/instant.ts'
import type { Limit } from '../kernel/limit.ts'
import type { EvidenceGiven } from '../lifecycle/evidence.ts'
import type { AreaClass, Stage, Who } from '../lifecycle/lifecycle.ts'
import type { Post } from '../lifecycle/posts.ts'
import type { RequestKind } from '../lifecycle/requests.ts'
import type { HistoryAction } from '../lifecycle/wording.ts'
import type { Channel } from './channels.ts'

/** The hot part of a case: what every act reads and writes. Under 1 KB when stored. */
export interface CaseRecord {
  readonly tenant: string
  readonly id: string
  readonly number: string
  readonly channel: Channel
  /** First handling is 1; a re-opening begins the next. */
  readonly episode: number
  /** The execution that times this case now. Rises on and on, over episodes too. */
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
  /** How far the ladder has been climbed for this stage, and when its next step is. */
  readonly escalation?: { readonly step: number; readonly next?: Instant }
  readonly kind?: string
  /** Code of the condition that it was filed under, with the limit of handling that this gives. */
  readonly condition?: string
  readonly term?: Limit
  /** The version of the county's catalogue that it was filed under, which its condition and limits are read from. */
  readonly catalogue?: string
  /** Of the unit grid, or of the smallest area known. */
  readonly area?: string
  readonly areaClass?: AreaClass
  /** 部件: its 16-digit code, and the unit that owns it. */
  readonly component?: string
  readonly owner?: string
  /** Desk clocks run on outside duty hours. */
  readonly urgent?: true
  /** 危害公共安全 or 影响较大. */
  readonly grave?: true
  /** 督办: somebody above asked for it by hand, whatever the ladder does. */
  readonly supervised?: true
  /** 主办. */
  readonly unit?: string
  readonly ruled?: true
  /** Of the unit, who is to see to it. */
  readonly assignee?: string
  /** 协办, each with its own clock. */
  readonly parts?: readonly Part[]
  /** Rounds of handling in this episode: 1, and one more for each rework. */
  readonly round?: number
  readonly returns?: number
  /** The clock of this round: from the dispatch until the unit reports back. */
  readonly handling?: HandlingClock
  /** 挂账: once at most. */
  readonly wasSuspended?: true
  /** Who handled it in this episode: neither inspects nor closes. */
  readonly handlers?: readonly string[]
  readonly request?: OpenRequest
  readonly closedAt?: Instant
  /** A round was reported back after its due. */
  readonly late?: true
  /** 免责: an appeal was granted; the fact stays, the figures leave it out. */
  readonly exempt?: true
  readonly merged?: Merged
  /** 移交: the county, by its code, or the other body that it was passed on to. */
  readonly transferredTo?: string
  /** The case of another county that was passed on and goes on as this one; its time counts on. */
  readonly origin?: { readonly tenant: string; readonly number: string }
  /** Cases that were merged into this one. */
  readonly takenIn?: number
  /** Where, cut to what a list shows. */
  readonly place: string
  /** The last submissions, newest last: `<version>:<digest of the idempotency key>`. */
  readonly recentKeys: readonly string[]
  /** Hash of the last history row: the head of the case's chain. */
  readonly head: string
}

export interface Part {
  readonly unit: string
  readonly due: Instant
  readonly done?: Instant
}

/** A {@link StageClock} whose limit is the case's `term`, so that it is told once. */
export interface HandlingClock {
  readonly started: Instant
  readonly due: Instant
  readonly extensions: number
  readonly pauses: readonly Pause[]
  /** Its due was marked as missed: once, whatever stage the case enters and leaves meanwhile. */
  readonly marked?: true
}

/** 申请: stands beside the stage until it is granted, declined or the stage is left. */
export interface OpenRequest {
  readonly kind: RequestKind
  readonly by: string
  readonly at: Instant
  /** Whose approvals are missing, the next one first. */
  readonly steps: readonly Post[]
  /** When the next of them is due. */
  readonly due: Instant
  /** The end that is asked for. */
  readonly until?: Instant
}

/** Where a merged case went, and what it left. */
export interface Merged extends Pick<CaseRecord, 'limit' | 'due' | 'overdue' | 'entered'> {
  readonly into: string
  readonly from: Stage
  readonly at: Instant
}

/** The cold part: read with the case file only. */
export interface CaseWords {
  readonly words: string
  readonly place: string
  readonly position?: { readonly longitude: number; readonly latitude: number }
  /** What it was reported with. */
  readonly photos?: readonly string[]
}

/** How to reach who reported. Kept in a table of its own. */
export interface Contact {
  readonly name?: string
  readonly phone: string
}

/** A clock that an act ended. Seconds on the clock that it ran on. */
export interface EndedClock {
  readonly started: Instant
  readonly due: Instant
  readonly used: number
  readonly paused: number
  readonly overdue: boolean
  readonly extensions?: number
}

/** One act: audit row, idempotency record, outbox and the facts of figures in one. Written once, never changed. */
export interface HistoryRow extends Linked {
  readonly version: number
  readonly action: HistoryAction
  readonly post: Who
  /** Absent when the system or the reporter acted. */
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
  /** The stage is overdue after the act, and marked so. */
  readonly overdue?: true
  readonly episode: number
  readonly round?: number
  /** What the case was about and who had it, after the act. */
  readonly of: Pick<CaseRecord, 'channel' | 'kind' | 'area' | 'unit'>
  /** The clock of the stage that was left. */
  readonly clock?: EndedClock
  /** The clock of the round of handling that ended. */
  readonly handlingClock?: EndedClock
  /** Approvals that fell away because whoever asked is who would approve. */
  readonly skipped?: readonly Post[]
  /** A request that was granted by this act. */
  readonly granted?: RequestKind
  /** Acts of one submission: how many, and which of them this is, from 1. */
  readonly series?: { readonly of: number; readonly at: number }
}

/** How many submissions the hot item remembers. Older ones are told apart by the version they name. */
const RECENT_KEYS = 4

export const rememberKey = (recent: readonly string[], version: number, digest: string): string[] =>
  [...recent, `${version}:${digest}`].slice(-RECENT_KEYS)

/** Version at which a remembered submission was committed: of its last act. */
export function versionOfKey(recent: readonly string[], digest: string): number | undefined {
  const found = recent.find((entry) => entry.endsWith(`:${digest}`))
  return found === undefined ? undefined : Number(found.slice(0, found.indexOf(':')))
}
