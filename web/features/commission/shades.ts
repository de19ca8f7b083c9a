import { type CountyStanding, isSampleSmall } from '#shared/evaluation/standing'

/** What the map is shaded by; fixed steps, so that a county's colour does not hang on the others. */
const STEPS = {
  closedOnTime: {
    of: ({ rates }: CountyStanding) => lacking(rates.closedOnTime),
    upTo: [0.05, 0.1, 0.2, 0.4],
  },
  overdue: { of: ({ overdueShare }: CountyStanding) => overdueShare, upTo: [0, 0.05, 0.1, 0.2] },
  usage: { of: ({ usage }: CountyStanding) => 1 - usage.index / 100, upTo: [0.2, 0.4, 0.6, 0.8] },
} as const satisfies Record<
  string,
  { of: (county: CountyStanding) => number | undefined; upTo: readonly number[] }
>
export type Shade = keyof typeof STEPS
export const shades = Object.keys(STEPS) as Shade[]

const lacking = (rate: number | undefined) => (rate === undefined ? undefined : 1 - rate)

export interface Shaded {
  /** 1 is good, 5 is worst; absent where there is nothing to judge by. */
  step?: number
  /** 样本不足: fewer than twenty cases. The usage of a county is judged by that very fewness. */
  few: boolean
}

export function shadeOf(county: CountyStanding, by: Shade): Shaded {
  const { of, upTo } = STEPS[by]
  const lack = of(county)
  const few = by !== 'usage' && isSampleSmall(county)
  if (lack === undefined) return { few }
  const at = upTo.findIndex((most) => lack <= most)
  return { step: at < 0 ? upTo.length + 1 : at + 1, few }
}
