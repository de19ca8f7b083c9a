import * as z from 'zod'
import { caseNumber } from '../kernel/ids.ts'
import { instantOf } from '../kernel/instant.ts'
import { webhookEvent, webhookId } from './webhook.ts'

/** One event on its way to one endpoint: what the receiver knows it by, and a repeat keeps. */
export const deliveryId = z.string().regex(/^[0-9A-HJKMNP-TV-Z]{26}$/)

/** `queued`: to be sent now; `waiting`: tried, and to be tried again; `given-up`: not tried any more by itself. */
export const deliveryStates = ['queued', 'waiting', 'delivered', 'given-up'] as const

/** Why the last try was none: the receiver's status, or that it could not be reached or may not be called. */
export const deliveryFaults = ['answered', 'unreachable', 'forbidden', 'endpoint-off'] as const

const instant = z.iso.datetime()

export const deliveryRecord = z.object({
  id: deliveryId,
  webhook: webhookId,
  version: z.int(),
  event: webhookEvent,
  number: caseNumber,
  kind: z.string().exactOptional(),
  /** When it happened. */
  at: instant,
  state: z.enum(deliveryStates),
  tries: z.int(),
  /** When it is looked at next; absent once nothing more comes. */
  due: instant.exactOptional(),
  fault: z.enum(deliveryFaults).exactOptional(),
  /** What the receiver answered last. */
  status: z.int().exactOptional(),
  deliveredAt: instant.exactOptional(),
})
export type DeliveryRecord = Readonly<z.output<typeof deliveryRecord>>

/** Minutes after each failed try, as the Standard Webhooks advise: a receiver that is away for a day misses nothing. */
const WAITS_MINUTES = [1, 5, 30, 120, 300, 600, 840, 1200] as const

/** Whoever was told to look by the queue and was cut off is followed by another after this long. */
export const LOOKED_AFTER_MS = 5 * 60_000

export type Outcome =
  | { readonly outcome: 'taken'; readonly status: number }
  | { readonly outcome: 'failed'; readonly fault: 'answered' | 'unreachable'; readonly status?: number }
  /** It said 410: it will never take anything again. */
  | { readonly outcome: 'gone'; readonly status: number }
  | { readonly outcome: 'forbidden' }

/** A delivery after a try. */
export function afterTry(before: DeliveryRecord, outcome: Outcome, nowMs: number): DeliveryRecord {
  const { due: _due, fault: _fault, status: _status, ...rest } = before
  const tried = { ...rest, version: before.version + 1, tries: before.tries + 1 }
  const status = 'status' in outcome && outcome.status !== undefined ? { status: outcome.status } : {}
  if (outcome.outcome === 'taken')
    return { ...tried, ...status, state: 'delivered', deliveredAt: instantOf(nowMs) }
  const fault =
    outcome.outcome === 'forbidden' ? 'forbidden' : outcome.outcome === 'gone' ? 'answered' : outcome.fault
  const wait = outcome.outcome === 'failed' ? WAITS_MINUTES[before.tries] : undefined
  if (wait === undefined) return { ...tried, ...status, fault, state: 'given-up' }
  return { ...tried, ...status, fault, state: 'waiting', due: instantOf(nowMs + wait * 60_000) }
}

/** A delivery whose endpoint takes nothing any more. */
export const withoutEndpoint = ({ due: _due, ...before }: DeliveryRecord): DeliveryRecord => ({
  ...before,
  version: before.version + 1,
  state: 'given-up',
  fault: 'endpoint-off',
})

/** A delivery that is to be sent once more, from the first try on. */
export const sentAgain = ({ fault: _fault, ...before }: DeliveryRecord, nowMs: number): DeliveryRecord => ({
  ...before,
  version: before.version + 1,
  state: 'queued',
  tries: 0,
  due: instantOf(nowMs + LOOKED_AFTER_MS),
})

/** Whether it is its turn. */
export const isDue = ({ state, due }: DeliveryRecord, nowMs: number): boolean =>
  state === 'queued' || (state === 'waiting' && due !== undefined && Date.parse(due) <= nowMs)
