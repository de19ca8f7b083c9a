import * as z from 'zod'

/**
 * Codes of areas nest: a county has six digits (GB/T 2260), a street or town three more, a community or village three
 * more again. Whoever stands above is read from the code, so that no tree of areas can have a circle.
 */
export const areaCode = z.string().regex(/^[1-9]\d{5}(\d{3}){0,2}$/)

/**
 * 单元网格: community and sequence. We number with three digits (15); 14 are the older form of CJ/T 213, 16 occur. Grids
 * of a street whose communities are not drawn yet have 000 in the community's place.
 */
export const gridCode = z.string().regex(/^[1-9]\d{13,15}$/)

export const areaLevels = ['county', 'street', 'community'] as const
export type AreaLevel = (typeof areaLevels)[number]

const COUNTY_DIGITS = 6
const STREET_DIGITS = 9
const COMMUNITY_DIGITS = 12
const NO_COMMUNITY = '000'

export function levelOf(area: string): AreaLevel {
  if (area.length === COUNTY_DIGITS) return 'county'
  return area.length === STREET_DIGITS ? 'street' : 'community'
}

/** The area directly above; undefined for a county. */
export const parentOf = (area: string): string | undefined =>
  area.length > COUNTY_DIGITS ? area.slice(0, -3) : undefined

/** The community or, where none is drawn, the street that a grid lies in. */
export function areaOfGrid(grid: string): string {
  const community = grid.slice(0, COMMUNITY_DIGITS)
  return community.endsWith(NO_COMMUNITY) ? community.slice(0, STREET_DIGITS) : community
}

/** How many grids of 15 digits one community or street can number. */
export const MOST_GRIDS_OF_AREA = 999

/** The grid of an area by its number, in the 15-digit form. */
export const gridCodeOf = (area: string, sequence: number) =>
  `${area.padEnd(COMMUNITY_DIGITS, '0')}${String(sequence).padStart(3, '0')}`
