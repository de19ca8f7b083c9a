import { instantOf } from '#shared/kernel/instant'
import { isRefusal, type Refusal, refuse } from '#shared/kernel/result'
import type { Clock } from '../kernel/clock.ts'
import { bodyHashOf, type Command, type CommandMemory, oneEffect } from '../kernel/command.ts'

/** Somebody asks for a change: who, in which post, and what makes a repeat of it known. */
export interface Asking {
  readonly person: string
  readonly post: string
  readonly key: string
}

interface Change<R> {
  /** What the audit calls it: `area-kept`. */
  readonly act: string
  readonly subject: string
  readonly details?: Readonly<Record<string, string | number | boolean>>
  /** Everything submitted, to tell a repeat from another submission under the same key. */
  readonly body: unknown
  /** Reads and judges; the record as it is to be kept, or why not. */
  readonly next: () => Promise<R | Refusal>
  readonly keep: (command: Command, next: R) => Promise<'committed' | 'changed'>
}

interface Needs {
  readonly store: CommandMemory
  readonly clock: Clock
}

/** Keeps a record once, however often it is asked for, and answers with it. */
export function keepOnce<R extends object>(
  { store, clock }: Needs,
  { person, post, key }: Asking,
  { act, subject, details, body, next, keep }: Change<R>,
): Promise<R | Refusal> {
  const bodyHash = bodyHashOf({ person, act, subject, body })
  return oneEffect<R>(store, { key, bodyHash }, async () => {
    const wanted = await next()
    if (isRefusal(wanted)) return wanted
    const audit = {
      act,
      actor: person,
      post,
      subject,
      at: instantOf(clock.now()),
      ...(details && { details }),
    }
    const outcome = await keep({ key, bodyHash, act: audit, answer: wanted }, wanted)
    return outcome === 'changed' ? outcome : wanted
  })
}

/** Whether the record is still as somebody saw it: 0 when they saw none. */
export const asSeen = (before: { readonly version: number } | undefined, seen: number) =>
  (before?.version ?? 0) === seen ? undefined : refuse('record-changed')
