import * as z from 'zod'
import { contract } from '../kernel/contract.ts'
import { photoId, tenantCode } from '../kernel/ids.ts'
import { posts } from '../lifecycle/posts.ts'
import { photoFacts, photoProblems, photoStates } from './photo.ts'

const county = { county: tenantCode }
const ofPhoto = z.strictObject({ ...county, photo: photoId })

/** What is told of a photo to whoever uploads it. */
export const photoProgress = z.object({
  id: photoId,
  state: z.enum(photoStates),
  /** Why it cannot be kept, and what to do. */
  problem: z.object({ code: z.enum(photoProblems), reason: z.string() }).optional(),
})
export type PhotoProgress = z.output<typeof photoProgress>

const photoView = photoProgress.extend({
  ...photoFacts.shape,
  startedAt: z.iso.datetime(),
  width: z.int().optional(),
  height: z.int().optional(),
  bytes: z.int().optional(),
  /** Where it can be seen, for a quarter of an hour. */
  link: z.url().optional(),
})
export type PhotoView = z.output<typeof photoView>

/** A browser's form: these fields, then the file in a field `file`. Good for a quarter of an hour. */
export const uploadForm = z.object({ url: z.url(), fields: z.record(z.string(), z.string()) })

export const startPhoto = contract({
  name: 'start-photo',
  summary: { zh: '上传照片', en: 'Begin the upload of a photo' },
  method: 'POST',
  path: '/api/t/{county}/photos',
  audience: 'photos',
  access: 'county',
  posts,
  params: z.strictObject(county),
  input: z.strictObject({}),
  output: z.object({ photo: photoProgress, upload: uploadForm }),
  status: 201,
  refusals: [],
})

export const finishPhoto = contract({
  name: 'finish-photo',
  summary: { zh: '照片上传完成', en: 'Have an uploaded photo checked and kept' },
  method: 'POST',
  path: '/api/t/{county}/photos/{photo}/finish',
  audience: 'photos',
  access: 'county',
  posts,
  params: ofPhoto,
  input: z.strictObject({}),
  output: photoProgress,
  status: 200,
  refusals: ['unknown-photo', 'photo-missing'],
})

export const readPhoto = contract({
  name: 'read-photo',
  summary: { zh: '查看照片', en: 'See a photo' },
  method: 'GET',
  path: '/api/t/{county}/photos/{photo}',
  audience: 'photos',
  access: 'county',
  posts,
  params: ofPhoto,
  output: photoView,
  status: 200,
  refusals: ['unknown-photo'],
})

export const photoContracts = [startPhoto, finishPhoto, readPhoto] as const
