/** How a count changed against an earlier one, as a part of it; undefined where there was none to change. */
export const changeOf = (now: number, before: number): number | undefined =>
  before > 0 ? (now - before) / before : undefined

const HUNDRED = 100

/** `+12.5%`, `−3.0%`, `0.0%`; — where there is nothing to compare with. */
export function changeWords(change: number | undefined, unit = '%'): string {
  if (change === undefined) return '—'
  const size = Math.abs(change * HUNDRED).toFixed(1)
  if (size === '0.0') return `0.0${unit}`
  return `${change > 0 ? '+' : '−'}${size}${unit}`
}
