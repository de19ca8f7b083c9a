import { describe, expect, it } from 'vitest'
import { awaitedOf } from '../../../shared/cases/awaited.ts'
import type { CaseRecord } from '../../../shared/cases/record.ts'
import { anAct, aReport } from '../../support/case-builders.ts'

/** Overdue and nobody acts: the timer climbs the ladder to where it ends. */
function climbedToTheEnd(record: CaseRecord): CaseRecord {
  const awaited = awaitedOf(record)
  if (!awaited) return record
  return climbedToTheEnd(anAct(record, awaited.action, { actor: { kind: 'system' }, at: awaited.at }).after)
}

const LATER = '2026-12-03T01:00:00Z'

describe('a case that is overdue', () => {
  it('is proposed for notice once it is grave, though its ladder was over by then', () => {
    const late = climbedToTheEnd(aReport().record)
    expect(late.escalation).toEqual({ step: 3 })
    const grave = anAct(late, 'mark-grave', { evidence: { reason: '危及行人' }, at: LATER }).after
    expect(awaitedOf(grave)).toEqual({ action: 'propose-notice', at: '2026-12-04T01:00:00Z' })
    expect(climbedToTheEnd(grave).escalation).toEqual({ step: 4 })
  })

  it('climbs on as it was when it is found to be grave on the way', () => {
    const { record } = aReport()
    const marked = anAct(record, 'mark-overdue', { actor: { kind: 'system' }, at: record.due! }).after
    const grave = anAct(marked, 'mark-grave', { evidence: { reason: '危及行人' }, at: record.due! }).after
    expect(grave.escalation).toEqual(marked.escalation)
  })

  it('stays told as supervised once somebody above has asked, though the ladder climbs by itself', () => {
    const { record } = aReport()
    const reminded = anAct(record, 'remind', { evidence: {} }).after
    expect(reminded.supervised).toBeUndefined()
    const asked = anAct(record, 'supervise', { evidence: { reason: '群众反映强烈' } }).after
    expect(asked.supervised).toBe(true)
    const late = climbedToTheEnd(asked)
    expect([late.supervised, late.escalation]).toEqual([true, { step: 3 }])
    expect(climbedToTheEnd(record).supervised).toBeUndefined()
  })
})
