import { createHash } from 'node:crypto'
import type { Proof } from '#shared/intake/proof-of-work'
import { leadingZeroBits, provenText } from '#shared/intake/proven-text'
import type { Clock } from '../kernel/clock.ts'
import type { Counters, CountyDigests } from './ports.ts'

interface Needs {
  readonly digests: CountyDigests
  readonly counters: Pick<Counters, 'claim'>
  readonly clock: Clock
  /** 22 letters that nobody guesses. */
  newSalt(): string
}

const HOLDS_SECONDS = 600

/** Challenges that we need not remember: each carries our mark, for the one network that asked. */
export function createChallenges({ digests, counters, clock, newSalt }: Needs) {
  const markOf = (network: string, said: string) => digests('challenge', `${network} ${said}`)

  return {
    async make(network: string, bits: number) {
      const untilMs = clock.now() + HOLDS_SECONDS * 1000
      const said = `${untilMs}.${bits}.${newSalt()}`
      return { challenge: `${said}.${await markOf(network, said)}`, bits, untilMs }
    },
    /** Whether the work was done that we asked of this network, now, and for nothing else yet. */
    async isProven(network: string, proof: Proof): Promise<boolean> {
      const end = proof.challenge.lastIndexOf('.')
      const [said, mark] = [proof.challenge.slice(0, end), proof.challenge.slice(end + 1)]
      const [untilMs, bits] = said.split('.').map(Number)
      const hash = createHash('sha256').update(provenText(proof)).digest()
      return (
        untilMs! > clock.now() &&
        leadingZeroBits(hash) >= bits! &&
        mark === (await markOf(network, said)) &&
        counters.claim(`proof ${mark}`, HOLDS_SECONDS)
      )
    },
  }
}
export type Challenges = ReturnType<typeof createChallenges>
