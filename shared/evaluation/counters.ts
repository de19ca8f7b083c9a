import type { Wording } from '../kernel/language.ts'

/**
 * What is counted of cases, as GB/T 30428.4 counts it. Facts: each rises by one when it happens, and no figure is kept that
 * could be reckoned from these.
 */
export const counterWording = {
  collectorReports: { zh: '监督员上报数', en: 'Reports by collectors' },
  publicReports: { zh: '公众举报数', en: 'Reports by the public' },
  validReports: { zh: '有效上报数', en: 'Valid reports' },
  missedReports: { zh: '漏报数', en: 'Reports that collectors missed' },
  toVerify: { zh: '应核实数', en: 'To verify' },
  verifyRequestsOnTime: { zh: '按时发核实数', en: 'Sent to verify on time' },
  verifications: { zh: '核实数', en: 'Verified' },
  verifiedOnTime: { zh: '按时核实数', en: 'Verified on time' },
  toInspect: { zh: '应核查数', en: 'To inspect' },
  inspectRequestsOnTime: { zh: '按时发核查数', en: 'Sent to inspect on time' },
  inspections: { zh: '核查数', en: 'Inspected' },
  inspectedOnTime: { zh: '按时核查数', en: 'Inspected on time' },
  acceptances: { zh: '受理数', en: 'Accepted' },
  acceptedOnTime: { zh: '按时受理数', en: 'Accepted on time' },
  acceptedRightly: { zh: '准确受理数', en: 'Accepted rightly' },
  rejections: { zh: '不予受理数', en: 'Rejected' },
  filings: { zh: '立案数', en: 'Filed' },
  filedOnTime: { zh: '按时立案数', en: 'Filed on time' },
  voidings: { zh: '作废数', en: 'Voided' },
  toDispatch: { zh: '应派遣数', en: 'To dispatch' },
  dispatches: { zh: '派遣数', en: 'Dispatched' },
  dispatchedOnTime: { zh: '按时派遣数', en: 'Dispatched on time' },
  dispatchedRightly: { zh: '准确派遣数', en: 'Dispatched rightly' },
  toHandle: { zh: '应处置数', en: 'To handle' },
  handlings: { zh: '处置数', en: 'Handled' },
  handledOnTime: { zh: '按期处置数', en: 'Handled on time' },
  overdueUnhandled: { zh: '超期未处置数', en: 'Overdue and not handled' },
  reworks: { zh: '返工数', en: 'Reworked' },
  extensions: { zh: '延期数', en: 'Extended' },
  suspensions: { zh: '挂账数', en: 'Suspended' },
  returns: { zh: '回退数', en: 'Returned' },
  selfHandled: { zh: '自行处置数', en: 'Self-handled' },
  closings: { zh: '结案数', en: 'Closed' },
  closedOnTime: { zh: '按期结案数', en: 'Closed on time' },
  closedLate: { zh: '超期结案数', en: 'Closed late' },
  calledBack: { zh: '回访数', en: 'Called back' },
  verySatisfied: { zh: '非常满意数', en: 'Very satisfied' },
  satisfied: { zh: '满意数', en: 'Satisfied' },
  unsatisfied: { zh: '不满意数', en: 'Not satisfied' },
} as const satisfies Record<string, Wording>

export type Counter = keyof typeof counterWording
export const counters = Object.keys(counterWording) as Counter[]

/** A counter that is absent is zero. */
export type Counts = Readonly<Partial<Record<Counter, number>>>

/** The counts of several places or days together. */
export function summed(all: readonly Counts[]): Counts {
  const sum: Partial<Record<Counter, number>> = {}
  for (const counts of all)
    for (const counter of counters) {
      const count = counts[counter]
      if (count) sum[counter] = (sum[counter] ?? 0) + count
    }
  return sum
}
