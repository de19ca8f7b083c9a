import { type Counter, type Counts, counters } from './counters.ts'
import type { ByValue } from './sheet.ts'

/** What a counter is called where it is stored: names take more room there than their numbers. Never given to another. */
const codes: Readonly<Record<Counter, string>> = {
  collectorReports: 'cr',
  publicReports: 'pr',
  validReports: 'vr',
  missedReports: 'mr',
  toVerify: 'tv',
  verifyRequestsOnTime: 'vt',
  verifications: 've',
  verifiedOnTime: 'vo',
  toInspect: 'ti',
  inspectRequestsOnTime: 'it',
  inspections: 'in',
  inspectedOnTime: 'io',
  acceptances: 'ac',
  acceptedOnTime: 'ao',
  acceptedRightly: 'ar',
  rejections: 're',
  refusals: 'rf',
  filings: 'fi',
  filedOnTime: 'fo',
  voidings: 'vd',
  toDispatch: 'td',
  dispatches: 'di',
  dispatchedOnTime: 'do',
  dispatchedRightly: 'dr',
  toHandle: 'th',
  handlings: 'ha',
  handledOnTime: 'ho',
  overdueUnhandled: 'ou',
  reworks: 'rw',
  extensions: 'ex',
  suspensions: 'su',
  returns: 'rt',
  signedOnBehalf: 'sb',
  reportedOnBehalf: 'rb',
  reminders: 'rm',
  supervisions: 'sv',
  merges: 'me',
  transfers: 'tr',
  selfHandled: 'sh',
  closings: 'cl',
  closedOnTime: 'co',
  closedLate: 'ct',
  exempted: 'em',
  calledBack: 'cb',
  verySatisfied: 'vs',
  satisfied: 'sa',
  unsatisfied: 'us',
  open: 'op',
  overdue: 'od',
}
const counterOf = new Map(counters.map((counter) => [codes[counter], counter]))

/** Counts as they are stored. */
export type PackedCounts = Readonly<Record<string, number>>
export type PackedByValue = Readonly<Record<string, PackedCounts>>

export const packed = (counts: Counts): PackedCounts =>
  Object.fromEntries(
    counters.flatMap((counter) => (counts[counter] ? [[codes[counter], counts[counter]]] : [])),
  )

/** Throws RangeError for a code that no counter has. */
export function unpacked(stored: PackedCounts): Counts {
  const entries = Object.entries(stored).map(([code, count]) => {
    const counter = counterOf.get(code)
    if (!counter) throw new RangeError(`No counter is stored as ${code}.`)
    return [counter, count] as const
  })
  return Object.fromEntries(entries)
}

export const packedByValue = (sheet: ByValue): PackedByValue => mapped(sheet, packed)
export const unpackedByValue = (stored: PackedByValue): ByValue => mapped(stored, unpacked)

const mapped = <A, B>(sheet: Readonly<Record<string, A>>, change: (counts: A) => B): Record<string, B> =>
  Object.fromEntries(Object.entries(sheet).map(([value, counts]) => [value, change(counts)]))
