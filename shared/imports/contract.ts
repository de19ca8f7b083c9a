import * as z from 'zod'
import { contract } from '../kernel/contract.ts'
import { tenantCode } from '../kernel/ids.ts'
import { coordinateSystems } from './coordinates.ts'
import { importActions, importCounts, importId, importStates } from './job.ts'
import { importKinds } from './kinds.ts'

const county = { county: tenantCode }
const ofImport = z.strictObject({ ...county, import: importId })
const administrator = ['administrator'] as const

/** What an administrator sees of an import. */
export const importView = z.object({
  id: importId,
  kind: z.enum(importKinds),
  coordinates: z.enum(coordinateSystems).optional(),
  state: z.enum(importStates),
  version: z.int(),
  startedAt: z.iso.datetime(),
  counts: importCounts,
  written: z.int(),
  rowsPerSecond: z.int(),
  /** Why the file cannot be read, and what to do. */
  problem: z.object({ code: z.string(), reason: z.string(), remedy: z.string() }).optional(),
  /** Where the errors can be fetched as a workbook, for a quarter of an hour. */
  errors: z.url().optional(),
  actions: z.array(z.enum(['check', 'apply'])),
  serverTime: z.iso.datetime(),
})
export type ImportView = z.output<typeof importView>

/** A browser's form: these fields, then the file in a field `file`. Good for a quarter of an hour. */
export const uploadForm = z.object({ url: z.url(), fields: z.record(z.string(), z.string()) })
export type UploadForm = z.output<typeof uploadForm>

export const startImport = contract({
  name: 'start-import',
  summary: { zh: '开始导入', en: 'Start an import' },
  method: 'POST',
  path: '/api/t/{county}/imports',
  audience: 'imports',
  access: 'county',
  posts: administrator,
  params: z.strictObject(county),
  input: z.strictObject({
    kind: z.enum(importKinds),
    coordinates: z.enum(coordinateSystems).exactOptional(),
  }),
  output: z.object({ import: importView, upload: uploadForm }),
  status: 201,
  refusals: [],
})

export const checkImport = contract({
  name: 'check-import',
  summary: { zh: '试导入', en: 'Check what an import would do' },
  method: 'POST',
  path: '/api/t/{county}/imports/{import}/check',
  audience: 'imports',
  access: 'county',
  posts: administrator,
  params: ofImport,
  input: z.strictObject({ coordinates: z.enum(coordinateSystems).exactOptional() }),
  output: importView,
  status: 200,
  refusals: ['unknown-import', 'record-changed'],
})

export const applyImport = contract({
  name: 'apply-import',
  summary: { zh: '正式导入', en: 'Carry an import out' },
  method: 'POST',
  path: '/api/t/{county}/imports/{import}/apply',
  audience: 'imports',
  access: 'county',
  posts: administrator,
  params: ofImport,
  input: z.strictObject({ version: z.int().min(1) }),
  output: importView,
  status: 200,
  refusals: ['unknown-import', 'record-changed'],
})

export const readImport = contract({
  name: 'read-import',
  summary: { zh: '查看导入进度', en: 'Read how an import goes' },
  method: 'GET',
  path: '/api/t/{county}/imports/{import}',
  audience: 'imports',
  access: 'county',
  posts: administrator,
  params: ofImport,
  output: importView,
  status: 200,
  refusals: ['unknown-import'],
})

export const listImports = contract({
  name: 'list-imports',
  summary: { zh: '导入记录', en: 'List the imports' },
  method: 'GET',
  path: '/api/t/{county}/imports',
  audience: 'imports',
  access: 'county',
  posts: administrator,
  params: z.strictObject(county),
  output: z.object({ imports: z.array(importView.omit({ errors: true, serverTime: true })) }),
  status: 200,
  refusals: [],
})

export const readImportTemplate = contract({
  name: 'read-import-template',
  summary: { zh: '下载导入模板', en: 'Fetch the template of an import' },
  method: 'GET',
  path: '/api/t/{county}/imports/templates/{kind}',
  audience: 'imports',
  access: 'county',
  posts: administrator,
  params: z.strictObject({ ...county, kind: z.enum(importKinds) }),
  output: z.object({ url: z.url() }),
  status: 200,
  refusals: [],
})

export const importContracts = [
  startImport,
  checkImport,
  applyImport,
  readImport,
  listImports,
  readImportTemplate,
] as const

export const actionsOn = (state: keyof typeof importActions) => [...importActions[state]]
