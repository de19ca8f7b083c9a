import { chinaDate, epochMsOf } from '../kernel/instant.ts'
import type { Wording } from '../kernel/language.ts'
import type { Counts } from './counters.ts'
import type { CountyFigures } from './overview.ts'
import { type RateName, rateOf } from './rates.ts'

/** A county as its commission compares it with others: what of its line still holds, and how much the system is used. */
export interface CountyStanding extends Pick<CountyFigures, 'tenant' | 'name' | 'state'> {
  /** The last day on which something happened there; absent where nothing ever did. */
  readonly lastDay?: string
  readonly today: Counts
  readonly month: Counts
  readonly standing: Counts
  readonly rates: Readonly<Partial<Record<'closedOnTime' | 'handledOnTime' | 'reworkRate', number>>>
  /** Of the open cases, the part that is overdue; absent without open cases. */
  readonly overdueShare?: number
  readonly usage: Usage
  /** Filings of this month under kinds that are 待确认. */
  readonly unconfirmed: number
}

/** A line is written when something happens in its county: of a later day or month it says only what stands open. */
export function standingOfCounty(
  { tenant, name, state, figures }: CountyFigures,
  serverTime: string,
): CountyStanding {
  const day = chinaDate(epochMsOf(serverTime))
  const isThisMonth = figures?.day.slice(0, 7) === day.slice(0, 7)
  const month = (isThisMonth && figures?.month) || {}
  const standing = figures?.standing ?? {}
  const { open = 0, overdue = 0 } = standing
  const named = (rate: RateName) => {
    const value = rateOf(rate, { ...month, ...standing })
    return value === undefined ? {} : { [rate]: value }
  }
  return {
    tenant,
    name,
    state,
    ...(figures && { lastDay: figures.day }),
    today: (figures?.day === day && figures.today) || {},
    month,
    standing,
    rates: { ...named('closedOnTime'), ...named('handledOnTime'), ...named('reworkRate') },
    ...(open > 0 && { overdueShare: overdue / open }),
    usage: usageOf({ ...month, ...standing }, Number(day.slice(8))),
    unconfirmed: (isThisMonth && figures?.unconfirmed) || 0,
  }
}

/** How much a county works in the system, in hundredths, and what that comes to. */
export interface Usage {
  readonly index: number
  readonly grade: UsageGrade
  /** Reports taken in a day, of those filed the part sent to a unit, of those sent the part reported back, each at most 1. */
  readonly parts: { readonly reports: number; readonly dispatched: number; readonly handled: number }
}

export const usageWording = {
  used: { zh: '正常使用', en: 'In use' },
  little: { zh: '使用不足', en: 'Little used' },
  unused: { zh: '建而不用', en: 'Built, not used' },
} as const satisfies Record<string, Wording>
export type UsageGrade = keyof typeof usageWording

/** A county whose collectors walk and whose seats answer takes in five reports a day, however small it is. */
export const REPORTS_A_DAY = 5
const USED_FROM = 60
const LITTLE_FROM = 20

/**
 * 建而不用 shows in three places: nothing is reported, what is reported is not sent to units, what is sent is not reported
 * back, but settled by telephone beside the system. Half the index is the first, a quarter each of the others.
 */
export function usageOf(counts: Counts, days: number): Usage {
  const { collectorReports = 0, publicReports = 0, filings = 0, dispatches = 0, handlings = 0 } = counts
  const parts = {
    reports: Math.min(1, (collectorReports + publicReports) / (days * REPORTS_A_DAY)),
    dispatched: share(dispatches, filings),
    handled: share(handlings, dispatches),
  }
  const index = Math.round(100 * (parts.reports / 2 + parts.dispatched / 4 + parts.handled / 4))
  return { index, grade: gradeOf(index), parts }
}

const share = (part: number, whole: number) => (whole > 0 ? Math.min(1, part / whole) : 0)

function gradeOf(index: number): UsageGrade {
  if (index >= USED_FROM) return 'used'
  return index >= LITTLE_FROM ? 'little' : 'unused'
}

/** Below this many cases a rate says more of chance than of the county: 样本不足. */
export const FEWEST_CASES = 20

export const isSampleSmall = ({ month }: CountyStanding): boolean => (month.filings ?? 0) < FEWEST_CASES

/** Where the commission looks first: built and not used, then the most overdue. A county that is not open is not judged. */
export const redList = (counties: readonly CountyStanding[]): CountyStanding[] =>
  counties
    .filter(({ state }) => state === 'live' || state === 'trial')
    .filter(({ usage, standing }) => usage.grade === 'unused' || (standing.overdue ?? 0) > 0)
    .toSorted(
      (a, b) =>
        Number(b.usage.grade === 'unused') - Number(a.usage.grade === 'unused') ||
        (b.standing.overdue ?? 0) - (a.standing.overdue ?? 0),
    )
