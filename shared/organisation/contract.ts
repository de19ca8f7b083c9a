import * as z from 'zod'
import { contract } from '../kernel/contract.ts'
import { tenantCode } from '../kernel/ids.ts'
import { posts } from '../lifecycle/posts.ts'
import { area, areaClasses, areaName } from './areas.ts'
import { beat, beatId, beatInput } from './beats.ts'
import { areaCode, gridCode } from './codes.ts'
import { grid } from './grids.ts'
import { rowProblemCodes } from './row-problems.ts'

const county = { county: tenantCode }
const ofCounty = z.strictObject(county)
const ofArea = z.strictObject({ ...county, area: areaCode })
const administrators = ['administrator'] as const

const seen = z.int().min(0)
const staff = { audience: 'organisation', access: 'county' } as const

export const listAreas = contract({
  name: 'list-areas',
  summary: { zh: '区域列表', en: 'List the areas' },
  method: 'GET',
  path: '/api/t/{county}/organisation/areas',
  ...staff,
  posts,
  params: ofCounty,
  output: z.object({ areas: z.array(area) }),
  status: 200,
  refusals: [],
})

export const keepArea = contract({
  name: 'keep-area',
  summary: { zh: '新增或修改区域', en: 'Add or change an area' },
  method: 'POST',
  path: '/api/t/{county}/organisation/areas/{area}',
  ...staff,
  posts: administrators,
  params: ofArea,
  /** `version`: of the area that was seen; 0 for a new one. */
  input: z.strictObject({
    version: seen,
    name: areaName,
    class: z.enum(areaClasses),
    retired: z.boolean(),
  }),
  output: area,
  status: 200,
  refusals: ['unknown-area', 'no-parent-area', 'record-changed'],
})

export const listGrids = contract({
  name: 'list-grids',
  summary: { zh: '单元网格列表', en: "List an area's unit grids" },
  method: 'GET',
  path: '/api/t/{county}/organisation/areas/{area}/grids',
  ...staff,
  posts,
  params: ofArea,
  output: z.object({ grids: z.array(grid) }),
  status: 200,
  refusals: ['unknown-area'],
})

export const keepGrid = contract({
  name: 'keep-grid',
  summary: { zh: '修改或停用单元网格', en: 'Change or retire a unit grid' },
  method: 'POST',
  path: '/api/t/{county}/organisation/grids/{grid}',
  ...staff,
  posts: administrators,
  params: z.strictObject({ ...county, grid: gridCode }),
  input: z.strictObject({
    version: z.int().min(1),
    name: areaName.exactOptional(),
    class: z.enum(areaClasses),
    retired: z.boolean(),
  }),
  output: grid,
  status: 200,
  refusals: ['unknown-grid', 'record-changed', 'grids-overlap'],
})

/** A position of GeoJSON, WGS-84 or CGCS2000. */
const position = z.tuple([z.number(), z.number()])
const MOST_RINGS = 50
const rings = z.array(z.array(position)).min(1).max(MOST_RINGS)
const counts = { added: z.int(), changed: z.int(), same: z.int() }

export const layOutline = contract({
  name: 'lay-grids',
  summary: { zh: '在建成区轮廓内生成单元网格', en: 'Lay unit grids into a built-up outline' },
  method: 'POST',
  path: '/api/t/{county}/organisation/areas/{area}/outline',
  ...staff,
  posts: administrators,
  params: ofArea,
  input: z.strictObject({ rings, dryRun: z.boolean() }),
  output: z.object({ cells: z.int(), retired: z.int(), ...counts }),
  status: 200,
  refusals: ['unknown-area', 'too-many-cells', 'area-numbers-exhausted', 'grids-overlap'],
})

const MOST_FEATURES = 500
const feature = z.strictObject({
  code: z.string().max(40),
  name: z.string().max(80).exactOptional(),
  class: z.string().max(20).exactOptional(),
  rings,
})

export const importGrids = contract({
  name: 'import-grids',
  summary: { zh: '导入单元网格', en: 'Import unit grids' },
  method: 'POST',
  path: '/api/t/{county}/organisation/grids',
  ...staff,
  posts: administrators,
  params: ofCounty,
  input: z.strictObject({ features: z.array(feature).min(1).max(MOST_FEATURES), dryRun: z.boolean() }),
  output: z.object({
    ...counts,
    problems: z.array(
      z.object({ row: z.int(), field: z.string(), code: z.enum(rowProblemCodes), sentence: z.string() }),
    ),
  }),
  status: 200,
  refusals: [],
})

export const listBeats = contract({
  name: 'list-beats',
  summary: { zh: '责任网格列表', en: 'List the beats' },
  method: 'GET',
  path: '/api/t/{county}/organisation/beats',
  ...staff,
  posts,
  params: ofCounty,
  output: z.object({ beats: z.array(beat) }),
  status: 200,
  refusals: [],
})

export const keepBeat = contract({
  name: 'keep-beat',
  summary: { zh: '新增或修改责任网格', en: 'Add or change a beat' },
  method: 'POST',
  path: '/api/t/{county}/organisation/beats/{beat}',
  ...staff,
  posts: administrators,
  params: z.strictObject({ ...county, beat: beatId }),
  input: z.strictObject({ version: seen, beat: beatInput }),
  output: beat,
  status: 200,
  refusals: ['record-changed', 'grid-in-other-beat'],
})

/** The ground: areas, unit grids, beats. */
export const organisationContracts = [
  listAreas,
  keepArea,
  listGrids,
  keepGrid,
  layOutline,
  importGrids,
  listBeats,
  keepBeat,
] as const
