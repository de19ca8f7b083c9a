import * as z from 'zod'
import { contract } from '../kernel/contract.ts'
import { caseId, tenantCode, unitId } from '../kernel/ids.ts'
import type { RefusalCode } from '../kernel/refusals.ts'
import { actions } from '../lifecycle/lifecycle.ts'
import { posts } from '../lifecycle/posts.ts'
import { actInput, actsInput, caseView, queuePage, receipt, reportInput } from './case.ts'

const county = { county: tenantCode }

/** Why the lifecycle, or what the evidence names, may not allow an act. */
export const actRefusals = [
  'unknown-case',
  'case-changed',
  'action-not-possible',
  'post-not-held',
  'system-only',
  'not-own-unit',
  'handled-by-you',
  'parts-open',
  'ruling-binds',
  'request-open',
  'nothing-asked',
  'asked-too-late',
  'extensions-used',
  'suspended-before',
  'objection-over',
  'not-late',
  'unknown-condition',
  'case-not-open',
] as const satisfies readonly RefusalCode[]

export const reportCase = contract({
  name: 'report-case',
  summary: { zh: '上报案卷', en: 'Report a case' },
  method: 'POST',
  path: '/api/t/{county}/cases',
  audience: 'intake',
  access: 'county',
  params: z.strictObject(county),
  input: reportInput,
  output: receipt,
  status: 201,
  refusals: ['numbers-exhausted', 'post-not-held', 'channel-closed'],
})

export const readCase = contract({
  name: 'read-case',
  summary: { zh: '查看案卷', en: 'Read a case' },
  method: 'GET',
  path: '/api/t/{county}/cases/{case}',
  audience: 'staff',
  access: 'county',
  posts,
  params: z.strictObject({ ...county, case: caseId }),
  output: caseView,
  status: 200,
  refusals: ['unknown-case'],
})

export const actOnCase = contract({
  name: 'act-on-case',
  summary: { zh: '办理案卷', en: 'Act on a case' },
  method: 'POST',
  path: '/api/t/{county}/cases/{case}/actions/{action}',
  audience: 'staff',
  access: 'county',
  params: z.strictObject({ ...county, case: caseId, action: z.enum(actions) }),
  input: actInput,
  output: receipt,
  status: 200,
  refusals: actRefusals,
})

/** 一表办理: who holds consecutive posts accepts, files and dispatches in one form. */
export const actInSeries = contract({
  name: 'act-in-series',
  summary: { zh: '一次办理多步', en: 'Act several times in one commit' },
  method: 'POST',
  path: '/api/t/{county}/cases/{case}/acts',
  audience: 'staff',
  access: 'county',
  params: z.strictObject({ ...county, case: caseId }),
  input: actsInput,
  output: receipt,
  status: 200,
  refusals: actRefusals,
})

export const listQueue = contract({
  name: 'list-queue',
  summary: { zh: '待办队列', en: 'List the open work of a post' },
  method: 'GET',
  path: '/api/t/{county}/queues/{post}',
  audience: 'staff',
  access: 'county',
  params: z.strictObject({ ...county, post: z.enum(posts) }),
  query: z.strictObject({
    /** Due and id of the last case of the page before, as `next` gave it. */
    after: z
      .string()
      .regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ_[0-9A-HJKMNP-TV-Z]{26}$/)
      .optional(),
    limit: z
      .string()
      .regex(/^([1-9]\d?|100)$/)
      .transform(Number)
      .default(50),
    /** Whose list, of a post within a unit: one's own, or any for who watches over them all. */
    unit: unitId.optional(),
  }),
  output: queuePage,
  status: 200,
  refusals: ['post-not-held', 'not-own-unit'],
})
