import type { HistoryRow } from '#shared/cases/record'
import type { PublicProgress, Rating } from '#shared/intake/citizen-contract'
import { epochMsOf, type Instant, instantOf } from '#shared/kernel/instant'
import type { Language } from '#shared/kernel/language'
import { maskNumbers } from '#shared/kernel/mask'
import { OBJECTION_HOURS } from '#shared/lifecycle/guards'
import { lifecycle, type PublicStatus, publicStatusOf, ruleOf } from '#shared/lifecycle/lifecycle'
import { publicStatusWording } from '#shared/lifecycle/wording'
import type { CountyDigests, FollowedCase } from './ports.ts'

/** A status as citizens hear of it. */
export const said = (status: PublicStatus, language: Language) => ({
  status,
  name: publicStatusWording[status][language],
})

interface Reading {
  readonly nowMs: number
  readonly language: Language
  readonly digests: CountyDigests
}

/** A case as whoever reported it is told of it: no person of the staff, no unit, and of reasons only why it was not taken up. */
export async function publicCaseOf(
  { record, words, history }: FollowedCase,
  rating: Rating | undefined,
  { nowMs, language, digests }: Reading,
): Promise<PublicProgress> {
  const { number, reportedAt, stage, due, kind } = record
  const status = publicStatusOf(stage)
  const done = isDone(record)
  const [dispatched] = history.filter(({ action }) => action === 'dispatch' || action === 'rule')
  const reason = reasonOf(status, history)
  const objectUntil = objectionEnd(record, nowMs)
  return {
    number,
    ...said(status, language),
    reportedAt,
    steps: stepsOf(history).map(({ status: step, at }) => ({ ...said(step, language), at })),
    words: maskNumbers(words.words),
    place: words.place,
    ...(kind && { kind }),
    ...(dispatched && { dispatchedAt: dispatched.at }),
    ...(due && { nextBy: due }),
    ...(reason && { reason }),
    ...(await photosOf({ record, words, history }, digests)),
    ...(objectUntil && { objectUntil }),
    mayRate: done && rating === undefined,
    ...(rating && { rating }),
    serverTime: instantOf(nowMs),
  }
}

/** Where a result can be judged by whoever reported. */
export const isDone = ({ stage }: FollowedCase['record']): boolean =>
  !lifecycle[stage].open && publicStatusOf(stage) === 'done'

/** What may be seen of it: what it was reported with, and what it looked like afterwards once it is done. */
async function photosOf({ record, words, history }: FollowedCase, digests: CountyDigests) {
  const last = (field: 'photos' | 'photosBefore') =>
    history.findLast(({ action, evidence }) => AFTER_WORK.has(action) && evidence[field])?.evidence[field]
  const own = words.photos ?? []
  const before = own.length > 0 ? own : (last('photosBefore') ?? [])
  const after = isDone(record) ? (last('photos') ?? []) : []
  const shown = (ids: readonly string[]) =>
    Promise.all(ids.map(async (id) => ({ id, pass: await photoPassOf(digests, id) })))
  return { photosBefore: await shown(before), photosAfter: await shown(after) }
}

/** Made of the photo's id by the county's own key, so that nothing need be kept or looked up. */
export const photoPassOf = (digests: CountyDigests, photo: string) => digests('photo', photo)

const AFTER_WORK: ReadonlySet<HistoryRow['action']> = new Set([
  'report-back',
  'report-on-behalf',
  'self-handle',
])

/** What was written for whoever reported, where their case ends without work. */
function reasonOf(status: PublicStatus, history: FollowedCase['history']): string | undefined {
  const last = history.at(-1)
  if (!last || !['not-accepted', 'not-filed'].includes(status)) return undefined
  return last.evidence.reason && maskNumbers(last.evidence.reason)
}

function objectionEnd({ stage, closedAt, unit }: FollowedCase['record'], nowMs: number): Instant | undefined {
  if (!closedAt || !unit || !ruleOf(stage, 'object')) return undefined
  const endMs = epochMsOf(closedAt) + OBJECTION_HOURS * 3_600_000
  return nowMs <= endMs ? instantOf(endMs) : undefined
}

/** Each status when it began, without those acts that changed nothing for whoever waits. */
function stepsOf(history: FollowedCase['history']) {
  const statuses = history.map(({ to, at }) => ({ status: publicStatusOf(to), at }))
  return statuses.filter(({ status }, at) => status !== statuses[at - 1]?.status)
}
