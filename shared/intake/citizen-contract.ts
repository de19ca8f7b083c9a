import * as z from 'zod'
import { reportInput } from '../cases/case.ts'
import { contract } from '../kernel/contract.ts'
import { caseNumber, photoId, tenantCode } from '../kernel/ids.ts'
import { evidenceSchema } from '../lifecycle/evidence.ts'
import { publicStatuses } from '../lifecycle/lifecycle.ts'
import { photoProgress, uploadForm } from './photo-contract.ts'
import { challengeForm, proof } from './proof-of-work.ts'
import { purposes } from './quota.ts'

const county = { county: tenantCode }
const ofCounty = z.strictObject(county)
const instant = z.iso.datetime()

/** What a browser calls itself, the same each time: made up by it, known to nobody. */
const device = z.string().regex(/^[A-Za-z0-9_-]{16,64}$/)

/** What a reporter follows a report by, beside its number. */
export const queryCode = z.string().regex(/^[0-9A-HJKMNP-TV-Z]{8}$/)

const sender = { device, proof: proof.exactOptional() }

export const readChallenge = contract({
  name: 'read-challenge',
  summary: { zh: '获取自动验证题', en: 'Fetch a challenge for a proof of work' },
  method: 'GET',
  path: '/api/t/{county}/public/challenge',
  audience: 'citizens',
  access: 'public',
  params: ofCounty,
  query: z.strictObject({ for: z.enum(purposes) }),
  output: z.object({
    /** Find a nonce that makes SHA-256 of `<challenge>:<nonce>` begin with so many zero bits; 0: none is needed now. */
    bits: z.int(),
    challenge: challengeForm.optional(),
    until: instant.optional(),
  }),
  status: 200,
  refusals: ['channel-closed'],
})

const publicReceipt = z.object({
  number: caseNumber,
  queryCode,
  status: z.enum(publicStatuses),
  /** The status in words. */
  name: z.string(),
  at: instant,
})
export type PublicReceipt = z.output<typeof publicReceipt>

const { words, place, position, kind, photos, reporter } = reportInput.shape

export const reportPublicly = contract({
  name: 'report-publicly',
  summary: { zh: '市民上报（不用登录）', en: 'Report as a citizen, without an account' },
  method: 'POST',
  path: '/api/t/{county}/public/reports',
  audience: 'citizens',
  access: 'public',
  params: ofCounty,
  input: z.strictObject({
    words,
    place,
    position,
    kind,
    reporter,
    photos,
    ...sender,
  }),
  output: publicReceipt,
  status: 201,
  refusals: [
    'channel-closed',
    'proof-needed',
    'too-many-from-network',
    'too-many-at-place',
    'too-many-from-device',
    'too-many-of-phone',
    'numbers-exhausted',
  ],
})

const ofReport = z.strictObject({ ...county, number: caseNumber })

const publicProgress = z.object({
  number: caseNumber,
  status: z.enum(publicStatuses),
  name: z.string(),
  reportedAt: instant,
  /** Each status that it has had, the first one first. */
  steps: z.array(z.object({ status: z.enum(publicStatuses), name: z.string(), at: instant })),
  serverTime: instant,
})
export type PublicProgress = z.output<typeof publicProgress>

export const readProgress = contract({
  name: 'read-progress',
  summary: { zh: '市民查询进度', en: 'Follow a report by number and query code' },
  method: 'GET',
  path: '/api/t/{county}/public/reports/{number}',
  audience: 'citizens',
  access: 'public',
  params: ofReport,
  query: z.strictObject({ code: queryCode }),
  output: publicProgress,
  status: 200,
  refusals: ['unknown-report', 'too-many-tries'],
})

export const objectPublicly = contract({
  name: 'object-publicly',
  summary: { zh: '市民对办理结果提出异议', en: 'Object to a result, within 72 hours' },
  method: 'POST',
  path: '/api/t/{county}/public/reports/{number}/objections',
  audience: 'citizens',
  access: 'public',
  params: ofReport,
  input: z.strictObject({ code: queryCode, reason: evidenceSchema.reason }),
  output: publicProgress,
  status: 200,
  refusals: ['unknown-report', 'too-many-tries', 'action-not-possible', 'case-changed', 'objection-over'],
})

export const citizenContracts = [readChallenge, reportPublicly, readProgress, objectPublicly] as const

export const startPublicPhoto = contract({
  name: 'start-public-photo',
  summary: { zh: '市民上传照片', en: "Begin the upload of a citizen's photo" },
  method: 'POST',
  path: '/api/t/{county}/public/photos',
  audience: 'photos',
  access: 'public',
  params: ofCounty,
  input: z.strictObject(sender),
  output: z.object({ photo: photoProgress, upload: uploadForm }),
  status: 201,
  refusals: ['channel-closed', 'proof-needed', 'too-many-from-network', 'too-many-from-device'],
})

export const finishPublicPhoto = contract({
  name: 'finish-public-photo',
  summary: { zh: '市民照片上传完成', en: "Have a citizen's photo checked and kept" },
  method: 'POST',
  path: '/api/t/{county}/public/photos/{photo}/finish',
  audience: 'photos',
  access: 'public',
  params: z.strictObject({ ...county, photo: photoId }),
  input: z.strictObject({}),
  output: photoProgress,
  status: 200,
  refusals: ['channel-closed', 'unknown-photo', 'photo-missing'],
})

export const publicPhotoContracts = [startPublicPhoto, finishPublicPhoto] as const
