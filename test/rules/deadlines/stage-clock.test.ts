import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { defaultCalendar } from '../../../shared/deadlines/default-calendar.ts'
import {
  type ClockEvent,
  clockAfter,
  isOverdue,
  replayed,
  totalSeconds,
  usedSeconds,
} from '../../../shared/deadlines/stage-clock.ts'
import { instantOf } from '../../../shared/kernel/instant.ts'
import { type Limit, type LimitUnit, limitUnits } from '../../../shared/kernel/limit.ts'
import { deadlineOracle, secondsOfLimit } from '../../support/deadline-oracle.ts'

const at = (chinaTime: string) => instantOf(Date.parse(`${chinaTime}+08:00`))
const china = (instant: string) => new Date(Date.parse(instant) + 8 * 3_600_000).toISOString().slice(0, 19)
const twoDays: Limit = { amount: 2, unit: 'work_day' }

const clockOf = (...events: [kind: 'paused' | 'resumed' | 'extended' | 'finished', time: string][]) =>
  replayed(defaultCalendar, [
    // a Tuesday
    { kind: 'started', at: at('2026-11-24T09:00:00'), limit: twoDays },
    ...events.map(([kind, time]): ClockEvent => ({ kind, at: at(time) })),
  ])!

describe('the clock of a stage', () => {
  it('is due when the limit is used up', () => {
    expect(china(clockOf().due)).toBe('2026-11-26T09:00:00')
  })

  it('goes on with what was left when it is resumed', () => {
    const clock = clockOf(['paused', '2026-11-25T09:00:00'], ['resumed', '2026-12-07T08:00:00'])
    expect(china(clock.due)).toBe('2026-12-07T18:00:00')
  })

  it('gets one original limit more by an extension, the second time too', () => {
    expect(china(clockOf(['extended', '2026-11-25T10:00:00']).due)).toBe('2026-11-30T09:00:00')
    const twice = clockOf(['extended', '2026-11-25T10:00:00'], ['extended', '2026-11-27T10:00:00'])
    expect(twice).toMatchObject({ extensions: 2, due: at('2026-12-02T09:00:00') })
  })

  it('may be extended while it stands', () => {
    const clock = clockOf(
      ['paused', '2026-11-25T09:00:00'],
      ['extended', '2026-11-25T10:00:00'],
      ['resumed', '2026-11-30T09:00:00'],
    )
    expect(china(clock.due)).toBe('2026-12-03T09:00:00')
  })

  it('stays overdue through a pause that began too late', () => {
    const clock = clockOf(['paused', '2026-11-26T10:00:00'], ['resumed', '2026-12-07T08:00:00'])
    expect(china(clock.due)).toBe('2026-11-26T09:00:00')
    expect(isOverdue(clock, at('2026-12-07T08:00:00'))).toBe(true)
  })

  it('cannot run out while it stands', () => {
    expect(isOverdue(clockOf(['paused', '2026-11-25T09:00:00']), at('2027-11-01T09:00:00'))).toBe(false)
  })

  it('keeps the verdict of its finish, whenever it is looked at', () => {
    const onTime = clockOf(['finished', '2026-11-26T08:59:59'])
    const late = clockOf(['finished', '2026-11-26T09:00:00'])
    expect(isOverdue(onTime, at('2027-01-01T00:00:00'))).toBe(false)
    expect(isOverdue(late, at('2027-01-01T00:00:00'))).toBe(true)
  })

  it.each<[string, ClockEvent[]]>([
    ['end before it began', [{ kind: 'finished', at: at('2026-11-24T09:00:00') }]],
    ['begin twice', Array(2).fill({ kind: 'started', at: at('2026-11-24T09:00:00'), limit: twoDays })],
  ])('does not %s', (_, events) => {
    expect(() => replayed(defaultCalendar, events)).toThrow(RangeError)
  })

  it.each([
    ['paused twice', ['paused', 'paused']],
    ['resumed while it runs', ['resumed']],
    ['extended after its finish', ['finished', 'extended']],
  ] as const)('cannot be %s', (_, kinds) => {
    const events = kinds.map((kind): [typeof kind, string] => [kind, '2026-11-25T09:00:00'])
    expect(() => clockOf(...events)).toThrow(RangeError)
  })

  it('is told apart from the total clock, which nothing stops', () => {
    expect(totalSeconds(at('2026-11-24T09:00:00'), at('2026-12-24T09:00:00'))).toBe(30 * 86_400)
  })
})

describe('against an oracle that looks through the minutes of the years', () => {
  const start = Date.parse('2025-01-01T00:00:00+08:00') / 1000
  const end = Date.parse('2029-01-01T00:00:00+08:00') / 1000
  const oracle = deadlineOracle(defaultCalendar, start, end)
  const limit = fc.record({
    amount: fc.integer({ min: 1, max: 20 }),
    unit: fc.constantFrom(...(Object.keys(limitUnits) as LimitUnit[])),
  })
  const gap = fc.oneof(fc.integer({ min: 0, max: 4 * 3_600 }), fc.integer({ min: 0, max: 20 * 86_400 }))

  it('a clock with pauses and extensions is due and used to the second', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: start, max: start + 2 * 365 * 86_400 }),
        limit,
        fc.array(fc.tuple(gap, gap), { maxLength: 3 }),
        fc.integer({ min: 0, max: 2 }),
        gap,
        (started, term, stops, extensions, last) => {
          const events: ClockEvent[] = [
            { kind: 'started', at: instantOf(started * 1000), limit: term },
            ...Array.from(
              { length: extensions },
              (): ClockEvent => ({ kind: 'extended', at: instantOf(started * 1000) }),
            ),
          ]
          const pauses = []
          let now = started
          for (const [run, stand] of stops) {
            const [from, until] = [now + run, now + run + stand]
            events.push({ kind: 'paused', at: instantOf(from * 1000) })
            events.push({ kind: 'resumed', at: instantOf(until * 1000) })
            pauses.push({ from, until })
            now = until
          }
          const finished = now + last
          const clock = replayed(defaultCalendar, [
            ...events,
            { kind: 'finished', at: instantOf(finished * 1000) },
          ])!
          const reckoned = oracle.reckon(secondsOfLimit(term), { started, pauses, extensions, finished })
          expect(clock.due).toBe(instantOf(reckoned.due * 1000))
          expect(usedSeconds(defaultCalendar, clock, clock.finished!)).toBe(reckoned.used)
        },
      ),
      { numRuns: 500 },
    )
  })

  it('is the same whether it is kept or reckoned anew', () => {
    const events: ClockEvent[] = [
      { kind: 'started', at: at('2026-02-13T16:00:00'), limit: twoDays },
      { kind: 'extended', at: at('2026-02-14T09:00:00') },
      { kind: 'paused', at: at('2026-02-14T10:00:00') },
      { kind: 'resumed', at: at('2026-02-20T10:00:00') },
    ]
    const kept = events.reduce(
      (clock, event) => clockAfter(defaultCalendar, clock, event),
      undefined as ReturnType<typeof replayed>,
    )
    expect(replayed(defaultCalendar, events)).toEqual(kept)
  })
})
