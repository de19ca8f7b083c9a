import { afterEach, describe, expect, it, vi } from 'vitest'
import { realNow, tradeClock } from '../../functions/platform/clock.ts'

afterEach(() => vi.useRealTimers())

describe('the two times', () => {
  it('part when the trade is moved a year on: tokens still expire by real time', () => {
    const before = realNow()
    vi.useFakeTimers({ now: Date.now() + 365 * 86_400_000, toFake: ['Date'] })
    expect(tradeClock.now() - before).toBeGreaterThan(364 * 86_400_000)
    expect(realNow() - before).toBeLessThan(60_000)
  })
})
