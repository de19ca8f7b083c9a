import type { PublicProgress, Rating } from '#shared/intake/citizen-contract'
import { MOST_WRONG_CODES } from '#shared/intake/quota'
import { instantOf } from '#shared/kernel/instant'
import type { Language } from '#shared/kernel/language'
import { isRefusal, type Refusal, refuse } from '#shared/kernel/result'
import type { Clock } from '../kernel/clock.ts'
import { bodyHashOf, oneEffect } from '../kernel/command.ts'
import { addressRange } from './address-range.ts'
import type { CitizenCases, Counters, CountyDigests, FollowedCases, RatingStore } from './ports.ts'
import { isDone, publicCaseOf } from './public-case.ts'
import { queryCodeOf } from './query-code.ts'
import { citizenKey } from './report-publicly.ts'

export interface FollowNeeds {
  readonly digests: CountyDigests
  readonly counters: Counters
  readonly followed: FollowedCases
  readonly clock: Clock
  readonly cases: Pick<CitizenCases, 'object'>
  readonly ratings: RatingStore
}

export interface Following {
  readonly number: string
  readonly code: string
  readonly address: string
  readonly language: Language
}

/** How a report stands, in the words that citizens are told. */
export const followReport =
  (needs: FollowNeeds) =>
  async (following: Following): Promise<PublicProgress | Refusal> => {
    const id = await followedId(needs, following)
    return isRefusal(id) ? id : progressOf(needs, id, following.language)
  }

/** Sends a result back that is none, within the time for it. */
export const objectPublicly =
  (needs: FollowNeeds) =>
  async ({
    reason,
    key,
    ...following
  }: Following & { readonly reason: string; readonly key: string }): Promise<PublicProgress | Refusal> => {
    const caseId = await followedId(needs, following)
    if (isRefusal(caseId)) return caseId
    const answer = await needs.cases.object({ caseId, reason, key: citizenKey(key) })
    return isRefusal(answer) ? answer : progressOf(needs, caseId, following.language)
  }

/** Keeps what the reporter says of the result: once for each time that the case was done. */
export const ratePublicly =
  (needs: FollowNeeds) =>
  async ({
    rating,
    key,
    ...following
  }: Following & { readonly rating: Rating; readonly key: string }): Promise<PublicProgress | Refusal> => {
    const caseId = await followedId(needs, following)
    if (isRefusal(caseId)) return caseId
    const { followed, ratings, clock } = needs
    const submission = { key: citizenKey(key), bodyHash: bodyHashOf({ caseId, rating }) }
    const kept = await oneEffect(ratings, submission, async () => {
      const file = await followed.file(caseId)
      if (!file || !isDone(file.record)) return refuse('rating-not-possible')
      const { episode } = file.record
      if (await ratings.of(caseId, episode)) return refuse('rated-already')
      const at = instantOf(clock.now())
      const act = {
        act: 'result-rated',
        actor: 'citizen',
        subject: caseId,
        details: { episode, rating },
        at,
      }
      const answer = { episode }
      const outcome = await ratings.keep({ ...submission, act, answer }, { caseId, episode, rating })
      return outcome === 'changed' ? outcome : answer
    })
    return isRefusal(kept) ? kept : progressOf(needs, caseId, following.language)
  }

/**
 * A number without its code is as good as unknown; who tries many codes of one number is told to stop. Numbers are counted
 * apart: a whole town may come by one address, the portal's among them, and forty bits are not guessed by thirty tries.
 */
async function followedId(
  { digests, counters, followed, clock }: FollowNeeds,
  { number, code, address }: Following,
): Promise<string | Refusal> {
  const { windowSeconds, most } = MOST_WRONG_CODES
  const window = Math.floor(clock.now() / 1000 / windowSeconds)
  const tries = `code ${await digests('address', `${addressRange(address)} ${number}`)} ${window}`
  if ((await counters.read(tries)) >= most) return refuse('too-many-tries')
  const id = await followed.idOf(number)
  if (id && code === (await queryCodeOf(digests, id))) return id
  await counters.add(tries, 2 * windowSeconds)
  return refuse('unknown-report')
}

async function progressOf(
  { followed, ratings, clock, digests }: FollowNeeds,
  id: string,
  language: Language,
): Promise<PublicProgress | Refusal> {
  const file = await followed.file(id)
  if (!file) return refuse('unknown-report')
  const rating = isDone(file.record) ? await ratings.of(id, file.record.episode) : undefined
  return publicCaseOf(file, rating, { nowMs: clock.now(), language, digests })
}
