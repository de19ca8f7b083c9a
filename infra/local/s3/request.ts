import type { Clock } from '../clock/clock.ts'
import { type AwsCall, AwsError, type Principal } from '../kernel/aws.ts'
import type { Database } from '../kernel/database.ts'
import type { Outbox } from '../kernel/outbox.ts'
import type { Place } from '../kernel/resource.ts'
import type { Bodies } from './bodies.ts'
import type { Bucket } from './bucket.ts'
import { invalidArgument } from './errors.ts'
import type { ObjectNotice } from './notices.ts'
import type { ObjectStore } from './store.ts'

/** What the operations work with. */
export interface S3Context {
  database: Database
  clock: Clock
  place: Place
  objects: ObjectStore
  bodies: Bodies
  notices: Outbox<ObjectNotice>
  buckets: ReadonlyMap<string, Bucket>
  /** Throws AccessDenied. Without a key the bucket itself is the resource; `context`: what conditions may ask about. */
  demand(
    principal: Principal,
    action: string,
    bucket: Bucket,
    key?: string,
    context?: Record<string, string>,
  ): void
  allows(principal: Principal, action: string, bucket: Bucket, key?: string): boolean
}

/** One request to a bucket (`key` empty) or an object, by whoever signed it. */
export interface S3Request {
  call: AwsCall
  principal: Principal
  bucket: Bucket
  key: string
}

const LONGEST_KEY_BYTES = 1024

/** Where a request goes: `/bucket/key`, or `/key` at a host that begins with a known bucket's name. */
export function addressOf(
  call: AwsCall,
  buckets: ReadonlyMap<string, Bucket>,
): { bucket: string; key: string } {
  const path = decodePath(call.path).slice(1)
  const host = (call.headers.host ?? '').replace(/:\d+$/, '')
  const hosted = [...buckets.keys()].find((name) => host.startsWith(`${name}.`))
  const slash = path.indexOf('/')
  const [bucket, key] =
    hosted !== undefined
      ? [hosted, path]
      : slash < 0
        ? [path, '']
        : [path.slice(0, slash), path.slice(slash + 1)]
  if (Buffer.byteLength(key) > LONGEST_KEY_BYTES)
    throw new AwsError('KeyTooLongError', 'Your key is too long')
  return { bucket, key }
}

function decodePath(path: string): string {
  try {
    return decodeURIComponent(path)
  } catch {
    throw new AwsError('InvalidURI', "Couldn't parse the specified URI.")
  }
}

/** A whole number out of the query. */
export function countOf(query: URLSearchParams, name: string, otherwise: number, most: number): number {
  const text = query.get(name)
  if (text === null || text === '') return otherwise
  if (!/^\d+$/.test(text)) throw invalidArgument(`Provided ${name} not an integer or within integer range`)
  return Math.min(Number(text), most)
}
