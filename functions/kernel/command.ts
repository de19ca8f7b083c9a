import type { AuditAct } from '#shared/audit/act'
import { canonical } from '#shared/kernel/canonical'
import { type Refusal, refuse } from '#shared/kernel/result'
import { sha256 } from './digest.ts'

/** What makes two submissions the same one: the idempotency key, and a hash of who submitted what. */
export interface Submission {
  readonly key: string
  readonly bodyHash: string
}

/** What a command leaves behind beside its change, in the same transaction. */
export interface Command extends Submission {
  /** What the audit says of it. */
  readonly act: AuditAct
  /** What it answers, as JSON; a repeat is answered the same. */
  readonly answer: unknown
}

/** Commands that were carried out, by their keys. */
export interface CommandMemory {
  /** The answer given under this key before; `key-reused` when it was another submission's. */
  earlier(submission: Submission): Promise<{ readonly answer: unknown } | 'key-reused' | undefined>
}

/** Hash of who submitted what; the order of an object's fields does not matter. */
export const bodyHashOf = (submission: unknown) => sha256(canonical(submission))

/**
 * One act, one effect: a repeat is answered as the first was. `attempt` reads, judges and commits; `changed` when what it
 * had read was no longer so, whereupon it looks once more.
 */
export async function oneEffect<A>(
  memory: CommandMemory,
  submission: Submission,
  attempt: () => Promise<A | Refusal | 'changed'>,
): Promise<A | Refusal> {
  for (let look = 0; look < 2; look++) {
    const earlier = await memory.earlier(submission)
    if (earlier === 'key-reused') return refuse('key-reused')
    // kept by this very command, whose answer has this form
    if (earlier) return earlier.answer as A
    const outcome = await attempt()
    if (outcome !== 'changed') return outcome
  }
  return refuse('busy')
}
