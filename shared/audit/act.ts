import type { Instant } from '../kernel/instant.ts'
import type { Linked } from './chain.ts'

/**
 * Whose chain a refusal stands in when nobody knows whose it is: the installation's, under the country's own code, which
 * no county or city has.
 */
export const INSTALLATION = '100000'

/**
 * An act that is no act on a case: those stand in its history. Codes, ids and numbers, no personal data; of words only the
 * reason that somebody gave, the numbers in it masked.
 */
export interface AuditAct {
  /** What was done, in kebab case and in the past: `unit-changed`, `tenant-paused`, `signed-in`. */
  readonly act: string
  /** The id of whoever did it; `system` when it acted by itself. */
  readonly actor: string
  /** The post they did it in. */
  readonly post?: string
  /** Id of what it was done to. */
  readonly subject?: string
  readonly details?: Readonly<Record<string, string | number | boolean>>
  readonly at: Instant
}

/** An act as its chain holds it. `id` tells a write that was repeated from two acts that are alike. */
export interface ActRow extends AuditAct, Linked {
  readonly id: string
}

/** One refused request or failed sign-in. */
export interface Denial {
  /** The id of whoever tried; `anonymous` when no token told. */
  readonly actor: string
  /** Code of the refusal. */
  readonly code: string
  /** Name of the contract; `unknown` when no contract takes the path. */
  readonly route: string
  readonly at: Instant
}

/** The refusals of one minute, actor and door: however often they come, one item. */
export interface DenialRow extends Denial {
  readonly count: number
}

/** Reading somebody's personal data in clear. `fields` are names of fields, never their values; `reason` is a code. */
export const readingOf = (reading: {
  actor: string
  post: string
  subject: string
  fields: readonly string[]
  reason?: string
  at: Instant
}): AuditAct => {
  const { fields, reason, ...who } = reading
  return {
    ...who,
    act: 'personal-data-read',
    details: { fields: fields.join(' '), ...(reason && { reason }) },
  }
}
