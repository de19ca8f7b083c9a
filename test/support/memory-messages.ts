import type { Delivery } from '#shared/messages/delivery'
import { type MessageRecord, newMessage } from '#shared/messages/message'
import type { Envelope, MessageGateway, MessageStore } from '../../functions/messages/ports.ts'

export const messageAt = (at: number, changes: Partial<MessageRecord> = {}): MessageRecord => ({
  ...newMessage({
    scope: '500229',
    id: '20261124090000-AAAAAAAAAAAAAAAAAAAAAA',
    person: 'p1',
    template: 'invitation',
    language: 'zh',
    at,
  }),
  ...changes,
})

/** One message in memory, with every state it went through. */
export function memoryMessage(first: MessageRecord, kept: { phone?: string; content?: boolean } = {}) {
  const { phone = '13900000001', content = true } = kept
  let current = first
  const history: MessageRecord[] = []
  const store: MessageStore = {
    read: async (id) => (id === current.id ? current : undefined),
    content: async () =>
      content ? { path: '/in?to=SECRET', until: '2026-12-01', at: '2026-11-24 23:00' } : undefined,
    address: async () => (phone === '' ? undefined : { channel: 'sms', to: phone }),
    async change(before, after) {
      if (before.version !== current.version) return 'changed'
      current = after
      history.push(after)
      return 'done'
    },
  }
  return { store, history, now: () => current }
}

/** A gateway that answers as it is told, and remembers what it was asked. */
export function toldGateway(answers: readonly Delivery[], repeatable = false) {
  const asked: Envelope[] = []
  const gateway: MessageGateway = {
    repeatable,
    async send(envelope) {
      asked.push(envelope)
      return answers[Math.min(asked.length, answers.length) - 1] ?? { outcome: 'sent', provider: 'g-1' }
    },
  }
  return { gateway, asked }
}
