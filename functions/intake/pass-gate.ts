import { placeCell } from '#shared/components/place-cell'
import type { Proof } from '#shared/intake/proof-of-work'
import {
  bitsFor,
  exhausted,
  type Purpose,
  type QuotaDimension,
  quotaDimensions,
  quotas,
} from '#shared/intake/quota'
import { type Refusal, refuse } from '#shared/kernel/result'
import type { Clock } from '../kernel/clock.ts'
import { addressRange } from './address-range.ts'
import type { Challenges } from './challenges.ts'
import type { Counters, CountyDigests } from './ports.ts'

export interface GateNeeds {
  readonly digests: CountyDigests
  readonly counters: Counters
  readonly challenges: Challenges
  readonly clock: Clock
}

/** What is known of a sender who has not signed in. */
export interface Sender {
  readonly address: string
  /** What a browser calls itself, the same each time; made up by it. */
  readonly device?: string
  readonly phone?: string | undefined
  readonly position?: { readonly longitude: number; readonly latitude: number } | undefined
  readonly proof?: Proof | undefined
}

const toldBy: Record<QuotaDimension, (sender: Sender) => string | undefined> = {
  address: ({ address }) => addressRange(address),
  place: ({ position }) => position && placeCell(position.longitude, position.latitude),
  device: ({ device }) => device,
  phone: ({ phone }) => phone,
}

/** The quotas that a sender falls under, each with the name of its counter in this window. */
async function countersOf(
  { digests, clock }: Pick<GateNeeds, 'digests' | 'clock'>,
  purpose: Purpose,
  sender: Sender,
) {
  const found = await Promise.all(
    quotaDimensions.map(async (dimension) => {
      const quota = quotas[purpose][dimension]
      const value = toldBy[dimension](sender)
      if (!quota || value === undefined) return []
      const window = Math.floor(clock.now() / 1000 / quota.windowSeconds)
      const name = `${purpose} ${dimension} ${await digests(dimension, value)} ${window}`
      return [{ dimension, quota, name }]
    }),
  )
  return found.flat()
}

/** How much work the next one of this sender is asked for. */
export const bitsNeeded =
  (needs: Pick<GateNeeds, 'digests' | 'clock' | 'counters'>) =>
  async (purpose: Purpose, sender: Sender): Promise<number> => {
    const found = await countersOf(needs, purpose, sender)
    const bits = await Promise.all(
      found.map(async ({ quota, name }) => bitsFor(quota, (await needs.counters.read(name)) + 1)),
    )
    return Math.max(0, ...bits)
  }

/**
 * Lets a sender through, or says why not: too many of their network, place, device or phone, or work to be done first. Who
 * is turned away for lack of a proof is counted too, so that trying again does not make it cheaper.
 */
export const passGate =
  (needs: GateNeeds) =>
  async (purpose: Purpose, sender: Sender): Promise<Refusal | undefined> => {
    const found = await countersOf(needs, purpose, sender)
    const counted = await Promise.all(
      found.map(async (one) => ({
        ...one,
        count: await needs.counters.add(one.name, 2 * one.quota.windowSeconds),
      })),
    )
    const over = counted.find(({ quota, count }) => count > quota.most)
    if (over) return refuse(exhausted[over.dimension])
    const bits = Math.max(0, ...counted.map(({ quota, count }) => bitsFor(quota, count)))
    if (bits === 0) return undefined
    const network = addressRange(sender.address)
    const isProven = sender.proof && (await needs.challenges.isProven(network, sender.proof))
    return isProven ? undefined : refuse('proof-needed')
  }
