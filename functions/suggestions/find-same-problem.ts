import type { CaseRecord } from '#shared/cases/record'
import { cellsWithin } from '#shared/components/place-cell'
import { epochMsOf, type Instant, instantOf } from '#shared/kernel/instant'
import type { Language } from '#shared/kernel/language'
import { maskNumbers } from '#shared/kernel/mask'
import { isRefusal } from '#shared/kernel/result'
import { lifecycle, type PublicStatus, publicStatusOf } from '#shared/lifecycle/lifecycle'
import { publicStatusWording } from '#shared/lifecycle/wording'
import type { SameCase } from '#shared/suggestions/contract'
import { type Same, sameProblem, type Told, usualReach } from '#shared/suggestions/same-problem'
import type { Clock } from '../kernel/clock.ts'
import type { Ground, ReportedSpots, ReportedThere } from './ports.ts'

interface Needs {
  readonly spots: ReportedSpots
  readonly ground: Ground
  readonly clock: Clock
}

/** A report as it is being taken down, or the case that it has become. */
export type Asked = Partial<Omit<Told, 'reportedAt'>> & { readonly except?: string }

/** As many as somebody reads while a caller waits. */
const MOST = 5
const DAY_MS = 86_400_000
/** What came to nothing, or stands in another case already. */
const LEFT_OUT: ReadonlySet<PublicStatus> = new Set(['not-accepted', 'not-filed', 'void', 'joined'])

/**
 * 查重: cases that may be of the problem which is being reported, whatever way they came in by, the likeliest first. A case
 * that was reported before counts from its own time, so that its file shows what was known then as well as since.
 */
export const findSameProblem =
  ({ spots, ground, clock }: Needs) =>
  async ({ except, ...asked }: Asked, language: Language): Promise<SameCase[]> => {
    const own = except === undefined ? undefined : await spots.read(except)
    const at = own?.reportedAt ?? instantOf(clock.now())
    const area = own?.area ?? (await areaOf(ground, asked))
    const told = { ...asked, ...(area && { area }), reportedAt: at }
    const since = instantOf(epochMsOf(at) - usualReach.days * DAY_MS)
    const there = await spots.since(spotsAround(told), since)
    const found = await Promise.all(
      there.filter(({ id }) => id !== except).map(async (one) => ({ one, record: await spots.read(one.id) })),
    )
    return found
      .flatMap(({ one, record }) => (record ? judged(told, one, record, language) : []))
      .toSorted((a, b) => b.score - a.score)
      .slice(0, MOST)
  }

async function areaOf(ground: Ground, { position, area }: Asked) {
  const located = await ground.locate({ ...(position && { position }), ...(area && { area }) })
  return isRefusal(located) ? undefined : located.code
}

/** What lies within reach of the point, and what was reported of the same area without one. */
function spotsAround({ position, area }: Pick<Asked, 'position' | 'area'>): string[] {
  const cells = position ? cellsWithin(position.longitude, position.latitude, usualReach.metres) : []
  return [...cells, ...(area ? [area] : [])]
}

function judged(
  told: Partial<Told> & { readonly reportedAt: Instant },
  there: ReportedThere,
  record: CaseRecord,
  language: Language,
): SameCase[] {
  const status = publicStatusOf(record.stage)
  if (LEFT_OUT.has(status)) return []
  const { kind, area, reportedAt } = record
  const other = { ...there, ...(kind && { kind }), ...(area && { area }), reportedAt }
  const same = sameProblem({ place: '', words: '', ...told }, other)
  return same ? [sameCaseOf(record, there, same, language)] : []
}

const sameCaseOf = (
  { id, number, kind, unit, stage, reportedAt }: CaseRecord,
  { place, words }: ReportedThere,
  { score, reasons }: Same,
  language: Language,
): SameCase => ({
  id,
  number,
  ...(kind && { kind }),
  ...(unit && { unit }),
  place,
  words: maskNumbers(words),
  status: publicStatusOf(stage),
  name: publicStatusWording[publicStatusOf(stage)][language],
  open: lifecycle[stage].open,
  reportedAt,
  score: Math.round(score * 100) / 100,
  reasons: { ...reasons, words: [...reasons.words] },
})
