import type { PublicProgress } from '#shared/intake/citizen-contract'
import { MOST_WRONG_CODES } from '#shared/intake/quota'
import { instantOf } from '#shared/kernel/instant'
import type { Language } from '#shared/kernel/language'
import { isRefusal, type Refusal, refuse } from '#shared/kernel/result'
import { lifecycle, type PublicStatus } from '#shared/lifecycle/lifecycle'
import { publicStatusWording } from '#shared/lifecycle/wording'
import type { Clock } from '../kernel/clock.ts'
import { addressRange } from './address-range.ts'
import type { CitizenCases, Counters, CountyDigests, FollowedCase, FollowedCases } from './ports.ts'
import { queryCodeOf } from './query-code.ts'
import { citizenKey } from './report-publicly.ts'

export interface FollowNeeds {
  readonly digests: CountyDigests
  readonly counters: Counters
  readonly followed: FollowedCases
  readonly cases: Pick<CitizenCases, 'object'>
  readonly clock: Clock
}

export interface Following {
  readonly number: string
  readonly code: string
  readonly address: string
  readonly language: Language
}

/** How a report stands, in the words that citizens are told: no names, no reasons, no person of the staff. */
export const followReport =
  (needs: FollowNeeds) =>
  async (following: Following): Promise<PublicProgress | Refusal> => {
    const id = await idOf(needs, following)
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
    const caseId = await idOf(needs, following)
    if (isRefusal(caseId)) return caseId
    const answer = await needs.cases.object({ caseId, reason, key: citizenKey(key) })
    return isRefusal(answer) ? answer : progressOf(needs, caseId, following.language)
  }

/** A number without its code is as good as unknown; whoever tries many is told to stop. */
async function idOf(
  { digests, counters, followed, clock }: FollowNeeds,
  { number, code, address }: Following,
): Promise<string | Refusal> {
  const { windowSeconds, most } = MOST_WRONG_CODES
  const window = Math.floor(clock.now() / 1000 / windowSeconds)
  const tries = `code ${await digests('address', addressRange(address))} ${window}`
  if ((await counters.read(tries)) >= most) return refuse('too-many-tries')
  const id = await followed.idOf(number)
  if (id && code === (await queryCodeOf(digests, id))) return id
  await counters.add(tries, 2 * windowSeconds)
  return refuse('unknown-report')
}

async function progressOf(
  { followed, clock }: Pick<FollowNeeds, 'followed' | 'clock'>,
  id: string,
  language: Language,
): Promise<PublicProgress | Refusal> {
  const file = await followed.file(id)
  if (!file) return refuse('unknown-report')
  const { number, reportedAt, stage } = file.record
  const { publicStatus } = lifecycle[stage]
  return {
    number,
    ...said(publicStatus, language),
    reportedAt,
    steps: stepsOf(file.history).map(({ status, at }) => ({ ...said(status, language), at })),
    serverTime: instantOf(clock.now()),
  }
}

const said = (status: PublicStatus, language: Language) => ({
  status,
  name: publicStatusWording[status][language],
})

/** Each status when it began, without those acts that changed nothing for whoever waits. */
function stepsOf(history: FollowedCase['history']) {
  const statuses = history.map(({ to, at }) => ({ status: lifecycle[to].publicStatus, at }))
  return statuses.filter(({ status }, at) => status !== statuses[at - 1]?.status)
}
