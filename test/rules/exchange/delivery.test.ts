import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  afterTry,
  type DeliveryRecord,
  isDue,
  type Outcome,
  sentAgain,
  withoutEndpoint,
} from '#shared/exchange/delivery'

const now = Date.parse('2026-11-24T01:00:00Z')
const posted: DeliveryRecord = {
  id: '0'.repeat(26),
  webhook: '1'.repeat(26),
  version: 1,
  event: 'case.done',
  number: '5002292026112400001',
  at: '2026-11-24T01:00:00Z',
  state: 'queued',
  tries: 0,
  due: '2026-11-24T01:05:00Z',
}
const failed: Outcome = { outcome: 'failed', fault: 'answered', status: 503 }

/** Tries at the moment that each is due, until nothing more is due. */
function triesOf(outcomes: readonly Outcome[]): DeliveryRecord[] {
  const seen: DeliveryRecord[] = []
  let [delivery, at] = [posted, now]
  for (const outcome of outcomes) {
    if (!isDue(delivery, at)) break
    delivery = afterTry(delivery, outcome, at)
    seen.push(delivery)
    at = delivery.due ? Date.parse(delivery.due) : Number.POSITIVE_INFINITY
  }
  return seen
}

describe('a delivery', () => {
  it('that fails is tried eight times more, each later than the last, over more than two days', () => {
    const tries = triesOf(Array.from({ length: 20 }, () => failed))
    expect(tries.length).toBe(9)
    expect(tries.at(-1)).toMatchObject({ state: 'given-up', fault: 'answered', status: 503 })
    const waits = tries.slice(0, -1).map(({ due }) => Date.parse(due!))
    expect(waits).toEqual(waits.toSorted((a, b) => a - b))
    expect(waits.at(-1)! - now).toBeGreaterThan(48 * 3_600_000)
  })

  it('ends with the first that takes it, or that will never take anything', () => {
    const outcome = fc.constantFrom<Outcome>(
      failed,
      { outcome: 'taken', status: 204 },
      { outcome: 'gone', status: 410 },
      { outcome: 'forbidden' },
    )
    fc.assert(
      fc.property(fc.array(outcome, { minLength: 1, maxLength: 12 }), (outcomes) => {
        const tries = triesOf(outcomes)
        const ending = outcomes.findIndex((one) => one.outcome !== 'failed')
        const last = tries.at(-1)!
        expect(tries.length).toBe(Math.min(ending < 0 ? outcomes.length : ending + 1, 9))
        expect(last.version).toBe(1 + tries.length)
        if (last.state !== 'waiting') expect(last.due).toBeUndefined()
        if (ending >= 0 && ending < 9)
          expect(last.state).toBe(outcomes[ending]!.outcome === 'taken' ? 'delivered' : 'given-up')
      }),
    )
  })

  it('is not tried before its time, and at once when somebody asks for it again', () => {
    const waiting = afterTry(posted, failed, now)
    expect(isDue(waiting, now + 59_000)).toBe(false)
    expect(isDue(waiting, now + 60_000)).toBe(true)
    const again = sentAgain(afterTry(posted, { outcome: 'gone', status: 410 }, now), now)
    expect(again).toMatchObject({ state: 'queued', tries: 0, version: 3 })
    expect(isDue(again, now)).toBe(true)
    expect(isDue(withoutEndpoint(posted), now + 1e9)).toBe(false)
  })
})
