import type { Clock } from '../clock/clock.ts'
import type { Fault, Faults } from '../faults/faults.ts'
import type { Operator } from '../gateway/operator.ts'
import type { Activity } from '../kernel/activity.ts'
import type { Messages } from '../messages/messages.ts'
import type { MessageFilter } from '../messages/outgoing.ts'

const KINDS = [
  ...['throttle', 'conflict', 'error', 'timeout', 'lost-answer'],
  ...['duplicate', 'delay', 'reorder', 'replay'],
]

interface Parts {
  clock: Clock
  faults: Faults
  activity: Activity
  messages: Messages
}

/** The doors of `/_local/`: clock, faults, activity, and what would have gone out. */
export function openOperatorRoutes(operator: Operator, { clock, faults, activity, messages }: Parts) {
  const clockState = () => ({ now: new Date(clock.now()).toISOString(), realNow: new Date().toISOString() })
  operator.route('GET', 'clock', clockState)
  operator.route('POST', 'clock', async ({ body }) => {
    await clock.advanceTo(instantOf(body, clock.now()))
    return clockState()
  })
  operator.route('GET', 'faults', () => ({ faults: faults.list() }))
  operator.route('POST', 'faults', ({ body }) => {
    faults.set(readFaults(body))
    return { faults: faults.list() }
  })
  operator.route('GET', 'activity', () => ({ busy: activity.busy() }))
  operator.route('GET', 'messages', ({ query }) => ({ messages: messages.list(filterOf(query)) }))
  operator.route('GET', 'outbox', ({ query }) => messages.page(filterOf(query)))
}

/** `?channel=sms&to=…&after=<id>&limit=<number>` */
function filterOf(query: URLSearchParams): MessageFilter {
  const number = (name: string) => (query.has(name) ? { [name]: Number(query.get(name)) } : {})
  const text = (name: string) => (query.has(name) ? { [name]: query.get(name)! } : {})
  return { ...text('channel'), ...text('to'), ...number('after'), ...number('limit') }
}

/** `{advanceTo: "2026-05-01T00:00:00Z"}` (or milliseconds) or `{advanceBy: milliseconds}`. */
function instantOf(body: unknown, now: number): number {
  const { advanceTo, advanceBy } = (body ?? {}) as { advanceTo?: unknown; advanceBy?: unknown }
  if (typeof advanceBy === 'number' && advanceBy >= 0) return now + advanceBy
  const instant = typeof advanceTo === 'string' ? Date.parse(advanceTo) : advanceTo
  if (typeof instant === 'number' && Number.isFinite(instant)) return instant
  throw new Error('Say {"advanceTo": an instant} or {"advanceBy": milliseconds}.')
}

function readFaults(body: unknown): Fault[] {
  const { faults } = (body ?? {}) as { faults?: unknown }
  if (!Array.isArray(faults)) throw new Error('Say {"faults": [{"kind": …, "method": …, "rate": 0 to 1}]}.')
  for (const { kind, method, rate, times = 1 } of faults as Partial<Fault>[]) {
    if (!KINDS.includes(String(kind)))
      throw new Error(`There is no fault ${String(kind)}; there are ${KINDS.join(', ')}.`)
    if (typeof method !== 'string' || method === '')
      throw new Error('A fault names its method, such as dynamodb:PutItem.')
    if (typeof rate !== 'number' || rate < 0 || rate > 1)
      throw new Error('The rate of a fault lies between 0 and 1.')
    if (!Number.isInteger(times) || times < 1 || times > 100)
      throw new Error('A duplicate comes again from 1 to 100 times.')
  }
  return faults as Fault[]
}
