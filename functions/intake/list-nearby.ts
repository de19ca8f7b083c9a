import type { NearbyReport } from '#shared/intake/citizen-contract'
import type { Language } from '#shared/kernel/language'
import { isRefusal } from '#shared/kernel/result'
import { type PublicStatus, publicStatusOf } from '#shared/lifecycle/lifecycle'
import { areaOfGrid, gridCode } from '#shared/organisation/codes'
import { locate } from './locate.ts'
import type { CountyGround, PublicLine, RecentCases } from './ports.ts'
import { said } from './public-case.ts'

interface Needs {
  readonly tenant: string
  readonly ground: CountyGround
  readonly recent: RecentCases
}

/** As many as fit on a telephone without scrolling long. */
const MOST = 12
/** What nobody took up says nothing of the neighbourhood. */
const untold: ReadonlySet<PublicStatus> = new Set(['not-accepted', 'not-filed', 'void', 'joined'])

/**
 * What was reported lately, what lies around the point first. Told by kind, community and status: nothing that somebody
 * wrote, so nothing of anybody.
 */
export const listNearby =
  ({ tenant, ground, recent }: Needs) =>
  async (
    point: { readonly longitude: number; readonly latitude: number } | undefined,
    language: Language,
  ): Promise<NearbyReport[]> => {
    const located = point && (await locate({ tenant, ground })({ position: point }))
    const code = located && !isRefusal(located) ? located.code : undefined
    const told = (await recent()).filter(({ stage }) => !untold.has(publicStatusOf(stage)))
    const ranked = told
      .map((line) => ({ line, near: nearness(line.area, code) }))
      .toSorted((a, b) => rank(a.near) - rank(b.near))
      .slice(0, MOST)
    const named = namer(ground)
    return Promise.all(
      ranked.map(async ({ line: { stage, kind, area, reportedAt }, near }) => {
        const place = area && area !== tenant && (await named(area))
        return {
          ...said(publicStatusOf(stage), language),
          ...(kind && { kind }),
          ...(place && { place }),
          at: reportedAt,
          ...(near && { near }),
        }
      }),
    )
  }

type Near = NonNullable<NearbyReport['near']>
const order: readonly Near[] = ['grid', 'community', 'street']
const rank = (near: Near | undefined) => (near ? order.indexOf(near) : order.length)
/** How much of its code an area shares with what lies around it: a street has nine figures, a community twelve. */
const DIGITS = { street: 9, community: 12 } as const

function nearness(area: PublicLine['area'], code: string | undefined): Near | undefined {
  if (!area || !code) return undefined
  if (area === code && gridCode.safeParse(code).success) return 'grid'
  const shared = (digits: number) =>
    area.length >= digits && code.length >= digits && area.slice(0, digits) === code.slice(0, digits)
  if (shared(DIGITS.community)) return 'community'
  return shared(DIGITS.street) ? 'street' : undefined
}

/** Names of areas, each asked for once. */
function namer(ground: CountyGround) {
  const names = new Map<string, Promise<string | undefined>>()
  return (code: string) => {
    const area = gridCode.safeParse(code).success ? areaOfGrid(code) : code
    const name = names.get(area) ?? ground.area(area).then((found) => found?.name)
    names.set(area, name)
    return name
  }
}
