/** An instant to the second, ISO 8601 in UTC: `2026-11-24T09:30:00Z`. Sorts as text. */
export type Instant = string

export const instantOf = (epochMs: number): Instant => `${new Date(epochMs).toISOString().slice(0, 19)}Z`
export const epochMsOf = (instant: Instant): number => Date.parse(instant)

const CHINA_OFFSET_MS = 8 * 3_600_000

/** The date in China standard time (no summer time since 1991), `2026-11-24`. */
export const chinaDate = (epochMs: number): string =>
  new Date(epochMs + CHINA_OFFSET_MS).toISOString().slice(0, 10)

/** Date and time of day in China standard time, as people write them: `2026-11-24 17:30`. */
export const chinaTime = (epochMs: number): string =>
  new Date(epochMs + CHINA_OFFSET_MS).toISOString().slice(0, 16).replace('T', ' ')

/** Midnight at which a day (`yyyy-MM-dd`) begins in China. */
export const chinaDayStart = (date: string): number => Date.parse(`${date}T00:00:00Z`) - CHINA_OFFSET_MS
