import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type QuietHours, sendableFrom } from '#shared/messages/quiet-hours'
import { retryAt } from '#shared/messages/retries'

const MINUTE = 60_000
const DAY = 24 * 60 * MINUTE

/** A day's minutes marked one by one, by a clock that knows nothing of the rule. */
function isQuiet(now: number, { from, to }: QuietHours): boolean {
  const clock = new Intl.DateTimeFormat('en-GB', {
    timeZone: 'Asia/Shanghai',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  })
  const time = clock.format(now)
  if (from === to) return false
  return from < to ? from <= time && time < to : time >= from || time < to
}

const timeOfDay = fc
  .tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }))
  .map((parts) => parts.map((part) => String(part).padStart(2, '0')).join(':'))
const quietHours = fc.record({ from: timeOfDay, to: timeOfDay })
const instant = fc.integer({
  min: Date.parse('2024-01-01T00:00:00Z'),
  max: Date.parse('2032-01-01T00:00:00Z'),
})

describe('quiet hours', () => {
  const night = { from: '22:00', to: '07:00' }

  it.each([
    ['2026-11-24T13:59:59Z', '2026-11-24T13:59:59Z'],
    ['2026-11-24T14:00:00Z', '2026-11-24T23:00:00Z'],
    ['2026-11-24T16:30:00Z', '2026-11-24T23:00:00Z'],
    ['2026-11-24T22:59:59Z', '2026-11-24T23:00:00Z'],
    ['2026-11-24T23:00:00Z', '2026-11-24T23:00:00Z'],
    ['2026-02-28T15:00:00Z', '2026-02-28T23:00:00Z'],
  ])('from 22:00 to 07:00 in China let a message of %s leave at %s', (now, leaves) => {
    expect(new Date(sendableFrom(Date.parse(now), night)).toISOString()).toBe(leaves.replace('Z', '.000Z'))
  })

  it('hold a message exactly when it is quiet, and until it is quiet no more', () => {
    fc.assert(
      fc.property(instant, quietHours, (now, hours) => {
        const from = sendableFrom(now, hours)
        expect(from > now).toBe(isQuiet(now, hours))
        expect(isQuiet(from, hours)).toBe(false)
        expect(from - now).toBeLessThan(DAY)
        if (from > now) expect(isQuiet(from - 1, hours)).toBe(true)
      }),
    )
  })

  it('let leave what leaves: asking once more changes nothing', () => {
    fc.assert(
      fc.property(instant, quietHours, (now, hours) => {
        const from = sendableFrom(now, hours)
        expect(sendableFrom(from, hours)).toBe(from)
      }),
    )
  })

  it('do not exist when they end as they begin', () => {
    fc.assert(
      fc.property(instant, timeOfDay, (now, time) => {
        expect(sendableFrom(now, { from: time, to: time })).toBe(now)
      }),
    )
  })
})

describe('a message that could not be sent', () => {
  it('is tried again after longer and longer waits, six times in all', () => {
    const waits: number[] = []
    for (let attempts = 1; ; attempts++) {
      const at = retryAt(attempts, 0)
      if (at === undefined) break
      waits.push(at / MINUTE)
    }
    expect(waits).toEqual([1, 5, 15, 60, 240])
  })
})
