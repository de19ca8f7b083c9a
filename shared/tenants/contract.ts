import * as z from 'zod'
import { contract } from '../kernel/contract.ts'
import { plainText } from '../kernel/fields.ts'
import { cityCode, tenantCode } from '../kernel/ids.ts'
import { separationNames } from '../lifecycle/grants.ts'
import { commissionPosts } from '../lifecycle/posts.ts'
import { ownSettings, ownSettingsVersion } from './own-settings.ts'
import { settingsSchema } from './settings.ts'
import { tenantActions, tenantStates } from './standing.ts'
import { settingsVersion, tenantLine, tenantName, tenantView } from './tenant.ts'

const city = { city: cityCode }
const ofTenant = z.strictObject({ ...city, tenant: tenantCode })
const administrators = ['commission-administrator'] as const

/** Mainland mobile number, or the landline of an office. */
const phone = z.string().regex(/^(1[3-9]\d{9}|0\d{2,3}-?\d{7,8})$/)

/** How a county stands, for everybody in it; what it does not keep apart stands open. */
const countyShown = z.object({
  county: tenantCode,
  placeName: z.string(),
  state: z.enum(tenantStates),
  relaxed: z.array(z.enum(separationNames)),
})
export type CountyShown = z.output<typeof countyShown>

export const readCounty = contract({
  name: 'read-county',
  summary: { zh: '查看区县', en: 'Read the county' },
  method: 'GET',
  path: '/api/t/{county}',
  audience: 'staff',
  access: 'county',
  params: z.strictObject({ county: tenantCode }),
  output: countyShown,
  status: 200,
  refusals: ['unknown-tenant'],
})

const ofCounty = z.strictObject({ county: tenantCode })

export const readSettings = contract({
  name: 'read-settings',
  summary: { zh: '查看本区县设置', en: "Read the county's settings in force" },
  method: 'GET',
  path: '/api/t/{county}/settings',
  audience: 'organisation',
  access: 'county',
  posts: ['administrator', 'security-administrator', 'auditor', 'leader'],
  params: ofCounty,
  output: z.object({
    settings: settingsSchema,
    /** Version of what the county keeps itself; 0 while all is as the commission began it. */
    version: z.int().min(0),
  }),
  status: 200,
  refusals: ['unknown-tenant'],
})

export const keepSettings = contract({
  name: 'keep-settings',
  summary: { zh: '修改本区县设置', en: "Keep the county's own settings" },
  method: 'POST',
  path: '/api/t/{county}/settings',
  audience: 'organisation',
  access: 'county',
  posts: ['administrator'],
  params: ofCounty,
  /** `version` of those that were shown. */
  input: z.strictObject({ version: z.int().min(0), settings: ownSettings }),
  output: ownSettingsVersion,
  status: 200,
  refusals: ['unknown-tenant', 'record-changed'],
})

/** What a county keeps of its settings by itself. */
export const countySettingsContracts = [readSettings, keepSettings] as const

export const keepCity = contract({
  name: 'keep-city',
  summary: { zh: '登记城市', en: 'Register or rename the city' },
  method: 'POST',
  path: '/api/city/{city}',
  audience: 'commission',
  access: 'city',
  posts: administrators,
  params: z.strictObject(city),
  input: z.strictObject({ name: tenantName }),
  output: z.object({ city: cityCode, name: z.string() }),
  status: 200,
  refusals: [],
})

export const listTenants = contract({
  name: 'list-tenants',
  summary: { zh: '区县列表', en: 'List the counties' },
  method: 'GET',
  path: '/api/city/{city}/tenants',
  audience: 'commission',
  access: 'city',
  posts: commissionPosts,
  params: z.strictObject(city),
  output: z.object({ city: cityCode, name: z.string(), tenants: z.array(tenantLine) }),
  status: 200,
  refusals: ['unknown-city'],
})

export const readTenant = contract({
  name: 'read-tenant',
  summary: { zh: '查看区县的开通情况和设置', en: 'Read a county: standing, onboarding, settings' },
  method: 'GET',
  path: '/api/city/{city}/tenants/{tenant}',
  audience: 'commission',
  access: 'city',
  posts: commissionPosts,
  params: ofTenant,
  output: tenantView,
  status: 200,
  refusals: ['unknown-tenant'],
})

/** Who is invited as the county's first administrator. */
export const firstAdministrator = z.strictObject({ name: plainText(1, 30), phone })
export type FirstAdministrator = z.output<typeof firstAdministrator>

export const foundTenant = contract({
  name: 'found-tenant',
  summary: { zh: '开通区县', en: 'Found a county' },
  method: 'POST',
  path: '/api/city/{city}/tenants',
  audience: 'commission',
  access: 'city',
  posts: administrators,
  params: z.strictObject(city),
  input: z.strictObject({ tenant: tenantCode, name: tenantName, administrator: firstAdministrator }),
  output: tenantView,
  status: 201,
  refusals: ['unknown-city', 'tenant-exists'],
})

export const resumeOnboarding = contract({
  name: 'resume-onboarding',
  summary: { zh: '继续开通', en: 'Resume the onboarding' },
  method: 'POST',
  path: '/api/city/{city}/tenants/{tenant}/onboarding',
  audience: 'commission',
  access: 'city',
  posts: administrators,
  params: ofTenant,
  /** `administrator` where another is to be invited, or the first was never told. */
  input: z.strictObject({ administrator: firstAdministrator.exactOptional() }),
  output: tenantView,
  status: 200,
  refusals: ['unknown-tenant', 'onboarding-done'],
})

export const moveTenant = contract({
  name: 'move-tenant',
  summary: { zh: '变更区县状态', en: "Change a county's standing" },
  method: 'POST',
  path: '/api/city/{city}/tenants/{tenant}/actions/{action}',
  audience: 'commission',
  access: 'city',
  posts: administrators,
  params: z.strictObject({ ...city, tenant: tenantCode, action: z.enum(tenantActions).exclude(['erased']) }),
  input: z.strictObject({ version: z.int().min(1) }),
  output: tenantView,
  status: 200,
  refusals: ['unknown-tenant', 'tenant-changed', 'move-not-possible', 'onboarding-not-done'],
})

export const changeSettings = contract({
  name: 'change-settings',
  summary: { zh: '修改区县设置', en: "Change a county's settings" },
  method: 'POST',
  path: '/api/city/{city}/tenants/{tenant}/settings',
  audience: 'commission',
  access: 'city',
  posts: administrators,
  params: ofTenant,
  input: z.strictObject({ version: z.int().min(1), settings: settingsSchema }),
  output: settingsVersion,
  status: 200,
  refusals: ['unknown-tenant', 'tenant-changed', 'unknown-calendar'],
})

export const commissionTenantContracts = [
  keepCity,
  listTenants,
  readTenant,
  foundTenant,
  resumeOnboarding,
  moveTenant,
  changeSettings,
] as const
