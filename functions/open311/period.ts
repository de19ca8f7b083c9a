import * as z from 'zod'
import { type Instant, instantOf } from '#shared/kernel/instant'
import { type FieldProblem, type Refusal, refuse } from '#shared/kernel/result'
import { MOST_DAYS } from '#shared/open311/georeport'
import { given } from './ask.ts'

const DAY_MS = 86_400_000
/** A point in time with its zone, as the specification asks; without one nobody knows which is meant. */
const moment = z.iso.datetime({ offset: true })

interface Period {
  readonly from: Instant
  readonly until: Instant
}

/** A date of the query, in UTC. Absent where it was not given. */
export function dateOf(query: URLSearchParams, name: string): Instant | undefined | FieldProblem {
  const value = given(query, name)
  if (value === undefined) return undefined
  // a plus sign that nobody escaped comes as a space
  const parsed = moment.safeParse(value.replace(/ (\d\d:?\d\d)$/, '+$1'))
  return parsed.success ? instantOf(Date.parse(parsed.data)) : { field: name, code: 'wrong-format' }
}

export const isProblem = (value: unknown): value is FieldProblem =>
  typeof value === 'object' && value !== null && 'code' in value

/** The days that are asked for: so many before the end, or after the start, where one of them is not told. */
export function periodOf(
  query: URLSearchParams,
  nowMs: number,
  usualMs = MOST_DAYS * DAY_MS,
): Period | Refusal {
  const [start, end] = [dateOf(query, 'start_date'), dateOf(query, 'end_date')]
  const problems = [start, end].filter(isProblem)
  if (problems.length > 0) return refuse('invalid-input', { fields: problems })
  const [from, until] = [start, end] as (Instant | undefined)[]
  const most = MOST_DAYS * DAY_MS
  const untilMs = until ? Date.parse(until) : from ? Math.min(nowMs, Date.parse(from) + most) : nowMs
  const fromMs = from ? Date.parse(from) : untilMs - usualMs
  if (from && until && fromMs > untilMs)
    return refuse('invalid-input', { fields: [{ field: 'end_date', code: 'not-after-start' }] })
  if (untilMs - fromMs > most) return refuse('span-too-long')
  return { from: instantOf(fromMs), until: instantOf(untilMs) }
}
