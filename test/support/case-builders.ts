import { caseIdOf, keyDigest } from '../../functions/cases/fingerprint.ts'
import type { References, Suggest, Surroundings } from '../../functions/cases/ports.ts'
import { bodyHashOf } from '../../functions/kernel/command.ts'
import { sha256 } from '../../functions/kernel/digest.ts'
import { type Advance, actOn } from '../../shared/cases/act.ts'
import type { ReportInput } from '../../shared/cases/case.ts'
import type { CaseRecord } from '../../shared/cases/record.ts'
import { type NewCase, newCase } from '../../shared/cases/report.ts'
import type { Terms } from '../../shared/cases/terms.ts'
import type { ConditionRule } from '../../shared/catalogue/rules.ts'
import { defaultCalendar } from '../../shared/deadlines/default-calendar.ts'
import { isRefusal } from '../../shared/kernel/result.ts'
import type { Actor } from '../../shared/lifecycle/decide.ts'
import type { EvidenceGiven } from '../../shared/lifecycle/evidence.ts'
import type { Action } from '../../shared/lifecycle/lifecycle.ts'
import { type Post, posts } from '../../shared/lifecycle/posts.ts'

/** A Tuesday morning, working time: 2026-11-24 09:00 in China. */
export const MORNING = '2026-11-24T01:00:00Z'
export const COUNTY = '500235'

/** What a county's clocks stand on before anyone has changed anything. */
export const standardTerms: Terms = { calendar: defaultCalendar, limits: {}, catalogue: 'base-1' }

/** A condition as the catalogue has it: a street lamp that is out, one working day. */
export const CONDITION = '10137-1'
export const condition: ConditionRule = {
  kind: '10137',
  no: 1,
  grade: 'ordinary',
  limit: { amount: 1, unit: 'work_day' },
  confirmed: true,
}

/** A county that has this one condition, the units of these tests and everybody in them. */
export const knownReferences: References = {
  condition: async (_version, code) => (code === CONDITION ? condition : undefined),
  isUnit: async (id) => UNITS.includes(id),
  units: async () => UNITS,
  keepPhotos: async () => [],
  isNeighbour: async (code) => code === '500236',
  worksIn: async () => true,
}
/** A county in which nothing is drawn, without components; it has every kind and every photo. */
export const emptySurroundings: Surroundings = {
  locate: async () => ({ code: COUNTY }),
  component: async () => undefined,
  isKind: async () => true,
  keepPhotos: async () => [],
}
export const UNITS = ['lighting', 'roads', 'water']

/** A county without dispatch rules. */
export const noSuggestion: Suggest = async () => ({ assisting: [], doubt: 'no-rule' })

let keys = 0
/** An idempotency key nobody used before. */
export const freshKey = () => `key-${String(++keys).padStart(16, '0')}`

export const person = (...held: Post[]) =>
  ({ kind: 'person', person: `p-${held.join('-')}`, posts: held, unit: 'lighting' }) as const
export const everyPost = { ...person(...posts), person: 'p-all' }

export const reportInput = (changes: Partial<ReportInput> = {}): ReportInput => ({
  words: '滨江路路灯不亮',
  place: '滨江路 12 号门前',
  ...changes,
})

/** A new case of the county, as `report-case` makes it. */
export function aReport(
  changes: {
    tenant?: string
    key?: string
    at?: string
    sequence?: number
    input?: Partial<ReportInput>
  } = {},
): NewCase {
  const { tenant = COUNTY, key = freshKey(), at = MORNING, sequence = 1 } = changes
  const input = reportInput(changes.input)
  return newCase(
    {
      tenant,
      id: caseIdOf(tenant, key),
      number: `${tenant}${at.slice(0, 10).replaceAll('-', '')}${String(sequence).padStart(5, '0')}`,
    },
    input,
    {
      person: 'p-acceptor',
      post: 'acceptor',
      channel: 'web',
      at,
      key,
      keyDigest: keyDigest(key),
      bodyHash: bodyHashOf({ person: 'p-acceptor', input }),
      digest: sha256,
    },
    standardTerms,
  )
}

/** What an act makes of a case; throws when the rules refuse it. */
export function anAct(
  record: CaseRecord,
  action: Action,
  changes: { actor?: Actor; evidence?: EvidenceGiven; at?: string; key?: string } = {},
): Advance {
  const { actor = everyPost, evidence = {}, at = MORNING, key = freshKey() } = changes
  const act = {
    action,
    actor,
    evidence,
    at,
    key,
    keyDigest: keyDigest(key),
    bodyHash: bodyHashOf(key),
    digest: sha256,
    condition,
  }
  const advance = actOn(record, act, standardTerms)
  if (isRefusal(advance)) throw new Error(`refused: ${advance.refused}`)
  return advance
}
