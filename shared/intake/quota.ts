import type { RefusalCode } from '../kernel/refusals.ts'

/** What anonymous senders are told apart by. Each is counted as a digest that only its county can make. */
export const quotaDimensions = ['address', 'place', 'device', 'phone'] as const
export type QuotaDimension = (typeof quotaDimensions)[number]

/** What a citizen wants to send. */
export const purposes = ['report', 'photo'] as const
export type Purpose = (typeof purposes)[number]

interface Quota {
  readonly windowSeconds: number
  /** From this one on within a window a proof of work is asked for: it costs a phone a second, and a flood a farm. */
  readonly proofFrom?: number
  /** Of those that come after this one nothing is taken. */
  readonly most: number
}

const HOUR = 3_600
const DAY = 24 * HOUR

/**
 * An address stands for a whole network: a street shares one behind its carrier, so it may send much before it must prove
 * anything. A place is a square of 500 m, where after a storm many report the same.
 */
export const quotas: Readonly<Record<Purpose, Readonly<Partial<Record<QuotaDimension, Quota>>>>> = {
  report: {
    address: { windowSeconds: HOUR, proofFrom: 10, most: 200 },
    place: { windowSeconds: HOUR, proofFrom: 20, most: 100 },
    device: { windowSeconds: DAY, most: 20 },
    phone: { windowSeconds: DAY, most: 10 },
  },
  // eight to a report
  photo: {
    address: { windowSeconds: HOUR, proofFrom: 60, most: 800 },
    device: { windowSeconds: DAY, most: 120 },
  },
}

/** Wrong query codes that a network may try in an hour: forty bits are not guessed by that. */
export const MOST_WRONG_CODES = { windowSeconds: HOUR, most: 30 } as const

/** About a second on a phone. */
const FIRST_BITS = 16
/** About a minute on a phone: whoever is still asked comes back later. */
const MOST_BITS = 22

/** Bits of work that the next one is asked for, by how many there were; none at first, and twice as much for twice as many. */
export function bitsFor({ proofFrom = Number.POSITIVE_INFINITY }: Quota, count: number): number {
  if (count < proofFrom) return 0
  return Math.min(MOST_BITS, FIRST_BITS + Math.floor(Math.log2(count / proofFrom)))
}

/** What the sender is told when there were too many. */
export const exhausted: Readonly<Record<QuotaDimension, RefusalCode>> = {
  address: 'too-many-from-network',
  place: 'too-many-at-place',
  device: 'too-many-from-device',
  phone: 'too-many-of-phone',
}
