import { createHash, randomUUID } from 'node:crypto'
import jsonata from 'jsonata'

type Failure = { code: string; message: string }

// jsonata's own errors are plain objects with a code, too: both are worded alike in the history
const fail = (name: string, reason: string): never => {
  throw { code: 'D3000', message: `Invalid arguments for function $${name}: ${reason}` } satisfies Failure
}

const LONGEST_RANGE = 1_000
const ALGORITHMS: Record<string, string> = {
  MD5: 'md5',
  'SHA-1': 'sha1',
  'SHA-256': 'sha256',
  'SHA-384': 'sha384',
  'SHA-512': 'sha512',
}

function partition(list: unknown, size: unknown): unknown {
  if (list === undefined) return undefined
  if (typeof size !== 'number' || !(size >= 1)) return fail('partition', 'the size must be a positive number')
  const items = Array.isArray(list) ? list : [list]
  const step = Math.floor(size)
  return Array.from({ length: Math.ceil(items.length / step) }, (_, part) =>
    items.slice(part * step, (part + 1) * step),
  )
}

function range(first: unknown, last: unknown, step: unknown): unknown {
  if (typeof first !== 'number' || typeof last !== 'number' || typeof step !== 'number')
    return fail('range', 'first, last and step must be numbers')
  if (step === 0) return fail('range', 'the step must not be 0')
  const length = Math.max(0, Math.floor((last - first) / step) + 1)
  if (length > LONGEST_RANGE) return fail('range', `the range must not exceed ${LONGEST_RANGE} items`)
  const items = Array.from({ length }, (_, at) => first + at * step)
  // AWS gives a sequence: one item alone stands without its array, as recorded
  return Object.defineProperty(items, 'sequence', { value: true, enumerable: false })
}

function hash(value: unknown, algorithm: unknown): unknown {
  if (value === undefined) return undefined
  const name = ALGORITHMS[String(algorithm ?? 'SHA-256')]
  if (!name) return fail('hash', `the algorithm must be one of ${Object.keys(ALGORITHMS).join(', ')}`)
  const text = typeof value === 'string' ? value : JSON.stringify(value)
  return createHash(name).update(text).digest('hex')
}

/** Same seed, same number: 0 ≤ x < 1 from the digest of the seed. */
function random(seed: unknown): number {
  if (seed === undefined) return Math.random()
  if (typeof seed !== 'number') return fail('random', 'the seed must be a number')
  return createHash('sha256').update(String(seed)).digest().readUIntBE(0, 6) / 2 ** 48
}

function parse(text: unknown): unknown {
  if (text === undefined) return undefined
  if (typeof text !== 'string') return fail('parse', 'the argument must be a string')
  try {
    return JSON.parse(text)
  } catch {
    return fail('parse', 'the argument is not valid JSON')
  }
}

const format = jsonata('$fromMillis($instant, $picture, $timezone)')

/**
 * The functions AWS adds to JSONata, its `$eval` taken away, and the two clocks set to `now` (virtual milliseconds),
 * the same throughout one evaluation. Names without the dollar sign.
 */
export const bindings = (now: number): Record<string, unknown> => ({
  partition,
  range,
  hash,
  random,
  parse,
  uuid: () => randomUUID(),
  eval: undefined,
  millis: () => Math.floor(now),
  now: (picture?: string, timezone?: string) =>
    picture === undefined
      ? new Date(now).toISOString()
      : format.evaluate(undefined, { instant: Math.floor(now), picture, timezone }),
})
