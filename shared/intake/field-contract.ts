import * as z from 'zod'
import { position } from '../cases/case.ts'
import { componentStates } from '../components/component.ts'
import { contract } from '../kernel/contract.ts'
import { degrees } from '../kernel/degrees.ts'
import { kindCode, tenantCode } from '../kernel/ids.ts'
import { posts } from '../lifecycle/posts.ts'
import { gridCode } from '../organisation/codes.ts'
import { locatePlace } from './place-contract.ts'

const ofCounty = z.strictObject({ county: tenantCode })

/** A circle around a point nearer to a pole holds meridians without end, and no county lies there. */
const FARTHEST_NORTH = 80

const componentNear = z.object({
  code: z.string(),
  name: z.string(),
  kind: kindCode,
  state: z.enum(componentStates),
  longitude: z.number(),
  latitude: z.number(),
  metres: z.int(),
})
export type ComponentNear = z.output<typeof componentNear>

export const listComponentsNear = contract({
  name: 'list-components-near',
  summary: { zh: '查看附近部件', en: 'List the components around a point, the nearest first' },
  method: 'GET',
  path: '/api/t/{county}/components/near',
  audience: 'intake',
  access: 'county',
  posts,
  params: ofCounty,
  query: z.strictObject({ longitude: degrees(180), latitude: degrees(FARTHEST_NORTH) }),
  output: z.object({ components: z.array(componentNear) }),
  status: 200,
  refusals: [],
})

/** 上下班打卡: whether a collector is on duty, since when, and in which grid they said so. Never where exactly. */
export const shift = z.object({
  onDuty: z.boolean(),
  since: z.iso.datetime(),
  grid: gridCode.optional(),
})
export type Shift = Readonly<z.output<typeof shift>>

export const readOwnShift = contract({
  name: 'read-own-shift',
  summary: { zh: '查看本人考勤', en: 'Read whether one is on duty' },
  method: 'GET',
  path: '/api/t/{county}/shifts/own',
  audience: 'intake',
  access: 'county',
  posts: ['collector', 'inspector', 'handler'],
  params: ofCounty,
  /** Absent until somebody has begun one. */
  output: z.object({ shift: shift.optional(), serverTime: z.iso.datetime() }),
  status: 200,
  refusals: [],
})

export const changeShift = contract({
  name: 'change-shift',
  summary: { zh: '上下班打卡', en: 'Begin or end a shift' },
  method: 'POST',
  path: '/api/t/{county}/shifts/own',
  audience: 'intake',
  access: 'county',
  posts: ['collector', 'inspector', 'handler'],
  params: ofCounty,
  input: z.strictObject({ onDuty: z.boolean(), position: position.exactOptional() }),
  output: shift,
  status: 200,
  refusals: ['shift-as-asked'],
})

export const fieldContracts = [locatePlace, listComponentsNear, readOwnShift, changeShift] as const
