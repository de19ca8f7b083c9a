import * as z from 'zod'
import { personId, tenantCode } from '../kernel/ids.ts'
import { instantOf } from '../kernel/instant.ts'
import { languages } from '../kernel/language.ts'
import { templateNames } from './templates.ts'

/**
 * Where a message stands. `queued`: its turn comes; `held`: quiet hours; `sending`: a try is under way; `failed`: the last
 * try failed and another follows; `sent`: the gateway took it; `unconfirmed`: nobody knows whether the gateway took it;
 * `gave-up`: no more tries; `no-gateway`: the installation has none.
 */
export const messageStates = [
  'queued',
  'held',
  'sending',
  'failed',
  'sent',
  'unconfirmed',
  'gave-up',
  'no-gateway',
] as const
export type MessageState = (typeof messageStates)[number]

/** Why a try failed. */
export const deliveryFaults = [
  'no-address',
  'content-expired',
  'too-long',
  'turned-down',
  'throttled',
  'unreachable',
  'timeout',
  'gateway-error',
  'gateway-forbidden',
] as const
export type DeliveryFault = (typeof deliveryFaults)[number]

/** Second in China and a digest of scope and key: sorts by time, names its month, and is the same for the same posting. */
export const messageId = z.string().regex(/^20\d{12}-[A-Za-z0-9_-]{22}$/)

/**
 * A message as the county's table holds it: neither number nor address, nor what its parameters say. Those stand in the
 * people table until it is sent.
 */
export const messageRecord = z.object({
  scope: tenantCode,
  id: messageId,
  person: personId,
  template: z.enum(templateNames),
  language: z.enum(languages),
  /** Does not wait for the end of the quiet hours. */
  urgent: z.literal(true).exactOptional(),
  state: z.enum(messageStates),
  channel: z.literal('sms').exactOptional(),
  attempts: z.int(),
  postedAt: z.string(),
  /** When it is looked at next, while it waits or is being sent. */
  due: z.string().exactOptional(),
  sentAt: z.string().exactOptional(),
  /** What the gateway calls it. */
  provider: z.string().exactOptional(),
  fault: z.enum(deliveryFaults).exactOptional(),
  version: z.int(),
})
export type MessageRecord = Readonly<z.output<typeof messageRecord>>

/** States in which somebody must still come back to a message. */
const waiting: readonly MessageState[] = ['queued', 'held', 'sending', 'failed']
export const isWaiting = ({ state }: Pick<MessageRecord, 'state'>) => waiting.includes(state)

/** By then the stream has long passed a posted message on; if not, it is fetched. */
export const PASSING_ON_MS = 120_000

const CHINA_OFFSET_MS = 8 * 3_600_000

/** `digest`: of scope and key, in base64url. */
export const messageIdOf = (postedMs: number, digest: string) =>
  `${new Date(postedMs + CHINA_OFFSET_MS).toISOString().replace(/\D/g, '').slice(0, 14)}-${digest.slice(0, 22)}`

/** What is the same for the same scope and key, whenever they are posted. */
export const digestOf = (id: string) => id.slice(15)

/** `202611`: the month in China in which it was posted. */
export const monthOf = (id: string) => id.slice(0, 6)

export interface NewMessage {
  readonly scope: string
  readonly id: string
  readonly person: string
  readonly template: MessageRecord['template']
  readonly language: MessageRecord['language']
  readonly urgent?: true
  /** Epoch milliseconds. */
  readonly at: number
}

export const newMessage = ({ at, ...message }: NewMessage): MessageRecord => ({
  ...message,
  state: 'queued',
  attempts: 0,
  postedAt: instantOf(at),
  due: instantOf(at + PASSING_ON_MS),
  version: 1,
})
