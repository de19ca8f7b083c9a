import { caseIdOf, keyDigest } from '../../../functions/cases/fingerprint.ts'
import { sha256 } from '../../../functions/kernel/digest.ts'
import { type Act, type Advance, actInSeries } from '../../../shared/cases/act.ts'
import { type NewCase, newCase } from '../../../shared/cases/report.ts'
import { chinaDate, instantOf } from '../../../shared/kernel/instant.ts'
import { isRefusal } from '../../../shared/kernel/result.ts'
import type { Action } from '../../../shared/lifecycle/lifecycle.ts'
import type { Post } from '../../../shared/lifecycle/posts.ts'
import { CONDITION, condition, standardTerms } from '../../support/case-builders.ts'

const DAYS = 10
const DAY_MS = 86_400_000
const MINUTE_MS = 60_000
/** Of ten cases: how many wait at a unit, and how many are closed; the others are only reported. */
const AT_UNITS = 3
const CLOSED = 5
const UNITS = 3

type Step = readonly [Action, Post, Act['evidence']]

const upToUnit = (unit: string): Step[] => [
  ['accept', 'acceptor', {}],
  ['file', 'shift-leader', { filingCondition: CONDITION }],
  ['dispatch', 'dispatcher', { unit }],
]
const upToEnd: Step[] = [
  ['sign', 'handler', {}],
  ['report-back', 'handler', { photos: ['photo-1'] }],
  ['pass', 'inspector', { way: 'on-site' }],
  ['close', 'shift-leader', { closingCondition: CONDITION }],
]

/** A case of the bench: reported within ten days, and, by its index, brought to a unit or to its end. */
export function aCaseOfBench(
  tenant: string,
  index: number,
  nowMs: number,
): { report: NewCase; advance?: Advance } {
  const turn = Math.floor(index / 2)
  const startMs = nowMs - (turn % DAYS) * DAY_MS - 60 * MINUTE_MS
  const key = `bench-${String(index).padStart(16, '0')}`
  const day = chinaDate(startMs).replaceAll('-', '')
  const report = newCase(
    {
      tenant,
      id: caseIdOf(tenant, key),
      number: `${tenant}${day}${String(index % 100_000).padStart(5, '0')}`,
    },
    { words: '滨江路路灯不亮', place: '滨江路 12 号门前' },
    {
      person: 'p-acceptor',
      post: 'acceptor',
      channel: 'hotline',
      at: instantOf(startMs),
      key,
      keyDigest: keyDigest(key),
      bodyHash: key,
      digest: sha256,
    },
    standardTerms,
  )
  const kind = turn % 10
  if (kind >= AT_UNITS + CLOSED) return { report }
  const unit = `unit-${1 + (Math.floor(turn / 10) % UNITS)}`
  const steps = [...upToUnit(unit), ...(kind >= AT_UNITS ? upToEnd : [])]
  const acts = steps.map(
    ([action, post, evidence], step): Act => ({
      action,
      actor: { kind: 'person', person: `p-${post}`, posts: [post], unit },
      evidence,
      at: instantOf(startMs + (step + 1) * MINUTE_MS),
      key: `${key}-${step}`,
      bodyHash: key,
      digest: sha256,
      condition,
    }),
  )
  const advance = actInSeries(report.record, acts, standardTerms)
  if (isRefusal(advance)) throw new Error(`refused: ${advance.refused}`)
  return { report, advance }
}
