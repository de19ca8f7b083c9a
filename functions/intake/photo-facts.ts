import { Buffer } from 'node:buffer'
import { type ExpandedTags, load } from 'exifreader'
import type { PhotoFacts } from '#shared/intake/photo'
import { instantOf } from '#shared/kernel/instant'

interface CameraFacts {
  readonly facts: PhotoFacts
  /** How the camera was held, as EXIF numbers it; 1 is upright. */
  readonly orientation: number
}

/** What the camera wrote beside the picture. Whatever of it makes no sense is left out: a photo is none the worse. */
export function cameraFacts(bytes: Uint8Array): CameraFacts {
  const tags = tagsOf(bytes)
  const capturedAt = capturedAtOf(tags)
  const position = positionOf(tags)
  return {
    facts: { ...(capturedAt && { capturedAt }), ...(position && { position }) },
    orientation: Number(tags.exif?.Orientation?.value ?? 1),
  }
}

function tagsOf(bytes: Uint8Array): ExpandedTags {
  try {
    return load(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), { expanded: true })
  } catch {
    // no tags, or none that can be read
    return {}
  }
}

/** Cameras that do not say what time they tell tell China's. */
const CHINA_OFFSET = '+08:00'

function capturedAtOf({ exif }: ExpandedTags): string | undefined {
  const written = String(exif?.DateTimeOriginal?.description ?? '')
  const [, year, month, day, time] = /^(\d{4}):(\d\d):(\d\d) (\d\d:\d\d:\d\d)/.exec(written) ?? []
  const [offset = CHINA_OFFSET] =
    /^[+-]\d\d:\d\d/.exec(String(exif?.OffsetTimeOriginal?.description ?? '')) ?? []
  const ms = Date.parse(`${year}-${month}-${day}T${time}${offset}`)
  return Number.isFinite(ms) ? instantOf(ms) : undefined
}

function positionOf({ gps }: ExpandedTags): PhotoFacts['position'] {
  const { Longitude: longitude, Latitude: latitude } = gps ?? {}
  if (longitude === undefined || latitude === undefined) return undefined
  const isSomewhere =
    Math.abs(longitude) <= 180 && Math.abs(latitude) <= 90 && (longitude !== 0 || latitude !== 0)
  return isSomewhere ? { longitude, latitude } : undefined
}
