import * as z from 'zod'
import { contract } from '../kernel/contract.ts'
import { cityCode, personId, tenantCode } from '../kernel/ids.ts'
import { commissionPosts, posts } from '../lifecycle/posts.ts'
import { accountActs, accountName, accountStates } from './accounts.ts'

/** An account as the security administrator sees it. Names and numbers of people stand elsewhere. */
const accountLine = z.object({
  person: personId,
  posts: z.array(z.enum([...posts, ...commissionPosts])),
  /** Absent until they have opened one. */
  account: accountName.exactOptional(),
  state: z.enum(accountStates),
  secondFactor: z.boolean(),
  lastSignInAt: z.iso.datetime().exactOptional(),
  openSessions: z.int(),
  /** Of the person's record: an act names the one that it was decided on. */
  version: z.int(),
  acts: z.array(z.enum(accountActs)),
})
export type AccountLine = z.output<typeof accountLine>

const list = z.object({ accounts: z.array(accountLine) })
const seen = z.strictObject({ version: z.int().min(1) })
const act = z.enum(accountActs)
const ofAct = [
  'unknown-person',
  'has-left',
  'record-changed',
  'own-account',
  'account-act-not-possible',
] as const
const listSummary = { zh: '账号列表', en: 'List the accounts' }
const actSummary = {
  zh: '停用、恢复账号，结束登录，重置第二因素',
  en: 'Suspend or restore an account, end its sessions, reset its second factor',
}

const inCounty = { audience: 'accounts', access: 'county', posts: ['security-administrator'] } as const

export const listAccounts = contract({
  name: 'list-accounts',
  summary: listSummary,
  method: 'GET',
  path: '/api/t/{county}/accounts',
  ...inCounty,
  params: z.strictObject({ county: tenantCode }),
  output: list,
  status: 200,
  refusals: [],
})

export const actOnAccount = contract({
  name: 'act-on-account',
  summary: actSummary,
  method: 'POST',
  path: '/api/t/{county}/accounts/{person}/acts/{act}',
  ...inCounty,
  params: z.strictObject({ county: tenantCode, person: personId, act }),
  input: seen,
  output: accountLine,
  status: 200,
  refusals: ofAct,
})

const inCity = { audience: 'accounts', access: 'city', posts: ['commission-security-administrator'] } as const
const onWhose = { zh: '市级', en: ' of the commission' }

export const listCommissionAccounts = contract({
  name: 'list-commission-accounts',
  summary: { zh: onWhose.zh + listSummary.zh, en: listSummary.en + onWhose.en },
  method: 'GET',
  path: '/api/city/{city}/accounts',
  ...inCity,
  params: z.strictObject({ city: cityCode }),
  output: list,
  status: 200,
  refusals: [],
})

export const actOnCommissionAccount = contract({
  name: 'act-on-commission-account',
  summary: { zh: `市级账号：${actSummary.zh}`, en: `${actSummary.en} at the commission` },
  method: 'POST',
  path: '/api/city/{city}/accounts/{person}/acts/{act}',
  ...inCity,
  params: z.strictObject({ city: cityCode, person: personId, act }),
  input: seen,
  output: accountLine,
  status: 200,
  refusals: ofAct,
})

const ofSmallCounty = ['unknown-tenant', 'administrator-in-county'] as const

/** For a county too small for three administrators, whose settings say that its second sits at the commission. */
export const listCountyAccounts = contract({
  name: 'list-county-accounts',
  summary: { zh: '小区县的账号列表', en: "List a small county's accounts from the commission" },
  method: 'GET',
  path: '/api/city/{city}/tenants/{tenant}/accounts',
  ...inCity,
  params: z.strictObject({ city: cityCode, tenant: tenantCode }),
  output: list,
  status: 200,
  refusals: ofSmallCounty,
})

export const actOnCountyAccount = contract({
  name: 'act-on-county-account',
  summary: { zh: `小区县的账号：${actSummary.zh}`, en: `${actSummary.en}, in a small county` },
  method: 'POST',
  path: '/api/city/{city}/tenants/{tenant}/accounts/{person}/acts/{act}',
  ...inCity,
  params: z.strictObject({ city: cityCode, tenant: tenantCode, person: personId, act }),
  input: seen,
  output: accountLine,
  status: 200,
  refusals: [...ofSmallCounty, ...ofAct],
})

export const accountContracts = [
  listAccounts,
  actOnAccount,
  listCommissionAccounts,
  actOnCommissionAccount,
  listCountyAccounts,
  actOnCountyAccount,
] as const
