import { describe, expect, it } from 'vitest'
import type { CaseRecord, HistoryRow } from '../../../shared/cases/record.ts'
import { countedOf } from '../../../shared/evaluation/count.ts'
import { type Counts, summed } from '../../../shared/evaluation/counters.ts'
import { rateOf } from '../../../shared/evaluation/rates.ts'
import { epochMsOf, instantOf } from '../../../shared/kernel/instant.ts'
import type { Actor } from '../../../shared/lifecycle/decide.ts'
import type { EvidenceGiven } from '../../../shared/lifecycle/evidence.ts'
import type { Action } from '../../../shared/lifecycle/lifecycle.ts'
import { anAct, aReport, CONDITION, MORNING, person } from '../../support/case-builders.ts'

const system: Actor = { kind: 'system' }

type Step = readonly [action: Action, minutes: number, evidence?: EvidenceGiven, actor?: Actor]

/** A case brought through these steps by the rules themselves, each so many minutes after the one before. */
function told(...steps: readonly Step[]): readonly HistoryRow[] {
  const report = aReport()
  const history: HistoryRow[] = [report.history]
  let record: CaseRecord = report.record
  let at = epochMsOf(MORNING)
  for (const [action, minutes, evidence = {}, actor] of steps) {
    at += minutes * 60_000
    const advance = anAct(record, action, { at: instantOf(at), evidence, ...(actor && { actor }) })
    history.push(...advance.history)
    record = advance.after
  }
  return history
}

const counts = (history: readonly HistoryRow[], unit?: string): Counts =>
  summed(
    countedOf(history)
      .filter(({ place }) => unit === undefined || place.unit === unit)
      .map((one) => one.counts),
  )

const filed: Step[] = [
  ['accept', 5],
  ['file', 5, { filingCondition: CONDITION }],
]
const atUnit: Step[] = [...filed, ['dispatch', 5, { unit: 'lighting' }]]
const handled: Step[] = [
  ...atUnit,
  ['sign', 5],
  ['report-back', 30, { photos: ['photo-1'] }, person('handler')],
]
const passed: Step[] = [...handled, ['pass', 20, { way: 'on-site' }, person('inspector')]]
const close: Step = ['close', 5, { closingCondition: CONDITION }]

const filedCounts = {
  publicReports: 1,
  acceptances: 1,
  acceptedOnTime: 1,
  acceptedRightly: 1,
  filings: 1,
  filedOnTime: 1,
  validReports: 1,
  missedReports: 1,
  toDispatch: 1,
}
const unitCounts = { dispatches: 1, dispatchedOnTime: 1, toHandle: 1 }
const inspectedCounts = {
  handlings: 1,
  handledOnTime: 1,
  toInspect: 1,
  inspectRequestsOnTime: 1,
  inspections: 1,
  inspectedOnTime: 1,
}

describe('a case', () => {
  it('that goes its way in time', () => {
    expect(counts(told(...passed, close))).toEqual({
      ...filedCounts,
      ...unitCounts,
      ...inspectedCounts,
      closings: 1,
      closedOnTime: 1,
      dispatchedRightly: 1,
    })
  })

  it('that a unit gives back was never that unit’s to handle, and was not dispatched rightly', () => {
    const history = told(
      ...atUnit,
      ['return', 5, { reason: '不属于本部门管辖' }],
      ['dispatch', 5, { unit: 'roads' }],
    )
    expect(counts(history)).toEqual({
      ...filedCounts,
      dispatches: 1,
      dispatchedOnTime: 1,
      returns: 1,
      open: 1,
    })
    expect(counts(history, 'lighting')).toMatchObject({ returns: 1 })
    expect(counts(history, 'lighting').open).toBeUndefined()
    expect(counts(history, 'roads')).toEqual({ open: 1 })
  })

  it('that is handled late is overdue and unhandled until it is reported back, and closed late', () => {
    const late: Step[] = [...atUnit, ['sign', 5], ['mark-overdue', 3 * 24 * 60, {}, system]]
    expect(counts(told(...late), 'lighting')).toEqual({
      ...unitCounts,
      open: 1,
      overdue: 1,
      overdueUnhandled: 1,
    })
    const history = told(
      ...late,
      ['report-back', 5, { photos: ['photo-1'] }, person('handler')],
      ['pass', 5, { way: 'on-site' }, person('inspector')],
      close,
    )
    const { handledOnTime: _late, ...inspected } = inspectedCounts
    expect(counts(history)).toEqual({
      ...filedCounts,
      ...unitCounts,
      ...inspected,
      closings: 1,
      closedLate: 1,
      dispatchedRightly: 1,
    })
  })

  it('that fails its inspection is to be handled once more', () => {
    const history = told(...handled, [
      'fail',
      20,
      { way: 'on-site', reason: '灯仍不亮' },
      person('inspector'),
    ])
    expect(counts(history)).toEqual({
      ...filedCounts,
      ...unitCounts,
      ...inspectedCounts,
      toHandle: 2,
      reworks: 1,
      open: 1,
    })
  })

  it('that is rejected, refused or transferred is open no longer', () => {
    expect(counts(told(['reject', 5, { reason: '不在管理范围内' }]))).toEqual({
      publicReports: 1,
      rejections: 1,
    })
    expect(counts(told(['accept', 5], ['refuse', 5, { reason: '达不到立案条件' }]))).toEqual({
      publicReports: 1,
      acceptances: 1,
      acceptedOnTime: 1,
      refusals: 1,
    })
    expect(counts(told(['transfer', 5, { to: '500236', reason: '属邻县' }]))).toEqual({
      publicReports: 1,
      transfers: 1,
    })
  })

  it('counts extensions and suspensions when they are granted, not when they are asked for', () => {
    const asked: Step[] = [
      ...atUnit,
      ['sign', 5],
      ['ask-extension', 5, { reason: '需调配登高车' }, person('handler')],
    ]
    expect(counts(told(...asked)).extensions).toBeUndefined()
    const approve: Step = ['approve-extension', 5, {}, person('unit-head')]
    const approveAgain: Step = ['approve-extension', 5, {}, person('dispatcher')]
    expect(counts(told(...asked, approve)).extensions).toBeUndefined()
    expect(counts(told(...asked, approve, approveAgain))).toMatchObject({ extensions: 1, open: 1 })
  })

  it('that a collector verifies is accepted in time when it was sent in time', () => {
    const sent: Step = ['send-to-verify', 5]
    const verifiedCounts = {
      publicReports: 1,
      toVerify: 1,
      verifyRequestsOnTime: 1,
      verifications: 1,
      verifiedOnTime: 1,
    }
    expect(counts(told(sent, ['found', 20, { photos: ['photo-1'] }]))).toEqual({
      ...verifiedCounts,
      acceptances: 1,
      acceptedOnTime: 1,
      open: 1,
    })
    const missing = { photos: ['photo-1'], reason: '现场未见' }
    expect(counts(told(sent, ['not-found', 20, missing]))).toEqual({ ...verifiedCounts, rejections: 1 })
  })

  it('that was handled by who saw it counts as that, and as no handling of a unit', () => {
    const photos = { photosBefore: ['photo-1'], photos: ['photo-2'] }
    const handledThere: Step = ['self-handle', 5, photos, person('collector')]
    expect(counts(told(handledThere, ['audit-valid', 20]))).toEqual({
      publicReports: 1,
      validReports: 1,
      selfHandled: 1,
    })
    expect(counts(told(handledThere, ['audit-invalid', 20, { reason: '照片不符' }]))).toEqual({
      publicReports: 1,
    })
  })

  it('that is voided takes its filing back, once it was filed', () => {
    const asked = { reason: '重复登记' }
    const voided: Step[] = [
      ['ask-void', 5, asked, person('dispatcher')],
      ['approve-void', 5, {}, person('shift-leader')],
    ]
    expect(counts(told(...filed, ...voided))).toEqual({ ...filedCounts, voidings: 1 })
    const before: Step[] = [['ask-void', 5, asked, person('acceptor')], voided[1]!]
    expect(counts(told(['accept', 5], ...before)).voidings).toBeUndefined()
  })

  it('that was closed late and is exempted on appeal keeps the fact, and is left out of the rate', () => {
    const history = told(
      ...atUnit,
      ['sign', 5],
      ['report-back', 3 * 24 * 60, { photos: ['photo-1'] }, person('handler')],
      ['pass', 5, { way: 'on-site' }, person('inspector')],
      close,
      ['appeal', 60, { reason: '连续暴雨无法施工' }, person('handler')],
      ['approve-appeal', 5, {}, person('dispatcher')],
      ['approve-appeal', 5, {}, person('acceptor')],
    )
    const all = counts(history)
    expect(all).toMatchObject({ closedLate: 1, exempted: 1 })
    expect(rateOf('closedLate', all)).toBe(0)
  })

  it('that is merged is open where it was merged into, and open again once that is undone', () => {
    const merge: Step = ['merge', 5, { case: '0'.repeat(26) }]
    expect(counts(told(merge))).toEqual({ publicReports: 1, merges: 1 })
    expect(counts(told(merge, ['unmerge', 5, { reason: '并非同一问题' }]))).toEqual({
      publicReports: 1,
      merges: 1,
      open: 1,
    })
  })
})
