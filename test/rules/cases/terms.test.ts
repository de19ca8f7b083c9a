import { describe, expect, it } from 'vitest'
import { sha256 } from '../../../functions/kernel/digest.ts'
import { actOn } from '../../../shared/cases/act.ts'
import type { CaseRecord } from '../../../shared/cases/record.ts'
import type { Terms } from '../../../shared/cases/terms.ts'
import { caseLineOf } from '../../../shared/cases/view.ts'
import { isRefusal } from '../../../shared/kernel/result.ts'
import type { EvidenceGiven } from '../../../shared/lifecycle/evidence.ts'
import type { Action } from '../../../shared/lifecycle/lifecycle.ts'
import {
  aReport,
  CONDITION,
  condition,
  everyPost,
  MORNING,
  standardTerms,
} from '../../support/case-builders.ts'

/** The same county, an hour off for lunch at nine and its own limits. */
const otherTerms: Terms = {
  calendar: {
    ...standardTerms.calendar,
    version: 'late',
    week: [[], ...Array.from({ length: 5 }, () => [{ from: 36_000, to: 43_200 }]), []] as never,
  },
  limits: { filed: { amount: 2, unit: 'work_hour' }, accepted: { amount: 1, unit: 'work_hour' } },
  catalogue: '500235-2',
}

function moved(record: CaseRecord, action: Action, terms: Terms, evidence: EvidenceGiven = {}): CaseRecord {
  const act = {
    action,
    actor: everyPost,
    evidence,
    at: MORNING,
    key: 'k',
    bodyHash: 'b',
    digest: sha256,
    condition,
  }
  const advance = actOn(record, act, terms)
  if (isRefusal(advance)) throw new Error(advance.refused)
  return advance.after
}

describe('a case whose county changes calendar and limits', () => {
  const { record } = aReport()

  it('keeps the due of the stage it is in, and the next stage begins under the new ones', () => {
    expect(record.due).toBe('2026-11-24T01:15:00Z')
    const accepted = moved(record, 'accept', otherTerms)
    expect(accepted).toMatchObject({ limit: { amount: 1, unit: 'work_hour' }, due: '2026-11-24T03:00:00Z' })
    const overdue = actOn(
      record,
      {
        action: 'mark-overdue',
        actor: { kind: 'system' },
        evidence: {},
        at: '2026-11-24T01:15:00Z',
        key: 'k',
        bodyHash: 'b',
        digest: sha256,
      },
      otherTerms,
    )
    expect(overdue).toMatchObject({ after: { due: record.due, limit: record.limit, overdue: true } })
  })

  it('shows its lamp by the limit that the stage began under', () => {
    const nowMs = Date.parse(MORNING) + 13 * 60_000
    expect(caseLineOf(record, { terms: standardTerms, nowMs, language: 'en' }).lamp).toMatchObject({
      colour: 'amber',
      secondsLeft: 120,
    })
  })

  it('keeps the catalogue that it was filed under', () => {
    const accepted = moved(record, 'accept', otherTerms)
    expect(accepted.catalogue).toBeUndefined()
    const filed = moved(accepted, 'file', otherTerms, { filingCondition: CONDITION })
    expect(filed.catalogue).toBe('500235-2')
  })

  it('has no limit once it has ended', () => {
    const rejected = moved(record, 'reject', otherTerms, { reason: '不在范围内' })
    expect(rejected).not.toHaveProperty('limit')
    expect(rejected).not.toHaveProperty('due')
  })
})
