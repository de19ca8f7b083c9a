import { AwsError } from '../kernel/aws.ts'
import { noSuchKey, preconditionFailed } from './errors.ts'
import type { StoredObject } from './store.ts'

type Headers = Record<string, string>

const names = (list: string, etag: string) =>
  list
    .split(',')
    .some((one) => one.trim() === '*' || one.trim().replace(/^W\//, '').replaceAll('"', '') === etag)

// HTTP dates carry whole seconds
const seconds = (ms: number) => Math.floor(ms / 1000)
const dateOf = (text: string | undefined) => {
  const ms = Date.parse(text ?? '')
  return Number.isNaN(ms) ? undefined : seconds(ms)
}

/** If-Match, If-None-Match, If-(Un)Modified-Since of a read; throws 412 or the empty 304. `prefix` serves copy sources. */
export function checkReadConditions(headers: Headers, object: StoredObject, prefix = '') {
  const match = headers[`${prefix}if-match`]
  const noneMatch = headers[`${prefix}if-none-match`]
  const unmodified = dateOf(headers[`${prefix}if-unmodified-since`])
  const modified = dateOf(headers[`${prefix}if-modified-since`])
  const changed = seconds(object.modified)
  if (match !== undefined && !names(match, object.etag)) throw preconditionFailed('If-Match')
  if (match === undefined && unmodified !== undefined && changed > unmodified)
    throw preconditionFailed('If-Unmodified-Since')
  const unchanged =
    noneMatch !== undefined ? names(noneMatch, object.etag) : modified !== undefined && changed <= modified
  if (!unchanged) return
  throw prefix === '' ? new AwsError('NotModified', 'Not Modified', 304) : preconditionFailed('If-None-Match')
}

/** If-Match and If-None-Match of a write, to be asked inside the change that writes. */
export function checkWriteConditions(headers: Headers, current: StoredObject | undefined, key: string) {
  const existing = current?.marker ? undefined : current
  const match = headers['if-match']
  const noneMatch = headers['if-none-match']
  if (noneMatch !== undefined && existing && names(noneMatch, existing.etag))
    throw preconditionFailed('If-None-Match')
  if (match === undefined) return
  if (!existing) throw noSuchKey(key)
  if (!names(match, existing.etag)) throw preconditionFailed('If-Match')
}
