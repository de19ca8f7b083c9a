import type { AuditAct, Denial } from '#shared/audit/act'
import type { ActLine, DenialLine } from '#shared/audit/contract'
import type { KeptRow } from '#shared/audit/export'
import type { Root } from '#shared/audit/root'

/** Where acts are recorded that are no acts on a case. Bound to a county, a city or the installation when made. */
export interface AuditLog {
  /** Appends the act to its day's chain; when this returns it is there. */
  record(act: AuditAct): Promise<void>
  /**
   * Counts a refused request or a failed sign-in under its minute, actor and door. `actor` is an id of ours, never what
   * somebody typed: people type their phone number or a password where the account belongs.
   */
  recordDenial(denial: Denial): Promise<void>
}

/** What stands in the audit of one scope, for its auditor. */
export interface AuditTrail {
  /** The acts of a day, by time; of one actor only when one is named. */
  acts(asked: { date: string; actor?: string; after?: string; limit: number }): Promise<Page<ActLine>>
  /** The refusals of a day, by minute. */
  denials(asked: { date: string; after?: string; limit: number }): Promise<Page<DenialLine>>
  /** Every row of a day's chains, as it was hashed. */
  rows(date: string): Promise<readonly KeptRow[]>
}

export interface Page<T> {
  readonly lines: readonly T[]
  /** Where the next page begins; absent on the last. */
  readonly next?: string
}

/** Roots of a scope as their bucket holds them under lock. */
export interface RootReader {
  /** Those written between two moments, the oldest first. */
  between(scope: string, fromMs: number, untilMs: number): Promise<readonly Root[]>
}

/** The roots of all scopes. What is added can neither be changed nor taken away. */
export interface RootStore {
  last(scope: string): Promise<Root | undefined>
  /** `taken`: the scope has a root of that sequence. */
  add(root: Root): Promise<'added' | 'taken'>
}
