import { caseIdOf, keyDigest } from '../../../functions/cases/fingerprint.ts'
import { sha256 } from '../../../functions/kernel/digest.ts'
import { type Act, type Advance, actOn } from '../../../shared/cases/act.ts'
import { awaitedOf } from '../../../shared/cases/awaited.ts'
import type { CaseRecord, HistoryRow } from '../../../shared/cases/record.ts'
import { type NewCase, newCase } from '../../../shared/cases/report.ts'
import type { Terms } from '../../../shared/cases/terms.ts'
import { chinaDate, instantOf } from '../../../shared/kernel/instant.ts'
import { isRefusal } from '../../../shared/kernel/result.ts'
import type { Actor } from '../../../shared/lifecycle/decide.ts'
import type { Setting } from './read-setting.ts'
import type { Step, Story } from './stories.ts'

/** A case as it would have come about: the report, then each act with what the timers did before it, told as one. */
export interface Played {
  readonly report: NewCase
  readonly advance?: Advance
}

interface Playing extends Pick<Setting, 'tenant' | 'conditions' | 'areas'> {
  /** Of its day, counted from one. */
  readonly serial: number
  readonly terms: Terms
  /** What has not happened by then is left to those who try the demonstration. */
  readonly now: number
  readonly photo: string
}

/** Apart from the numbers that the product gives today. */
const NUMBERS_FROM = 50_000
/** Most of what happens, happens in a few places. */
const AREAS_USED = 6
const MINUTE_MS = 60_000
const HOUR_MS = 3_600_000
const DAY_MS = 86_400_000
/** Desks work from half past eight to six, every day; it is eight hours later in China. */
const OPENS_MS = 30 * MINUTE_MS
const CLOSES_MS = 10 * HOUR_MS

export function playStory(story: Story, setting: Playing): Played {
  const { tenant, terms, now, conditions, areas, serial } = setting
  const area = areas[serial % Math.min(areas.length, AREAS_USED)]
  const key = `demonstration-${chinaDate(story.reportedAt)}-${String(serial).padStart(4, '0')}`
  const number = `${tenant}${chinaDate(story.reportedAt).replaceAll('-', '')}${serial + NUMBERS_FROM}`
  const report = newCase(
    { tenant, id: caseIdOf(tenant, key), number },
    { words: story.words, place: story.place, photos: [setting.photo] },
    {
      person: `demo-${story.post}`,
      post: story.post,
      channel: story.channel,
      at: instantOf(story.reportedAt),
      key,
      keyDigest: keyDigest(key),
      bodyHash: key,
      digest: sha256,
      found: { kind: story.kind, areaClass: 'built-up', ...(area && { area }) },
    },
    terms,
  )
  const history: HistoryRow[] = []
  let record = report.record
  let at = story.reportedAt
  const act = (action: Act['action'], actor: Actor, evidence: Act['evidence'], instant: number) => {
    const actKey = `${key}-${record.version}`
    const condition = conditions.get(story.kind)
    const advance = actOn(
      record,
      {
        ...{ action, actor, evidence, key: actKey, bodyHash: actKey, digest: sha256 },
        at: instantOf(instant),
        ...(condition && { condition }),
      },
      terms,
    )
    if (isRefusal(advance)) {
      if (tooLate.has(advance.refused)) return
      throw new Error(`The demonstration may not ${action}: ${advance.refused}.`)
    }
    history.push(...advance.history)
    record = advance.after
  }
  for (const step of story.steps) {
    at = story.roundTheClock ? at + step.minutes * MINUTE_MS : atWork(at, step.minutes)
    if (at >= now) break
    for (let next = timerOf(record, at); next; next = timerOf(record, at))
      act(next.action, { kind: 'system' }, {}, Date.parse(next.at))
    act(step.action, actorOf(step), step.evidence, at)
  }
  if (history.length === 0) return { report }
  return { report, advance: { before: report.record, after: record, history } }
}

/** Somebody came too late to ask, and then there was nothing to approve: that happens. */
const tooLate: ReadonlySet<string> = new Set(['asked-too-late', 'nothing-asked'])

/** What a timer did before somebody came to the case. */
function timerOf(record: CaseRecord, by: number) {
  const awaited = awaitedOf(record)
  return awaited && Date.parse(awaited.at) < by ? awaited : undefined
}

const actorOf = ({ post, unit }: Step): Actor => ({
  kind: 'person',
  person: `demo-${post}`,
  posts: [post],
  ...(unit && { unit }),
})

/** So many minutes later, counted while desks are open. */
function atWork(from: number, minutes: number): number {
  let at = from
  let left = minutes * MINUTE_MS
  for (;;) {
    const morning = Math.floor(at / DAY_MS) * DAY_MS
    at = Math.max(at, morning + OPENS_MS)
    const open = morning + CLOSES_MS - at
    if (left <= open) return at + left
    left -= Math.max(0, open)
    at = morning + DAY_MS
  }
}
