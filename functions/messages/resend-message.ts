import { instantOf } from '#shared/kernel/instant'
import { refuse } from '#shared/kernel/result'
import { canResend, resent } from '#shared/messages/delivery'
import type { Clock } from '../kernel/clock.ts'
import { bodyHashOf, oneEffect } from '../kernel/command.ts'
import type { MessageDesk } from './ports.ts'

interface Needs {
  readonly desk: MessageDesk
  readonly clock: Clock
}

interface Asked {
  readonly id: string
  readonly version: number
  readonly key: string
  readonly person: string
  readonly post: string
}

/** Sends a message again whose sending has ended without success: with the same words, to the number of today. */
export const resendMessage =
  ({ desk, clock }: Needs) =>
  ({ id, version, key, person, post }: Asked) => {
    const submission = { key, bodyHash: bodyHashOf({ door: 'resend-message', person, id, version }) }
    return oneEffect(desk, submission, async () => {
      const message = await desk.read(id)
      if (!message) return refuse('unknown-message')
      if (message.version !== version) return refuse('message-changed')
      if (!canResend(message)) return refuse('message-not-resendable')
      const now = clock.now()
      const after = resent(message, now)
      const answer = { id, state: after.state, version: after.version }
      const act = { act: 'message-resent', actor: person, post, subject: id, at: instantOf(now) }
      return (await desk.resend(message, after, { ...submission, act, answer })) === 'committed'
        ? answer
        : 'changed'
    })
  }
