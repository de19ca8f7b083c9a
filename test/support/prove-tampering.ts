import { sha256 } from '../../functions/kernel/digest.ts'
import { verify } from '../../shared/audit/verify.ts'
import { anAudit, oneOf, type Random, randomFrom } from './audit-builders.ts'
import { tamperings, type Wrong } from './tampering.ts'

export interface Proof {
  readonly found: number
  /** By the name of the tampering. */
  readonly kinds: ReadonlyMap<string, number>
  readonly missed: readonly string[]
  readonly rows: number
  readonly verifyMs: number
}

const SIZE = { chains: 12, rows: 80 }

/**
 * Tampers with as many audits, each made anew, and verifies them. An edit counts as found when verification names the
 * places where it shows, and no other.
 */
export function proveTampering(asked: { edits: number; seed: number; only?: string }): Proof {
  const kinds = new Map<string, number>()
  const missed: string[] = []
  let found = 0
  let rows = 0
  let verifyMs = 0
  for (let edit = 0; edit < asked.edits; edit++) {
    const { name, random, audit, expected } = tampered(asked.seed + edit * 101, asked.only)
    const started = performance.now()
    const { breaks } = verify(sha256, audit)
    verifyMs += performance.now() - started
    rows += audit.rows.length
    kinds.set(name, (kinds.get(name) ?? 0) + 1)
    const told = breaks.map(({ chain, sequence }): Wrong => [chain, sequence])
    if (same(told, expected)) found++
    else
      missed.push(
        `${name} (seed ${random}): ${JSON.stringify(breaks)} instead of ${JSON.stringify(expected)}`,
      )
  }
  return { found, kinds, missed, rows, verifyMs }
}

/** An edit that changes nothing (there was no second row to swap with) is drawn again. */
function tampered(seed: number, only: string | undefined) {
  for (let next = seed; ; next++) {
    const random: Random = randomFrom(next)
    const audit = anAudit('500235', random, SIZE)
    const name = only ?? oneOf(random, Object.keys(tamperings))
    const expected = tamperings[name]!(audit, random)
    if (expected.length > 0) return { name, random: next, audit, expected }
  }
}

const same = (told: readonly Wrong[], expected: readonly Wrong[]) =>
  JSON.stringify(told.toSorted(order)) === JSON.stringify(expected.toSorted(order))

const order = (a: Wrong, b: Wrong) => (a.join(' ') < b.join(' ') ? -1 : 1)
