import type { Calendar } from '../../../shared/deadlines/calendar.ts'
import type { Limit } from '../../../shared/kernel/limit.ts'
import { type DeadlineOracle, deadlineOracle, type Happened, secondsOfLimit } from '../deadline-oracle.ts'
import type { SeenCase, SeenRow, SeenTerms, Violation, World } from './world.ts'

/** Settled means that nothing is on its way; a timer's own second is allowed all the same. */
const GRACE_MS = 2_000
const once = ['mark-overdue', 'remind', 'supervise', 'supervise-by-leader', 'propose-notice']

/** I5: nothing is marked before its due; once per stage that was entered; and everything overdue is marked. */
export function markedOnceAndNotEarly({ cases, settled, nowMs }: World): Violation[] {
  const broken = (sentence: string): Violation => ({ invariant: 'I5', sentence })
  return cases.flatMap(({ record, history }) => {
    const found: Violation[] = []
    let marks: string[] = []
    let due: string | undefined
    for (const row of history) {
      if (row.to !== row.from) marks = []
      if (row.post === 'system' && once.includes(row.action)) {
        if (row.action === 'mark-overdue' && (due === undefined || row.at < due))
          found.push(broken(`case ${record.number}: marked overdue at ${row.at}, due ${due}`))
        if (marks.includes(row.action)) found.push(broken(`case ${record.number}: ${row.action} twice`))
        marks.push(row.action)
      }
      due = row.due
    }
    const missed = record.due !== undefined && Date.parse(record.due) + GRACE_MS < nowMs
    if (settled && missed && !record.overdue && history.at(-1)?.to !== 'suspended')
      found.push(broken(`case ${record.number}: due ${record.due}, and nobody marked it`))
    return found
  })
}

const DAY_SECONDS = 86_400
const SPAN_DAYS = 400
const oracles = new Map<Calendar, DeadlineOracle>()

/** Two years around the first case: as far as any deadline of a test may lie. */
function oracleOf(calendar: Calendar, around: string): DeadlineOracle {
  const known = oracles.get(calendar)
  if (known) return known
  const midnight = Date.parse(`${around.slice(0, 10)}T00:00:00+08:00`) / 1000
  const oracle = deadlineOracle(
    calendar,
    midnight - SPAN_DAYS * DAY_SECONDS,
    midnight + 2 * SPAN_DAYS * DAY_SECONDS,
  )
  oracles.set(calendar, oracle)
  return oracle
}

const seconds = (instant: string) => Date.parse(instant) / 1000
const instant = (second: number) => `${new Date(second * 1000).toISOString().slice(0, 19)}Z`

/** I16: each stage is due when an own reckoning from the history has it, and the case shows the last of these. */
export function deadlinesFollow({ cases, terms }: World): Violation[] {
  return cases.flatMap((seen) => {
    const { record, history } = seen
    const last = history.at(-1)
    const shown: Violation[] =
      last && last.due !== record.due
        ? [
            {
              invariant: 'I16',
              sentence: `case ${record.number}: shows ${record.due}, its history ${last.due}`,
            },
          ]
        : []
    return terms ? [...shown, ...stagesDue(seen, terms)] : shown
  })
}

function stagesDue({ record, history }: SeenCase, terms: SeenTerms): Violation[] {
  return history.flatMap((row): Violation[] => {
    if (row.from === row.to || row.to === 'handling' || row.action === 'unmerge') return []
    const limit = terms.limitOf(row.to, record)
    if (!limit) return []
    const expected = dueUnder(limit, row, terms)
    if (row.due === expected) return []
    return [
      {
        invariant: 'I16',
        sentence: `case ${record.number}: ${row.to} entered ${row.at} is due ${row.due}, not ${expected}`,
      },
    ]
  })
}

function dueUnder(limit: Limit, { to, at }: SeenRow, { calendar, duty, desks }: SeenTerms): string {
  const hours = duty && desks.includes(to) ? duty : calendar
  const happened = { started: seconds(at), pauses: [], extensions: 0, finished: seconds(at) }
  return instant(oracleOf(hours, at).reckon(secondsOfLimit(limit), happened).due)
}

/** I6: the clock of handling stands where the oracle has it, from dispatch, extensions granted and suspensions alone. */
export function handlingClocks({ cases, terms }: World): Violation[] {
  if (!terms) return []
  return cases.flatMap(({ record, history }) => {
    const { term } = record
    if (!term) return []
    let happened: Happened | undefined
    return history.flatMap((row): Violation[] => {
      happened = after(happened, row)
      if (!happened || row.to !== 'handling') return []
      const { due } = oracleOf(terms.calendar, row.at).reckon(secondsOfLimit(term), happened)
      if (row.due === instant(due)) return []
      const sentence = `case ${record.number}: after ${row.action} handling is due ${row.due}, not ${instant(due)}`
      return [{ invariant: 'I6', sentence }]
    })
  })
}

/** What a row does to the clock of handling: it begins with a dispatch, and with each round of rework. */
function after(happened: Happened | undefined, row: SeenRow): Happened | undefined {
  const at = seconds(row.at)
  if (row.to === 'dispatched' && row.from !== 'dispatched' && row.action !== 'unmerge') return begun(at)
  if (row.to === 'handling' && ['fail', 'object'].includes(row.action)) return begun(at)
  if (!happened) return undefined
  if ((row.to === 'suspended' && row.from !== 'suspended') || row.action === 'merge')
    return { ...happened, pauses: [...happened.pauses, { from: at, until: at }] }
  if (row.action === 'wake' || row.action === 'unmerge') {
    const stopped = happened.pauses.at(-1)
    if (!stopped) return happened
    return { ...happened, pauses: [...happened.pauses.slice(0, -1), { from: stopped.from, until: at }] }
  }
  if (row.granted === 'extension') return { ...happened, extensions: happened.extensions + 1 }
  return happened
}

const begun = (started: number): Happened => ({ started, pauses: [], extensions: 0, finished: started })
