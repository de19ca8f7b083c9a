import * as z from 'zod'
import { contract } from '../kernel/contract.ts'
import { pointQuery } from '../kernel/degrees.ts'
import { tenantCode } from '../kernel/ids.ts'
import { posts } from '../lifecycle/posts.ts'
import { areaClasses } from '../organisation/areas.ts'
import { areaCode, gridCode } from '../organisation/codes.ts'

const named = z.object({ code: areaCode, name: z.string() })

/** Where something lies, as near as the county's grids tell. */
const placeView = z.object({
  /** A sketch (示意) stands for what nobody has drawn. */
  grid: z.object({ code: gridCode, name: z.string().optional(), sketch: z.boolean() }).optional(),
  community: named.optional(),
  street: named.optional(),
  class: z.enum(areaClasses).optional(),
})
export type PlaceView = z.output<typeof placeView>

export const locatePlace = contract({
  name: 'locate-place',
  summary: { zh: '按坐标查网格、社区和街道', en: 'Find the grid, community and street of a point' },
  method: 'GET',
  path: '/api/t/{county}/places/at',
  audience: 'intake',
  access: 'county',
  posts,
  params: z.strictObject({ county: tenantCode }),
  query: pointQuery,
  output: placeView,
  status: 200,
  refusals: [],
})
