import * as z from 'zod'
import { reportInput } from '../cases/case.ts'
import { contract } from '../kernel/contract.ts'
import { pointQuery } from '../kernel/degrees.ts'
import { caseNumber, kindCode, photoId, tenantCode } from '../kernel/ids.ts'
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

/** What a reporter says of the result: 满意、一般、不满意. */
export const ratings = ['good', 'fair', 'poor'] as const
export type Rating = (typeof ratings)[number]

export const readPublicCounty = contract({
  name: 'read-public-county',
  summary: { zh: '市民查看区县名称', en: 'Read what a county is called, without an account' },
  method: 'GET',
  path: '/api/t/{county}/public',
  audience: 'citizens',
  access: 'public',
  params: ofCounty,
  output: z.object({ county: tenantCode, placeName: z.string() }),
  status: 200,
  refusals: ['channel-closed'],
})

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
  /** By when the reporter hears whether the report is taken up. */
  nextBy: instant.optional(),
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

/** What a photo is fetched by: whoever follows the report is told it, and nobody guesses it. */
const photoPass = z.string().regex(/^[A-Za-z0-9_-]{22}$/)
const shownPhoto = z.object({ id: photoId, pass: photoPass })

const publicProgress = z.object({
  number: caseNumber,
  status: z.enum(publicStatuses),
  name: z.string(),
  reportedAt: instant,
  /** Each status that it has had, the first one first. */
  steps: z.array(z.object({ status: z.enum(publicStatuses), name: z.string(), at: instant })),
  /** What was reported, numbers of people masked. */
  words: z.string(),
  place: z.string(),
  kind: kindCode.optional(),
  /** When the unit was chosen that mends it. */
  dispatchedAt: instant.optional(),
  /** By when what is being done now is to be done; absent while nothing runs. */
  nextBy: instant.optional(),
  /** Why it is not taken up, as the staff wrote it, numbers of people masked. */
  reason: z.string().optional(),
  photosBefore: z.array(shownPhoto),
  /** Once it is done. */
  photosAfter: z.array(shownPhoto),
  /** Until when whoever reported may object; absent when they may not. */
  objectUntil: instant.optional(),
  /** The reporter may say how satisfied they are; not yet said. */
  mayRate: z.boolean(),
  rating: z.enum(ratings).optional(),
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

export const ratePublicly = contract({
  name: 'rate-publicly',
  summary: { zh: '市民评价办理结果', en: 'Say how satisfied one is with a result' },
  method: 'POST',
  path: '/api/t/{county}/public/reports/{number}/ratings',
  audience: 'citizens',
  access: 'public',
  params: ofReport,
  input: z.strictObject({ code: queryCode, rating: z.enum(ratings) }),
  output: publicProgress,
  status: 200,
  refusals: ['unknown-report', 'too-many-tries', 'rating-not-possible', 'rated-already'],
})

const nearbyReport = z.object({
  kind: kindCode.optional(),
  /** Community and street, as far as they are known; never the reporter's own words. */
  place: z.string().optional(),
  status: z.enum(publicStatuses),
  name: z.string(),
  at: instant,
  /** What it shares with the point that was asked for. */
  near: z.enum(['grid', 'community', 'street']).optional(),
})
export type NearbyReport = z.output<typeof nearbyReport>

export const listNearby = contract({
  name: 'list-nearby',
  summary: {
    zh: '市民查看附近近期上报',
    en: 'List recent reports of the county, those around a point first',
  },
  method: 'GET',
  path: '/api/t/{county}/public/nearby',
  audience: 'citizens',
  access: 'public',
  params: ofCounty,
  query: pointQuery.partial(),
  output: z.object({ reports: z.array(nearbyReport), serverTime: instant }),
  status: 200,
  refusals: ['channel-closed'],
})

export const citizenContracts = [
  readPublicCounty,
  readChallenge,
  reportPublicly,
  readProgress,
  objectPublicly,
  ratePublicly,
  listNearby,
] as const

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

export const readPublicPhoto = contract({
  name: 'read-public-photo',
  summary: { zh: '市民查看案卷照片', en: 'See a photo of a report that one follows' },
  method: 'GET',
  path: '/api/t/{county}/public/photos/{photo}',
  audience: 'photos',
  access: 'public',
  params: z.strictObject({ ...county, photo: photoId }),
  query: z.strictObject({ pass: photoPass }),
  /** Where it can be seen, for a quarter of an hour. */
  output: z.object({ link: z.url() }),
  status: 200,
  refusals: ['unknown-photo'],
})

export const publicPhotoContracts = [startPublicPhoto, finishPublicPhoto, readPublicPhoto] as const
