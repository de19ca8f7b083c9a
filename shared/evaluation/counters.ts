import type { Wording } from '../kernel/language.ts'

/**
 * What is counted of cases, as GB/T 30428.4 counts it. Facts: each rises by one when it happens, and no figure is kept that
 * could be reckoned from these. Those of {@link standingCounters} tell how things stand, and fall again.
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
  refusals: { zh: '不予立案数', en: 'Refused to file' },
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
  signedOnBehalf: { zh: '代签收数', en: 'Signed on behalf' },
  reportedOnBehalf: { zh: '代反馈数', en: 'Reported back on behalf' },
  reminders: { zh: '催办数', en: 'Reminded' },
  supervisions: { zh: '督办数', en: 'Supervised' },
  merges: { zh: '并案数', en: 'Merged' },
  transfers: { zh: '移交数', en: 'Transferred' },
  selfHandled: { zh: '自行处置数', en: 'Self-handled' },
  closings: { zh: '结案数', en: 'Closed' },
  closedOnTime: { zh: '按期结案数', en: 'Closed on time' },
  closedLate: { zh: '超期结案数', en: 'Closed late' },
  exempted: { zh: '申诉免责数', en: 'Exempted on appeal' },
  calledBack: { zh: '回访数', en: 'Called back' },
  verySatisfied: { zh: '非常满意数', en: 'Very satisfied' },
  satisfied: { zh: '满意数', en: 'Satisfied' },
  unsatisfied: { zh: '不满意数', en: 'Not satisfied' },
  open: { zh: '在办数', en: 'Open' },
  overdue: { zh: '超期在办数', en: 'Open and overdue' },
} as const satisfies Record<string, Wording>

export type Counter = keyof typeof counterWording
export const counters = Object.keys(counterWording) as Counter[]

/** Of cases as they stand at the end of a day; facts hold by how many that changed. */
export const standingCounters = ['open', 'overdue', 'overdueUnhandled'] as const satisfies readonly Counter[]
export type StandingCounter = (typeof standingCounters)[number]

/** A counter that is absent is zero. */
export type Counts = Readonly<Partial<Record<Counter, number>>>

/** The counts of several places or days together. What comes to nothing is left out. */
export function summed(all: readonly Counts[]): Counts {
  const sum: Partial<Record<Counter, number>> = {}
  for (const counts of all)
    for (const [counter, count] of Object.entries(counts) as [Counter, number][])
      sum[counter] = (sum[counter] ?? 0) + count
  for (const counter of counters) if (!sum[counter]) delete sum[counter]
  return sum
}

/** Of counts only how things stand, or only what happened. */
export const standingOf = (counts: Counts): Counts => picked(counts, true)
export const happenedOf = (counts: Counts): Counts => picked(counts, false)

function picked(counts: Counts, standing: boolean): Counts {
  const entries = Object.entries(counts).filter(
    ([counter]) => (standingCounters as readonly string[]).includes(counter) === standing,
  )
  return Object.fromEntries(entries)
}
