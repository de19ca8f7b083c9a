import * as z from 'zod'
import { photoId } from '../kernel/ids.ts'
import type { Wording } from '../kernel/language.ts'

/** Bytes of a photo as it is uploaded; a phone's of 50 megapixels has about 12 MB. */
export const MOST_PHOTO_BYTES = 15 * 1024 * 1024
/** Pixels of a photo, judged by its header before anything of it is unpacked: what a phone of today takes. */
export const MOST_PHOTO_PIXELS = 50_000_000
/** Longer edge of what is kept: a licence plate can be read, and a page loads it over a slow line. */
export const KEPT_PHOTO_EDGE = 1920

/** `waiting` for the file; `ready` to be shown and to stand in a case; `unusable`: it is no photo that can be kept. */
export const photoStates = ['waiting', 'ready', 'unusable'] as const

/** Why a photo cannot be kept. */
export const photoProblems = ['no-picture', 'too-large', 'too-many-pixels', 'broken'] as const
export type PhotoProblem = (typeof photoProblems)[number]

export const photoProblemWording: Record<PhotoProblem, Wording> = {
  'no-picture': {
    zh: '不是可以识别的照片，请换成 JPEG、PNG 或 WebP 格式的照片。',
    en: 'Not a photo that can be read. Choose a JPEG, PNG or WebP photo.',
  },
  'too-large': {
    zh: '照片超过 15 MB，请压缩后重新上传。',
    en: 'The photo has more than 15 MB. Make it smaller and upload it again.',
  },
  'too-many-pixels': {
    zh: '照片像素过大（最多 5000 万），请降低拍摄分辨率或缩小后重新上传。',
    en: 'The photo has too many pixels, more than 50 million. Make it smaller and upload it again.',
  },
  broken: {
    zh: '照片已损坏，无法打开，请重新拍摄或另选一张。',
    en: 'The photo is damaged and cannot be opened. Take it again or choose another.',
  },
}

const count = z.int().min(1)

/** WGS-84 degrees. */
const place = z.object({ longitude: z.number(), latitude: z.number() })

/** What a camera says of a photo; kept as fields, for the file itself is kept without. */
export const photoFacts = z.object({
  /** When it was taken, by the camera's clock. */
  capturedAt: z.iso.datetime().exactOptional(),
  position: place.exactOptional(),
})
export type PhotoFacts = Readonly<z.output<typeof photoFacts>>

/** A photo as it is stored. */
export const photo = photoFacts.extend({
  id: photoId,
  state: z.enum(photoStates),
  version: count,
  startedAt: z.iso.datetime(),
  /** Of what is kept. */
  width: count.exactOptional(),
  height: count.exactOptional(),
  bytes: count.exactOptional(),
  problem: z.enum(photoProblems).exactOptional(),
})
export type Photo = Readonly<z.output<typeof photo>>
