import * as z from 'zod'
import { contract } from '../kernel/contract.ts'
import { cityCode, personId, tenantCode, unitId } from '../kernel/ids.ts'
import { commissionPosts, posts } from '../lifecycle/posts.ts'
import { dutyTable } from './duty.ts'
import { contact } from './people.ts'
import { staffRecord, standIn } from './staff.ts'
import { unit, unitInput } from './units.ts'

const county = { county: tenantCode }
const ofCounty = z.strictObject(county)
const ofPerson = z.strictObject({ ...county, person: personId })
const administrators = ['administrator'] as const
/** They call people: to reach a unit or a colleague is their work. */
const callers = ['administrator', 'shift-leader', 'dispatcher', 'leader'] as const

const seen = z.int().min(0)
const staff = { audience: 'people', access: 'county' } as const

export const listUnits = contract({
  name: 'list-units',
  summary: { zh: '处置单位列表', en: 'List the handling units' },
  method: 'GET',
  path: '/api/t/{county}/organisation/units',
  ...staff,
  posts,
  params: ofCounty,
  output: z.object({ units: z.array(unit) }),
  status: 200,
  refusals: [],
})

export const keepUnit = contract({
  name: 'keep-unit',
  summary: { zh: '新增或修改处置单位', en: 'Add or change a handling unit' },
  method: 'POST',
  path: '/api/t/{county}/organisation/units/{unit}',
  ...staff,
  posts: administrators,
  params: z.strictObject({ ...county, unit: unitId }),
  input: z.strictObject({ version: seen, unit: unitInput }),
  output: unit,
  status: 200,
  refusals: ['record-changed'],
})

export const readUnitContact = contract({
  name: 'read-unit-contact',
  summary: { zh: '查看单位联系人（留痕）', en: "Read a unit's contact (recorded)" },
  method: 'GET',
  path: '/api/t/{county}/organisation/units/{unit}/contact',
  ...staff,
  posts: callers,
  params: z.strictObject({ ...county, unit: unitId }),
  output: z.object({ contact: contact.exactOptional() }),
  status: 200,
  refusals: ['unknown-unit'],
})

/** Names and numbers as they are shown: masked, or absent where none is known. */
const person = z.object({
  ...staffRecord.shape,
  name: z.string().exactOptional(),
  phone: z.string().exactOptional(),
})
const anyPost = standIn.shape.post
const newcomer = { contact, posts: z.array(anyPost).max(12), unit: unitId.exactOptional() }
const change = { version: z.int().min(1), posts: newcomer.posts, contact: contact.exactOptional() }
const MOST_STAND_INS = 50
const standIns = z.array(standIn).max(MOST_STAND_INS)

export const listPeople = contract({
  name: 'list-people',
  summary: { zh: '人员列表（脱敏）', en: 'List the people, masked' },
  method: 'GET',
  path: '/api/t/{county}/organisation/people',
  ...staff,
  posts,
  params: ofCounty,
  output: z.object({ people: z.array(person) }),
  status: 200,
  refusals: [],
})

export const readPerson = contract({
  name: 'read-person',
  summary: { zh: '查看人员资料（留痕）', en: "Read a person's entry in clear (recorded)" },
  method: 'GET',
  path: '/api/t/{county}/organisation/people/{person}',
  ...staff,
  posts: callers,
  params: ofPerson,
  output: person,
  status: 200,
  refusals: ['unknown-person'],
})

export const addPerson = contract({
  name: 'add-person',
  summary: { zh: '新增人员并邀请', en: 'Add and invite a person' },
  method: 'POST',
  path: '/api/t/{county}/organisation/people',
  ...staff,
  posts: administrators,
  params: ofCounty,
  input: z.strictObject(newcomer),
  output: staffRecord,
  status: 201,
  refusals: ['phone-taken', 'administrators-separate'],
})

export const inviteAgain = contract({
  name: 'invite-again',
  summary: { zh: '重新邀请', en: 'Invite a person again' },
  method: 'POST',
  path: '/api/t/{county}/organisation/people/{person}/invitation',
  ...staff,
  posts: ['security-administrator', 'administrator'],
  params: ofPerson,
  input: z.strictObject({}),
  output: z.object({ person: personId }),
  status: 200,
  refusals: ['unknown-person', 'has-left', 'account-act-not-possible'],
})

const ofChange = ['unknown-person', 'has-left', 'record-changed', 'own-posts'] as const

export const changePerson = contract({
  name: 'change-person',
  summary: { zh: '修改人员岗位和资料', en: "Change a person's posts and entry" },
  method: 'POST',
  path: '/api/t/{county}/organisation/people/{person}',
  ...staff,
  posts: administrators,
  params: ofPerson,
  input: z.strictObject({ ...change, unit: unitId.exactOptional() }),
  output: staffRecord,
  status: 200,
  refusals: [...ofChange, 'phone-taken', 'administrators-separate'],
})

export const changeStandIns = contract({
  name: 'change-stand-ins',
  summary: { zh: '设置代岗', en: 'Say whom somebody stands in for' },
  method: 'POST',
  path: '/api/t/{county}/organisation/people/{person}/stand-ins',
  ...staff,
  posts: administrators,
  params: ofPerson,
  input: z.strictObject({ version: z.int().min(1), standIns }),
  output: staffRecord,
  status: 200,
  refusals: [...ofChange, 'administrators-separate'],
})

export const leavePost = contract({
  name: 'leave-county',
  summary: { zh: '办理离岗', en: 'Let a person go' },
  method: 'POST',
  path: '/api/t/{county}/organisation/people/{person}/leave',
  ...staff,
  posts: administrators,
  params: ofPerson,
  input: z.strictObject({ version: z.int().min(1) }),
  output: staffRecord,
  status: 200,
  refusals: ofChange,
})

const date = z.strictObject({ date: z.iso.date().exactOptional() })
const holders = z.object({
  date: z.iso.date(),
  posts: z.array(z.object({ post: anyPost, holders: z.int(), standIns: z.int(), vacant: z.boolean() })),
})

export const listVacancies = contract({
  name: 'list-vacancies',
  summary: { zh: '岗位空缺检查', en: 'See which posts are vacant' },
  method: 'GET',
  path: '/api/t/{county}/organisation/vacancies',
  ...staff,
  posts,
  params: ofCounty,
  query: date,
  output: holders,
  status: 200,
  refusals: [],
})

const duty = z.object({ version: z.int(), table: dutyTable })

export const readDuty = contract({
  name: 'read-duty',
  summary: { zh: '查看值班表', en: 'Read the duty hours' },
  method: 'GET',
  path: '/api/t/{county}/organisation/duty',
  ...staff,
  posts,
  params: ofCounty,
  query: date,
  output: z.object({ ...duty.shape, date: z.iso.date(), today: dutyTable }),
  status: 200,
  refusals: [],
})

export const keepDuty = contract({
  name: 'keep-duty',
  summary: { zh: '修改值班表', en: 'Change the duty hours' },
  method: 'POST',
  path: '/api/t/{county}/organisation/duty',
  ...staff,
  posts: administrators,
  params: ofCounty,
  input: z.strictObject({ version: seen, table: dutyTable }),
  output: z.object({ version: z.int() }),
  status: 200,
  refusals: ['record-changed'],
})

const ofCity = z.strictObject({ city: cityCode })
const ofCityPerson = z.strictObject({ city: cityCode, person: personId })
const commission = { audience: 'people', access: 'city' } as const
const commissionAdministrators = ['commission-administrator'] as const

export const listCommissionStaff = contract({
  name: 'list-commission-staff',
  summary: { zh: '市级人员列表（脱敏）', en: "List the commission's people, masked" },
  method: 'GET',
  path: '/api/city/{city}/staff',
  ...commission,
  posts: commissionPosts,
  params: ofCity,
  query: date,
  output: z.object({ people: z.array(person), ...holders.shape }),
  status: 200,
  refusals: [],
})

export const readCommissionPerson = contract({
  name: 'read-commission-person',
  summary: { zh: '查看市级人员资料（留痕）', en: "Read a commission person's entry in clear (recorded)" },
  method: 'GET',
  path: '/api/city/{city}/staff/{person}',
  ...commission,
  posts: commissionAdministrators,
  params: ofCityPerson,
  output: person,
  status: 200,
  refusals: ['unknown-person'],
})

export const addCommissionPerson = contract({
  name: 'add-commission-person',
  summary: { zh: '新增市级人员并邀请', en: 'Add and invite somebody of the commission' },
  method: 'POST',
  path: '/api/city/{city}/staff',
  ...commission,
  posts: commissionAdministrators,
  params: ofCity,
  input: z.strictObject({ contact, posts: newcomer.posts }),
  output: staffRecord,
  status: 201,
  refusals: ['phone-taken', 'administrators-separate'],
})

export const inviteCommissionAgain = contract({
  name: 'invite-commission-again',
  summary: { zh: '重新邀请市级人员', en: 'Invite a commission person again' },
  method: 'POST',
  path: '/api/city/{city}/staff/{person}/invitation',
  ...commission,
  posts: ['commission-security-administrator', 'commission-administrator'],
  params: ofCityPerson,
  input: z.strictObject({}),
  output: z.object({ person: personId }),
  status: 200,
  refusals: ['unknown-person', 'has-left', 'account-act-not-possible'],
})

export const changeCommissionPerson = contract({
  name: 'change-commission-person',
  summary: { zh: '修改市级人员岗位和资料', en: "Change a commission person's posts and entry" },
  method: 'POST',
  path: '/api/city/{city}/staff/{person}',
  ...commission,
  posts: commissionAdministrators,
  params: ofCityPerson,
  input: z.strictObject(change),
  output: staffRecord,
  status: 200,
  refusals: [...ofChange, 'phone-taken', 'administrators-separate'],
})

export const changeCommissionStandIns = contract({
  name: 'change-commission-stand-ins',
  summary: { zh: '设置市级代岗', en: 'Say whom somebody of the commission stands in for' },
  method: 'POST',
  path: '/api/city/{city}/staff/{person}/stand-ins',
  ...commission,
  posts: commissionAdministrators,
  params: ofCityPerson,
  input: z.strictObject({ version: z.int().min(1), standIns }),
  output: staffRecord,
  status: 200,
  refusals: [...ofChange, 'administrators-separate'],
})

export const leaveCommission = contract({
  name: 'leave-commission',
  summary: { zh: '办理市级人员离岗', en: 'Let somebody of the commission go' },
  method: 'POST',
  path: '/api/city/{city}/staff/{person}/leave',
  ...commission,
  posts: commissionAdministrators,
  params: ofCityPerson,
  input: z.strictObject({ version: z.int().min(1) }),
  output: staffRecord,
  status: 200,
  refusals: ofChange,
})

/** Who works where: units, people, duty hours; a commission's own people. */
export const peopleContracts = [
  listUnits,
  keepUnit,
  readUnitContact,
  listPeople,
  readPerson,
  addPerson,
  inviteAgain,
  changePerson,
  changeStandIns,
  leavePost,
  listVacancies,
  readDuty,
  keepDuty,
  listCommissionStaff,
  readCommissionPerson,
  addCommissionPerson,
  inviteCommissionAgain,
  changeCommissionPerson,
  changeCommissionStandIns,
  leaveCommission,
] as const
