import * as z from 'zod'
import { contract } from '../kernel/contract.ts'
import { plainText } from '../kernel/fields.ts'
import { cityCode, kindCode, tenantCode } from '../kernel/ids.ts'
import { commissionPosts } from '../lifecycle/posts.ts'
import { catalogueShape, catalogueVersion, condition, kind, kindClass } from './catalogue.ts'
import { confirmation } from './confirm.ts'
import { extension, extensionWish } from './extension.ts'
import { publication } from './publication.ts'
import { diffShape, draft, proposal, pushed } from './template.ts'

const county = z.strictObject({ county: tenantCode })
const city = z.strictObject({ city: cityCode })
const ofTenant = z.strictObject({ city: cityCode, tenant: tenantCode })
const keepers = ['standards-keeper'] as const
/** Of the version in force, as it was shown. */
const sequence = z.int().min(1)
const reason = plainText(2, 500)

const ofCounty = { audience: 'standards', access: 'county' } as const
const ofCity = { audience: 'standards', access: 'city' } as const

export const readCatalogueInForce = contract({
  name: 'read-catalogue',
  summary: { zh: '查看事部件目录', en: 'Read the catalogue in force' },
  method: 'GET',
  path: '/api/t/{county}/catalogue',
  ...ofCounty,
  params: county,
  output: z.object({
    publication,
    classes: z.array(kindClass),
    /** `unconfirmed`: 待确认, never dispatched without a person and not counted in published figures. */
    kinds: z.array(z.object({ ...kind.shape, unconfirmed: z.boolean() })),
  }),
  status: 200,
  refusals: ['unknown-catalogue'],
})

export const readKind = contract({
  name: 'read-kind',
  summary: { zh: '查看小类的立案结案条件', en: 'Read a kind with its conditions' },
  method: 'GET',
  path: '/api/t/{county}/catalogue/kinds/{kind}',
  ...ofCounty,
  params: z.strictObject({ county: tenantCode, kind: kindCode }),
  /** `version` that a case was filed under; the one in force without it. */
  query: z.strictObject({ version: catalogueVersion.optional() }),
  output: z.object({ version: catalogueVersion, kind, conditions: z.array(condition) }),
  status: 200,
  refusals: ['unknown-catalogue', 'unknown-kind'],
})

export const listUnconfirmed = contract({
  name: 'list-unconfirmed',
  summary: { zh: '待确认小类', en: 'List what awaits confirmation' },
  method: 'GET',
  path: '/api/t/{county}/catalogue/unconfirmed',
  ...ofCounty,
  params: county,
  output: z.object({
    publication,
    /** With the conditions whose limits are guessed; none where the code alone is not settled. */
    kinds: z.array(z.object({ ...kind.shape, conditions: z.array(condition) })),
  }),
  status: 200,
  refusals: ['unknown-catalogue'],
})

export const listCatalogueVersions = contract({
  name: 'list-catalogue-versions',
  summary: { zh: '目录版本', en: 'List the versions of the catalogue' },
  method: 'GET',
  path: '/api/t/{county}/catalogue/versions',
  ...ofCounty,
  params: county,
  output: z.object({ versions: z.array(publication) }),
  status: 200,
  refusals: [],
})

export const confirmLimits = contract({
  name: 'confirm-limits',
  summary: { zh: '确认处置时限', en: 'Confirm limits' },
  method: 'POST',
  path: '/api/t/{county}/catalogue/confirmations',
  ...ofCounty,
  posts: ['administrator'],
  params: county,
  input: z.strictObject({ sequence, conditions: z.array(confirmation).min(1).max(500) }),
  output: publication,
  status: 201,
  refusals: ['unknown-catalogue', 'record-changed'],
})

export const readProposal = contract({
  name: 'read-proposal',
  summary: { zh: '查看市级下发的目录', en: 'Read the template that the city offers' },
  method: 'GET',
  path: '/api/t/{county}/catalogue/proposal',
  ...ofCounty,
  params: county,
  output: z.object({
    inForce: publication,
    /** Absent while there is none that is not in force already. */
    proposal: proposal.optional(),
    /** From the template that the county rests on to the one offered. */
    diff: diffShape.optional(),
    /** Codes that the template gives to other kinds than the county: it cannot be taken as it is. */
    collisions: z.array(kindCode),
  }),
  status: 200,
  refusals: ['unknown-catalogue'],
})

export const takeProposal = contract({
  name: 'take-proposal',
  summary: { zh: '接受市级下发的目录', en: 'Take the template that the city offers' },
  method: 'POST',
  path: '/api/t/{county}/catalogue/proposal',
  ...ofCounty,
  posts: ['administrator'],
  params: county,
  input: z.strictObject({ sequence, template: catalogueVersion }),
  output: publication,
  status: 201,
  refusals: ['unknown-catalogue', 'record-changed', 'code-collision'],
})

export const listExtensions = contract({
  name: 'list-extensions',
  summary: { zh: '扩展小类', en: 'List the extensions' },
  method: 'GET',
  path: '/api/t/{county}/catalogue/extensions',
  ...ofCounty,
  params: county,
  output: z.object({ extensions: z.array(extension) }),
  status: 200,
  refusals: [],
})

export const proposeKind = contract({
  name: 'propose-kind',
  summary: { zh: '申请扩展小类', en: 'Propose a kind of its own' },
  method: 'POST',
  path: '/api/t/{county}/catalogue/extensions',
  ...ofCounty,
  posts: ['administrator'],
  params: county,
  input: extensionWish,
  output: extension,
  status: 201,
  refusals: ['unknown-catalogue', 'codes-exhausted'],
})

export const listTemplates = contract({
  name: 'list-templates',
  summary: { zh: '本市目录版本', en: "List the city's templates" },
  method: 'GET',
  path: '/api/city/{city}/catalogue',
  ...ofCity,
  posts: commissionPosts,
  params: city,
  output: z.object({
    templates: z.array(publication),
    /** The catalogue that every installation has. */
    standard: catalogueVersion,
    draft: draft.optional(),
  }),
  status: 200,
  refusals: [],
})

export const readTemplate = contract({
  name: 'read-template',
  summary: { zh: '查看目录版本', en: 'Read a template' },
  method: 'GET',
  path: '/api/city/{city}/catalogue/templates/{version}',
  ...ofCity,
  posts: commissionPosts,
  params: z.strictObject({ city: cityCode, version: catalogueVersion }),
  output: catalogueShape,
  status: 200,
  refusals: ['unknown-catalogue'],
})

/** The three lists as a whole. About 170 KB for 204 kinds. */
export const replaceDraft = contract({
  name: 'replace-draft',
  summary: { zh: '导入目录草稿', en: 'Replace the draft of the template' },
  method: 'POST',
  path: '/api/city/{city}/catalogue/draft',
  ...ofCity,
  posts: keepers,
  params: city,
  /** `revision` of the draft that was shown; 0 when there was none. */
  input: z.strictObject({ revision: z.int().min(0), catalogue: catalogueShape }),
  largestBody: 2 * 1024 * 1024,
  output: draft,
  status: 200,
  refusals: ['record-changed', 'version-taken'],
})

export const readDraft = contract({
  name: 'read-draft',
  summary: { zh: '查看目录草稿与已发布版本的差异', en: 'Read the draft against what is published' },
  method: 'GET',
  path: '/api/city/{city}/catalogue/draft',
  ...ofCity,
  posts: commissionPosts,
  params: city,
  output: z.object({ draft, diff: diffShape }),
  status: 200,
  refusals: ['no-draft'],
})

export const publishTemplate = contract({
  name: 'publish-template',
  summary: { zh: '发布目录', en: 'Publish the draft' },
  method: 'POST',
  path: '/api/city/{city}/catalogue/publications',
  ...ofCity,
  posts: keepers,
  params: city,
  input: z.strictObject({ revision: z.int().min(1) }),
  output: publication,
  status: 201,
  refusals: ['no-draft', 'record-changed'],
})

export const pushTemplate = contract({
  name: 'push-template',
  summary: { zh: '下发目录', en: 'Offer a template to counties, or put it in force there' },
  method: 'POST',
  path: '/api/city/{city}/catalogue/templates/{version}/pushes',
  ...ofCity,
  posts: keepers,
  params: z.strictObject({ city: cityCode, version: catalogueVersion }),
  input: z.strictObject({
    counties: z.array(tenantCode).min(1).max(60),
    /** Given where it is put in force without being taken: the reason, which the county's versions keep. */
    force: reason.exactOptional(),
  }),
  output: z.object({ counties: z.array(pushed) }),
  status: 200,
  refusals: ['unknown-catalogue'],
})

export const listCountyExtensions = contract({
  name: 'list-county-extensions',
  summary: { zh: '区县申请的扩展小类', en: "List a county's extensions" },
  method: 'GET',
  path: '/api/city/{city}/tenants/{tenant}/extensions',
  ...ofCity,
  posts: commissionPosts,
  params: ofTenant,
  output: z.object({ extensions: z.array(extension) }),
  status: 200,
  refusals: ['unknown-tenant'],
})

export const decideExtension = contract({
  name: 'decide-extension',
  summary: { zh: '审批扩展小类', en: 'Approve or decline an extension' },
  method: 'POST',
  path: '/api/city/{city}/tenants/{tenant}/extensions/{kind}',
  ...ofCity,
  posts: keepers,
  params: z.strictObject({ city: cityCode, tenant: tenantCode, kind: kindCode }),
  /** Declining takes a reason. */
  input: z.strictObject({ decision: z.enum(['approve', 'decline']), reason: reason.exactOptional() }),
  output: extension,
  status: 200,
  refusals: ['unknown-tenant', 'unknown-catalogue', 'unknown-kind', 'already-decided'],
})

export const catalogueContracts = [
  readCatalogueInForce,
  readKind,
  listUnconfirmed,
  listCatalogueVersions,
  confirmLimits,
  readProposal,
  takeProposal,
  listExtensions,
  proposeKind,
  listTemplates,
  readTemplate,
  replaceDraft,
  readDraft,
  publishTemplate,
  pushTemplate,
  listCountyExtensions,
  decideExtension,
] as const
