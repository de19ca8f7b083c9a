import * as z from 'zod'
import { contract } from '../kernel/contract.ts'
import { cityCode, personId, tenantCode } from '../kernel/ids.ts'
import { breakCodes } from './breaks.ts'

const date = z.string().regex(/^20\d\d-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/)
const limit = z
  .string()
  .regex(/^([1-9]\d?|100)$/)
  .transform(Number)
  .default(50)

/** One act as an auditor sees it, with its place in the day's chains. */
const actLine = z.object({
  chain: z.string(),
  sequence: z.int(),
  id: z.string(),
  act: z.string(),
  actor: z.string(),
  post: z.string().optional(),
  subject: z.string().optional(),
  details: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])).optional(),
  at: z.iso.datetime(),
})
export type ActLine = z.output<typeof actLine>

/** The refusals of one minute, person and door. */
const denialLine = z.object({
  at: z.iso.datetime(),
  actor: z.string(),
  route: z.string(),
  code: z.string(),
  count: z.int(),
})
export type DenialLine = z.output<typeof denialLine>

/** `next`: pass as `after` for the next page; absent on the last. */
const acts = z.object({ date, acts: z.array(actLine), next: z.string().optional() })
const denials = z.object({ date, denials: z.array(denialLine), next: z.string().optional() })

const actsQuery = z.strictObject({
  /** Day in China. */
  date,
  /** Of one person only. */
  actor: personId.exactOptional(),
  /** How far each of the day's chains was read. */
  after: z
    .string()
    .regex(/^\d{1,8}(\.\d{1,8}){7,15}$/)
    .exactOptional(),
  limit,
})
const denialsQuery = z.strictObject({
  date,
  /** The last line of the page before. */
  after: z
    .string()
    .regex(/^[\w:~.-]{16,300}$/)
    .exactOptional(),
  limit,
})

/** Whether the acts of a day are those that were committed, all of them and in their order. */
const verification = z.object({
  date,
  /** The first of each chain; empty where all holds. */
  breaks: z.array(z.object({ chain: z.string(), sequence: z.int(), code: z.enum(breakCodes) })),
  rows: z.int(),
  /** Roots under lock that were compared with. */
  roots: z.int(),
  /** Rows too new for a root. */
  awaiting: z.int(),
  at: z.iso.datetime(),
})
export type Verification = z.output<typeof verification>

const county = z.strictObject({ county: tenantCode })
const city = z.strictObject({ city: cityCode })
const cityAndTenant = z.strictObject({ city: cityCode, tenant: tenantCode })

export const listActs = contract({
  name: 'list-acts',
  summary: { zh: '审计：一天的操作', en: 'Audit: the acts of a day' },
  method: 'GET',
  path: '/api/t/{county}/audit/acts',
  audience: 'audit',
  access: 'county',
  posts: ['auditor'],
  params: county,
  query: actsQuery,
  output: acts,
  status: 200,
  refusals: [],
})

export const listDenials = contract({
  name: 'list-denials',
  summary: { zh: '审计：一天被拒绝的请求', en: 'Audit: what was refused on a day' },
  method: 'GET',
  path: '/api/t/{county}/audit/denials',
  audience: 'audit',
  access: 'county',
  posts: ['auditor'],
  params: county,
  query: denialsQuery,
  output: denials,
  status: 200,
  refusals: [],
})

export const verifyDay = contract({
  name: 'verify-day',
  summary: { zh: '审计：校验一天的操作', en: 'Audit: verify the acts of a day' },
  method: 'GET',
  path: '/api/t/{county}/audit/verification',
  audience: 'audit',
  access: 'county',
  posts: ['auditor'],
  params: county,
  query: z.strictObject({ date }),
  output: verification,
  status: 200,
  refusals: [],
})

export const verifyCityDay = contract({
  name: 'verify-city-day',
  summary: { zh: '审计：校验市级一天的操作', en: 'Audit: verify the acts of a day at the commission' },
  method: 'GET',
  path: '/api/city/{city}/audit/verification',
  audience: 'audit',
  access: 'city',
  posts: ['commission-auditor'],
  params: city,
  query: z.strictObject({ date }),
  output: verification,
  status: 200,
  refusals: [],
})

export const listCityActs = contract({
  name: 'list-city-acts',
  summary: { zh: '审计：市级一天的操作', en: 'Audit: the acts of a day at the commission' },
  method: 'GET',
  path: '/api/city/{city}/audit/acts',
  audience: 'audit',
  access: 'city',
  posts: ['commission-auditor'],
  params: city,
  query: actsQuery,
  output: acts,
  status: 200,
  refusals: [],
})

export const listCityDenials = contract({
  name: 'list-city-denials',
  summary: { zh: '审计：市级一天被拒绝的请求', en: 'Audit: what was refused on a day at the commission' },
  method: 'GET',
  path: '/api/city/{city}/audit/denials',
  audience: 'audit',
  access: 'city',
  posts: ['commission-auditor'],
  params: city,
  query: denialsQuery,
  output: denials,
  status: 200,
  refusals: [],
})

const ofSmallCounty = ['unknown-tenant', 'administrator-in-county'] as const

/** For a county too small for three administrators, whose settings say that its auditor sits at the commission. */
export const listActsOfCounty = contract({
  name: 'list-acts-of-county',
  summary: { zh: '审计：小区县一天的操作', en: 'Audit: the acts of a day in a small county' },
  method: 'GET',
  path: '/api/city/{city}/tenants/{tenant}/audit/acts',
  audience: 'audit',
  access: 'city',
  posts: ['commission-auditor'],
  params: cityAndTenant,
  query: actsQuery,
  output: acts,
  status: 200,
  refusals: ofSmallCounty,
})

export const listDenialsOfCounty = contract({
  name: 'list-denials-of-county',
  summary: {
    zh: '审计：小区县一天被拒绝的请求',
    en: 'Audit: what was refused on a day in a small county',
  },
  method: 'GET',
  path: '/api/city/{city}/tenants/{tenant}/audit/denials',
  audience: 'audit',
  access: 'city',
  posts: ['commission-auditor'],
  params: cityAndTenant,
  query: denialsQuery,
  output: denials,
  status: 200,
  refusals: ofSmallCounty,
})

export const auditContracts = [
  listActs,
  listDenials,
  verifyDay,
  verifyCityDay,
  listCityActs,
  listCityDenials,
  listActsOfCounty,
  listDenialsOfCounty,
] as const
