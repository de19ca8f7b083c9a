import { chinaDate, epochMsOf, type Instant } from '../kernel/instant.ts'
import { holderOf, lifecycle, rulesOf, type Stage } from '../lifecycle/lifecycle.ts'
import type { RequestKind } from '../lifecycle/requests.ts'
import type { HistoryAction } from '../lifecycle/wording.ts'
import type { Counter, Counts } from './counters.ts'

/** What a row of a case's history says to those who count. */
export interface CountedRow {
  readonly version: number
  readonly action: HistoryAction
  readonly post: string
  readonly at: Instant
  readonly from?: Stage
  readonly to: Stage
  readonly overdue?: true
  readonly of: {
    readonly channel: string
    readonly kind?: string
    readonly area?: string
    readonly unit?: string
  }
  readonly clock?: { readonly overdue: boolean }
  readonly handlingClock?: { readonly overdue: boolean }
  readonly granted?: RequestKind
}

/** By what counts are told apart. Absent where it is not known, or not yet. */
export interface Place {
  readonly kind?: string
  /** The nine digits that the code of a unit grid begins with. */
  readonly street?: string
  readonly unit?: string
  readonly channel?: string
  /** Who acted; of how cases stand, who has them. */
  readonly post?: string
}

/** What one act added, and where. */
export interface Counted {
  readonly day: string
  readonly version: number
  readonly place: Place
  readonly counts: Counts
}

/** What earlier rows of the case have said. */
interface Walked {
  readonly of: Omit<Place, 'post'>
  readonly stage?: Stage
  readonly overdue: boolean
  readonly askedInTime: boolean
  readonly accepted: boolean
  readonly filed: boolean
  readonly closed: boolean
  readonly late: boolean
  readonly units: readonly string[]
}

interface Moment {
  readonly row: CountedRow
  /** Before the act. */
  readonly walked: Walked
  /** After it. */
  readonly of: Walked['of']
  readonly onTime: boolean
}

const start: Walked = {
  of: {},
  overdue: false,
  askedInTime: true,
  accepted: false,
  filed: false,
  closed: false,
  late: false,
  units: [],
}

/**
 * What a case's history counts for, act by act: by its own rows and by nothing else, so that it can be counted again at any
 * time. What an act counts for follows from it and from the acts before it, never from later ones.
 */
export function countedOf(history: readonly CountedRow[]): Counted[] {
  const counted: Counted[] = []
  let walked = start
  for (const row of history.toSorted((a, b) => a.version - b.version)) {
    const moment: Moment = {
      row,
      walked,
      of: placeOf(row),
      onTime: row.clock?.overdue !== true,
    }
    const after = walk(moment)
    const day = dayOf(row)
    for (const { place, counts } of [happened(moment), ...stands(walked, after)])
      if (Object.keys(counts).length > 0) counted.push({ day, version: row.version, place, counts })
    walked = after
  }
  return counted
}

/** `yyyy-MM-dd`, in China. */
export const dayOf = ({ at }: Pick<CountedRow, 'at'>): string => chinaDate(epochMsOf(at))

const placeOf = ({ of: { channel, kind, area, unit } }: CountedRow): Walked['of'] => ({
  channel,
  ...(kind && { kind }),
  ...(area && area.length >= STREET_DIGITS && { street: area.slice(0, STREET_DIGITS) }),
  ...(unit && { unit }),
})
const STREET_DIGITS = 9

function walk({ row, walked, of, onTime }: Moment): Walked {
  const { action, from, to } = row
  const reopened = from !== undefined && !lifecycle[from].open && lifecycle[to].open
  return {
    of,
    stage: to,
    overdue: row.overdue === true,
    askedInTime: action === 'send-to-verify' ? onTime : walked.askedInTime,
    accepted: walked.accepted || action === 'accept' || action === 'found',
    filed: walked.filed || action === 'file',
    closed: walked.closed || action === 'close',
    late: (walked.late && !reopened) || row.handlingClock?.overdue === true,
    units: of.unit && !walked.units.includes(of.unit) ? [...walked.units, of.unit] : walked.units,
  }
}

function happened(moment: Moment) {
  const { row, walked, of } = moment
  const counts: Partial<Record<Counter, number>> = {}
  const counters = [
    ...(counting[row.action]?.(moment) ?? []),
    ...(row.granted ? granting[row.granted](moment) : []),
  ]
  for (const counter of counters) counts[counter] = 1
  // a unit that gives a case back has it no longer, and it is the unit's return
  const place = row.action === 'return' ? walked.of : of
  return { place: { ...place, post: row.post }, counts }
}

/** How the case stood is taken back where it stood, and how it stands is added where it stands now. */
function stands(before: Walked, after: Walked) {
  const then = standing(before)
  return [
    { place: holding(before), counts: then ? negative(then) : {} },
    { place: holding(after), counts: standing(after) ?? {} },
  ]
}

function standing({ stage, overdue }: Walked): Counts | undefined {
  if (stage === undefined || !lifecycle[stage].open) return undefined
  return {
    open: 1,
    ...(overdue && { overdue: 1 }),
    ...(overdue && isAtUnit(stage) && { overdueUnhandled: 1 }),
  }
}

const negative = (counts: Counts): Counts =>
  Object.fromEntries(Object.entries(counts).map(([counter, count]) => [counter, -count]))

function holding({ of, stage }: Walked): Place {
  const post = stage && holderOf(stage)
  return { ...of, ...(post && { post }) }
}

/** Stages in which a unit has the case and has not reported back. */
const isAtUnit = (stage: Stage): boolean => rulesOf(stage).some(([action]) => unitsActs.includes(action))
const unitsActs: readonly HistoryAction[] = ['sign', 'report-back']

const when = (so: boolean, counter: Counter): Counter[] => (so ? [counter] : [])

type Counting = (moment: Moment) => readonly Counter[]

const reported: Counting = ({ of }) => {
  if (of.channel === 'collector') return ['collectorReports']
  // what another body handed over was counted there
  return of.channel === 'exchange' ? [] : ['publicReports']
}

const accepted = (walked: Walked, onTime: boolean): readonly Counter[] =>
  walked.accepted ? [] : ['acceptances', ...when(onTime, 'acceptedOnTime')]

const verified: Counting = ({ onTime }) => ['verifications', ...when(onTime, 'verifiedOnTime')]
const inspected: Counting = ({ onTime }) => ['inspections', ...when(onTime, 'inspectedOnTime')]

const filed: Counting = ({ walked, of, onTime }) =>
  walked.filed
    ? []
    : [
        'filings',
        ...when(onTime, 'filedOnTime'),
        ...when(walked.accepted, 'acceptedRightly'),
        ...when(of.channel !== 'exchange', 'validReports'),
        ...when(of.channel !== 'exchange' && of.channel !== 'collector', 'missedReports'),
        'toDispatch',
      ]

/** A case that is dispatched again was to be dispatched once. */
const dispatched: Counting = ({ walked, onTime }) =>
  walked.units.length > 0 ? [] : ['dispatches', ...when(onTime, 'dispatchedOnTime')]

/** Whoever signs takes it on: a unit that gives it back never had to handle it. */
const signed: Counting = () => ['toHandle']
/** What was reported back goes to inspection in the same act. */
const reportedBack: Counting = ({ row, onTime }) => [
  'handlings',
  ...when(row.handlingClock ? !row.handlingClock.overdue : onTime, 'handledOnTime'),
  'toInspect',
  'inspectRequestsOnTime',
]
const reworked: Counting = () => ['reworks', 'toHandle']

const closed: Counting = ({ walked }) => [
  'closings',
  walked.late ? 'closedLate' : 'closedOnTime',
  ...when(!walked.closed && walked.units.length === 1, 'dispatchedRightly'),
]

/** By action; an action that is not here counts for nothing. */
const counting: Readonly<Partial<Record<HistoryAction, Counting>>> = {
  report: reported,
  'send-to-verify': ({ onTime }) => ['toVerify', ...when(onTime, 'verifyRequestsOnTime')],
  found: (moment) => [...verified(moment), ...accepted(moment.walked, moment.walked.askedInTime)],
  'not-found': (moment) => [...verified(moment), 'rejections'],
  accept: ({ walked, onTime }) => accepted(walked, onTime),
  reject: () => ['rejections'],
  merge: () => ['merges'],
  'audit-valid': () => ['selfHandled', 'validReports'],
  file: filed,
  refuse: () => ['refusals'],
  dispatch: dispatched,
  return: () => ['returns'],
  sign: signed,
  'sign-on-behalf': (moment) => [...signed(moment), 'signedOnBehalf'],
  'report-back': reportedBack,
  'report-on-behalf': (moment) => [...reportedBack(moment), 'reportedOnBehalf'],
  pass: inspected,
  fail: (moment) => [...inspected(moment), ...reworked(moment)],
  object: reworked,
  close: closed,
  transfer: () => ['transfers'],
  remind: () => ['reminders'],
  supervise: () => ['supervisions'],
  'supervise-by-leader': () => ['supervisions'],
}

/** By what was asked for and granted with the act. */
const granting: Readonly<Record<RequestKind, Counting>> = {
  extension: () => ['extensions'],
  suspension: () => ['suspensions'],
  // 准确立案 = 立案 − 作废: what is voided before it was filed was never filed
  void: ({ walked }) => when(walked.filed, 'voidings'),
  appeal: () => ['exempted'],
}
