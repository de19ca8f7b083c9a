import type { PublicProgress } from '#shared/intake/citizen-contract'
import type { Text } from '../../text/text.ts'

export interface TimelineStep {
  readonly name: string
  readonly state: 'done' | 'now' | 'next'
  readonly at?: string | undefined
  /** By when it is to be done. */
  readonly by?: string | undefined
  readonly note?: string | undefined
}

type Said = Text['citizen']['follow']

/** 已收到、已受理、已派单、处理中、已办结; a report that ends elsewhere ends with that, and why. */
export function timelineOf(progress: PublicProgress, text: Said): TimelineStep[] {
  const { status, steps, reportedAt, dispatchedAt } = progress
  const at = (wanted: PublicProgress['status']) => steps.findLast((step) => step.status === wanted)?.at
  const takenUp = steps.find((step) => step.status !== 'received' && !endings.has(step.status))?.at
  const ended = endOf(progress, text)
  const working = status === 'in-hand' && dispatchedAt !== undefined
  const times = [
    reportedAt,
    takenUp,
    dispatchedAt,
    working || status === 'done' ? dispatchedAt : undefined,
    status === 'done' ? at('done') : undefined,
  ]
  const names = [
    text.steps.received,
    text.steps.accepted,
    text.steps.sent,
    text.steps.working,
    text.steps.done,
  ]
  if (ended) {
    const reached = names.flatMap((name, index) => (times[index] ? [{ name, at: times[index] }] : []))
    return [...reached.map((one) => ({ ...one, state: 'done' as const })), ended]
  }
  const last = times.findLastIndex(Boolean)
  return names.map((name, index) => {
    if (status !== 'done' && working && index === last) return currentStep(name, progress, text)
    if (index <= last) return { name, state: 'done', at: times[index] }
    const isNext = index === last + 1 && !working
    return { name, state: 'next', ...(isNext && byWhen(progress, text)) }
  })
}

/** Where it ends without having been mended here. */
const endings: ReadonlySet<PublicProgress['status']> = new Set([
  'not-accepted',
  'not-filed',
  'void',
  'passed-on',
  'joined',
])

function currentStep(name: string, progress: PublicProgress, text: Said): TimelineStep {
  return { name, state: 'now', ...byWhen(progress, text) }
}

/** The date to wait for; one that has passed is said so. */
function byWhen({ nextBy, serverTime }: PublicProgress, text: Said) {
  if (!nextBy) return {}
  return Date.parse(nextBy) < Date.parse(serverTime) ? { note: text.late } : { by: nextBy }
}

function endOf({ status, name, steps, reason }: PublicProgress, text: Said): TimelineStep | undefined {
  const notes: Partial<Record<PublicProgress['status'], string>> = {
    'not-accepted': reason ?? text.reasonNone,
    'not-filed': reason ?? text.reasonNone,
    void: text.reasonNone,
    'passed-on': text.passedOn,
    joined: text.joined,
  }
  const note = notes[status]
  if (note === undefined) return undefined
  return { name, state: 'done', at: steps.at(-1)?.at, note: reason ? text.because(reason) : note }
}
