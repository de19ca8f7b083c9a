import type { Wording } from '../kernel/language.ts'
import type { Counter, Counts } from './counters.ts'

/** A sum of counters, those with a minus taken off: `['filings', '-voidings']`. */
type Sum = readonly (Counter | `-${Counter}`)[]

interface Rate {
  readonly name: Wording
  readonly of: Sum
  readonly among: Sum
}

/** 应结案数 = 处置数 + 超期未处置数. */
const toClose: Sum = ['handlings', 'overdueUnhandled']
const reports: Sum = ['collectorReports', 'publicReports']

const rate = (zh: string, en: string, of: Sum, among: Sum): Rate => ({ name: { zh, en }, of, among })

/**
 * 指标: rates over counters. Formulas as running systems built to GB/T 30428.4 have them; where two are in use, the one
 * over 应结案数 is taken for 返工率.
 */
export const rates = {
  validReports: rate('有效上报率', 'Valid reports', ['validReports'], reports),
  missedReports: rate('漏报率', 'Missed reports', ['missedReports'], ['filings']),
  verifiedOnTime: rate('按期核实率', 'Verified on time', ['verifiedOnTime'], ['toVerify']),
  inspectedOnTime: rate('按期核查率', 'Inspected on time', ['inspectedOnTime'], ['toInspect']),
  verifyRequestsOnTime: rate(
    '核实按时派发率',
    'Sent to verify on time',
    ['verifyRequestsOnTime'],
    ['toVerify'],
  ),
  inspectRequestsOnTime: rate(
    '核查按时派发率',
    'Sent to inspect on time',
    ['inspectRequestsOnTime'],
    ['toInspect'],
  ),
  acceptedOnTime: rate('按时受理率', 'Accepted on time', ['acceptedOnTime'], ['acceptances']),
  acceptedRightly: rate('准确受理率', 'Accepted rightly', ['acceptedRightly'], ['acceptances']),
  filingRate: rate('立案率', 'Filed', ['filings'], reports),
  filedOnTime: rate('按时立案率', 'Filed on time', ['filedOnTime'], ['filings']),
  filedRightly: rate('准确立案率', 'Filed rightly', ['filings', '-voidings'], ['filings']),
  dispatchedOnTime: rate('按时派遣率', 'Dispatched on time', ['dispatchedOnTime'], ['toDispatch']),
  dispatchedRightly: rate('准确派遣率', 'Dispatched rightly', ['dispatchedRightly'], ['toDispatch']),
  handlingRate: rate('处置率', 'Handled', ['handlings'], ['toHandle']),
  handledOnTime: rate('按期处置率', 'Handled on time', ['handledOnTime'], ['toHandle']),
  overdueUnhandled: rate('超期未处置率', 'Overdue and not handled', ['overdueUnhandled'], ['toHandle']),
  reworkRate: rate('返工率', 'Reworked', ['reworks'], toClose),
  extensionRate: rate('延期率', 'Extended', ['extensions'], ['toHandle']),
  suspensionRate: rate('缓办率', 'Suspended', ['suspensions'], ['toHandle']),
  closingRate: rate('结案率', 'Closed', ['closings'], toClose),
  closedOnTime: rate('按期结案率', 'Closed on time', ['closedOnTime'], toClose),
  /** 免责: what an appeal was granted for is a fact still, and no longer held against anybody. */
  closedLate: rate('超期结案率', 'Closed late', ['closedLate', '-exempted'], toClose),
  satisfactionRate: rate('群众满意率', 'Satisfied', ['verySatisfied', 'satisfied'], ['calledBack']),
} as const satisfies Record<string, Rate>

export type RateName = keyof typeof rates
export const rateNames = Object.keys(rates) as RateName[]

/** The rate as a fraction; undefined, shown as —, when there was nothing it could be taken among. */
export function rateOf(name: RateName, counts: Counts): number | undefined {
  const { of, among }: Rate = rates[name]
  const whole = sumOf(among, counts)
  return whole > 0 ? sumOf(of, counts) / whole : undefined
}

const sumOf = (sum: Sum, counts: Counts): number =>
  sum.reduce((total, part) => {
    const taken = part.startsWith('-')
    const count = counts[(taken ? part.slice(1) : part) as Counter] ?? 0
    return taken ? total - count : total + count
  }, 0)

/** 95.45%, or — for a rate of nothing. Two decimals, as the trade publishes them. */
export const rateWords = (rate: number | undefined): string =>
  rate === undefined ? '—' : `${(rate * 100).toFixed(2)}%`
