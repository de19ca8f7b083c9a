import { describe, expect, it } from 'vitest'
import { sha256 } from '../../../functions/kernel/digest.ts'
import { actOn } from '../../../shared/cases/act.ts'
import type { CaseRecord } from '../../../shared/cases/record.ts'
import type { Terms } from '../../../shared/cases/terms.ts'
import { isRefusal } from '../../../shared/kernel/result.ts'
import { anAct, aReport, CONDITION, MORNING, person, standardTerms } from '../../support/case-builders.ts'

function inHandling(): CaseRecord {
  let { record } = aReport()
  for (const [action, evidence] of [
    ['accept', {}],
    ['file', { filingCondition: CONDITION }],
    ['dispatch', { unit: 'lighting' }],
    ['sign', {}],
  ] as const)
    record = anAct(record, action, { evidence }).after
  return record
}

function asked(terms: Terms) {
  const advance = actOn(
    inHandling(),
    {
      action: 'ask-extension',
      actor: person('handler'),
      evidence: { reason: '等材料到货' },
      at: MORNING,
      key: 'k',
      bodyHash: 'b',
      digest: sha256,
    },
    terms,
  )
  if (isRefusal(advance)) throw new Error(advance.refused)
  return advance.after.request
}

describe('whoever decides a request', () => {
  it('has four working hours for it, or as long as the county says', () => {
    expect(asked(standardTerms)?.due).toBe('2026-11-24T07:00:00Z')
    const ownTerms = { ...standardTerms, requestLimit: { amount: 1, unit: 'work_hour' } } as const
    expect(asked(ownTerms)?.due).toBe('2026-11-24T02:00:00Z')
  })
})
