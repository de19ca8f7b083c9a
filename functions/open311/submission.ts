import { canonical } from '#shared/kernel/canonical'
import { idempotencyKey } from '#shared/kernel/ids'
import { type Refusal, refuse } from '#shared/kernel/result'
import { sha256, sha256Bytes } from '../kernel/digest.ts'
import type { Asked } from './ask.ts'
import type { Client } from './ports.ts'

/** What two submissions are told apart by. */
export interface Submission {
  readonly client: string
  /** A digest of all that was sent, files included. */
  readonly body: string
  /** Keys that it may stand under: the first one where it stands under none. */
  readonly keys: readonly [string, ...string[]]
}

/** A client that heard nothing asks again at once, and not after a quarter of an hour. */
const WINDOW_MS = 10 * 60_000

/**
 * The specification knows no idempotency key. A client that sends `Idempotency-Key` is taken at its word. Of one that
 * sends none the key is made of what it sent and of the time, in steps of ten minutes: the same body within ten minutes
 * is the same request (it is looked for under the step before, too), and after twenty another.
 */
export function submissionOf(asked: Asked, { id: client }: Client, what = 'request'): Submission | Refusal {
  const fields = [...asked.form].filter(([name]) => name !== 'api_key').toSorted(byNameAndValue)
  const body = sha256(canonical({ fields, files: asked.files.map(({ bytes }) => sha256Bytes(bytes)) }))
  const named = (key: string) => `open311 ${client} ${what} ${key}`
  if (asked.key !== undefined) {
    if (!idempotencyKey.safeParse(asked.key).success) return refuse('key-missing')
    return { client, body, keys: [named(asked.key)] }
  }
  const step = Math.floor(asked.nowMs / WINDOW_MS)
  return { client, body, keys: [named(`${body} ${step}`), named(`${body} ${step - 1}`)] }
}

const byNameAndValue = (a: readonly [string, string], b: readonly [string, string]) =>
  `${a[0]}\n${a[1]}` < `${b[0]}\n${b[1]}` ? -1 : 1
