import * as z from 'zod'
import { contract } from '../kernel/contract.ts'
import { cityCode, tenantCode } from '../kernel/ids.ts'
import { erasure, tenantExport } from './leaving.ts'

const ofTenant = { city: cityCode, tenant: tenantCode }
const administrators = ['commission-administrator'] as const

export const exportTenant = contract({
  name: 'export-tenant',
  summary: { zh: '导出区县全部数据', en: 'Export everything of a county' },
  method: 'POST',
  path: '/api/city/{city}/tenants/{tenant}/exports',
  audience: 'leaving',
  access: 'city',
  posts: administrators,
  params: z.strictObject(ofTenant),
  input: z.strictObject({}),
  output: tenantExport,
  status: 201,
  refusals: ['unknown-tenant', 'move-not-possible'],
})

export const readExport = contract({
  name: 'read-export',
  summary: { zh: '查看导出并取得文件', en: 'Read an export, with links to its files' },
  method: 'GET',
  path: '/api/city/{city}/tenants/{tenant}/exports/{export}',
  audience: 'leaving',
  access: 'city',
  posts: administrators,
  params: z.strictObject({ ...ofTenant, export: z.string().regex(/^[1-9]\d{0,5}$/) }),
  /** Links that hold for some minutes; there once the export is done. */
  output: z.object({
    ...tenantExport.shape,
    files: z.array(z.object({ name: z.string(), url: z.string() })),
  }),
  status: 200,
  refusals: ['unknown-tenant', 'unknown-export'],
})

export const eraseTenant = contract({
  name: 'erase-tenant',
  summary: { zh: '清除退出区县的全部数据', en: 'Erase everything of a county that leaves' },
  method: 'POST',
  path: '/api/city/{city}/tenants/{tenant}/erasure',
  audience: 'leaving',
  access: 'city',
  posts: administrators,
  params: z.strictObject(ofTenant),
  /** The export that was taken, with the hash of its manifest: only who holds it can ask. */
  input: z.strictObject({ export: z.int().min(1), manifest: z.string().regex(/^[0-9a-f]{64}$/) }),
  output: erasure,
  status: 200,
  refusals: ['unknown-tenant', 'move-not-possible', 'export-not-good'],
})

/** Ways out of an installation: of another audience than the rest, since whoever serves them reads and erases counties. */
export const leavingContracts = [exportTenant, readExport, eraseTenant] as const
