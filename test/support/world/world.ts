import type { Calendar } from '../../../shared/deadlines/calendar.ts'
import type { Limit } from '../../../shared/kernel/limit.ts'

/** What is seen of a whole installation at one moment, and what its clients were told until then. */
export interface World {
  readonly nowMs: number
  /** Nothing is on its way any more: what had to follow has followed. */
  readonly settled: boolean
  readonly cases: readonly SeenCase[]
  readonly executions: readonly SeenExecution[]
  readonly tokens: readonly SeenToken[]
  /** Every item of the tenants' tables, as far as it was looked at. */
  readonly items: readonly SeenItem[]
  readonly told: readonly Told[]
  /** Lines of every function's log. */
  readonly logs: readonly string[]
  /** Names, phones and words that only those may see who have the right. */
  readonly personal: readonly string[]
  /** Figures as they are kept, and as an own recount of the histories has them; absent where nothing is folded. */
  readonly figures?: { readonly kept: Figures; readonly recounted: Figures }
  /** What deadlines are reckoned from; absent where the county changed its own on the way. */
  readonly terms?: SeenTerms
}

export type Figures = ReadonlyMap<string, number>

export interface SeenTerms {
  readonly calendar: Calendar
  /** Hours that desks are timed by; the calendar where nobody laid any. */
  readonly duty?: Calendar
  /** The limit that a case of this stage is given on entering it; undefined where this is not to be said beforehand. */
  limitOf(stage: string, seen: SeenRecord): Limit | undefined
  /** Stages that are timed by the hours of the desks. */
  readonly desks: readonly string[]
}

export interface SeenCase {
  readonly record: SeenRecord
  readonly history: readonly SeenRow[]
}

/** The case's own item, as far as invariants speak of it. */
export interface SeenRecord {
  readonly tenant: string
  readonly id: string
  readonly number: string
  readonly episode: number
  readonly run: number
  readonly stage: string
  readonly version: number
  readonly entered: string
  readonly due?: string
  readonly overdue: boolean
  readonly head: string
  /** The limit of handling, once it is filed. */
  readonly term?: Limit
  readonly areaClass?: string
}

export interface SeenRow {
  readonly version: number
  readonly action: string
  readonly post: string
  readonly person?: string
  readonly at: string
  readonly evidence: object
  readonly key: string
  readonly bodyHash: string
  readonly from?: string
  readonly to: string
  readonly of?: { readonly channel: string }
  readonly due?: string
  readonly previous: string
  readonly episode?: number
  readonly round?: number
  /** What was asked for and granted by this act. */
  readonly granted?: string
  readonly series?: { readonly of: number; readonly at: number }
}

export interface SeenExecution {
  readonly name: string
  readonly status: string
  readonly input: { readonly tenant?: string; readonly caseId?: string }
  /** States that it entered, in order. */
  readonly states: readonly string[]
}

export interface SeenToken {
  readonly tenant: string
  readonly caseId: string
  readonly run: number
  readonly stage: string
}

export interface SeenItem {
  /** Of the table and of every index it stands in: the partition. */
  readonly partitions: readonly string[]
  readonly tenant?: string
  /** What it holds, as text; absent where it may hold personal data. */
  readonly text?: string
}

/** One request about a case and its answer, from the client's own log. */
export interface Told {
  readonly tenant: string
  readonly caseId: string
  readonly action: string
  readonly key: string
  /** Who submitted what, as one text. */
  readonly body: string
  /** The version that the client saw; absent for a report. */
  readonly seen?: number
  readonly status: number
  readonly code?: string
  /** Of a success: the version that the act made. */
  readonly version?: number
  /** The answer as one text. */
  readonly answer: string
}

export const invariants = [
  'I1',
  'I2',
  'I3',
  'I4',
  'I5',
  'I6',
  'I7',
  'I8',
  'I9',
  'I10',
  'I11',
  'I12',
  'I13',
  'I14',
  'I15',
  'I16',
] as const
export type Invariant = (typeof invariants)[number]

export interface Violation {
  readonly invariant: Invariant
  readonly sentence: string
}
