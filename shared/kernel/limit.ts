/**
 * Terms as the trade counts them. `urgent` and `natural` run on continuously; `work` runs only inside the slots of the
 * calendar, and a work day is eight work hours, not a midnight to the next.
 */
export const limitUnits = {
  work_minute: { seconds: 60, runs: 'work' },
  work_hour: { seconds: 3_600, runs: 'work' },
  work_day: { seconds: 8 * 3_600, runs: 'work' },
  urgent_minute: { seconds: 60, runs: 'natural' },
  urgent_hour: { seconds: 3_600, runs: 'natural' },
  urgent_day: { seconds: 86_400, runs: 'natural' },
  natural_day: { seconds: 86_400, runs: 'natural' },
} as const

export type LimitUnit = keyof typeof limitUnits
export type ClockKind = (typeof limitUnits)[LimitUnit]['runs']

export interface Limit {
  readonly amount: number
  readonly unit: LimitUnit
}

/** Seconds of the limit, on the clock it runs on. */
export const limitSeconds = (limit: Limit) => limit.amount * limitUnits[limit.unit].seconds
export const limitClock = (limit: Limit): ClockKind => limitUnits[limit.unit].runs
