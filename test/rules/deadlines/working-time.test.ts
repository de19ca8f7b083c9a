import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Calendar, calendarSchema, unpublishedYears } from '../../../shared/deadlines/calendar.ts'
import { defaultCalendar } from '../../../shared/deadlines/default-calendar.ts'
import { addSeconds, secondsBetween } from '../../../shared/deadlines/working-time.ts'
import { naiveClock } from './naive-clock.ts'

const at = (chinaTime: string) => Date.parse(`${chinaTime}+08:00`) / 1000
const china = (second: number) => new Date((second + 8 * 3600) * 1000).toISOString().slice(0, 19)

const HOUR = 3600
const day = (...slots: [number, number][]) =>
  slots.map(([from, to]) => ({ from: from * HOUR, to: to * HOUR }))
/** Nights, a slot over noon, slots that touch midnight on both sides, and a leap day that is a holiday. */
const oddCalendar: Calendar = {
  version: 'odd',
  week: [day([0, 1]), day([8, 12], [12, 18]), day([22, 24]), [], day([0, 24]), day([9, 9.5]), []],
  makeUpDay: day([6, 7], [23, 24]),
  years: { '2028': { holidays: ['2028-02-29', '2028-03-02'], workdays: ['2028-03-04', '2028-03-05'] } },
}

const aSecondOf = (first: string, last: string) => fc.integer({ min: at(first), max: at(last) })
const cases = [
  {
    calendar: defaultCalendar,
    name: 'the default calendar over the years of 2025 to 2027',
    from: aSecondOf('2025-12-20T00:00:00', '2027-01-10T00:00:00'),
  },
  {
    calendar: defaultCalendar,
    name: 'the default calendar around the Spring Festival',
    from: aSecondOf('2026-02-12T00:00:00', '2026-03-02T00:00:00'),
  },
  {
    calendar: oddCalendar,
    name: 'an odd calendar around a leap day',
    from: aSecondOf('2028-02-24T00:00:00', '2028-03-08T00:00:00'),
  },
]

describe.each(cases)('against an oracle that counts every second, $name', ({ calendar, from }) => {
  const oracle = naiveClock(calendar)

  it('finds the same end of a working term', () => {
    const terms = fc.oneof(fc.integer({ min: 0, max: 4 * HOUR }), fc.integer({ min: 0, max: 40 * HOUR }))
    fc.assert(
      fc.property(from, terms, (start, seconds) => {
        expect(china(addSeconds(calendar, 'work', start, seconds))).toBe(china(oracle.add(start, seconds)))
      }),
      { numRuns: 200 },
    )
  })

  it('counts the same working seconds between two instants', () => {
    fc.assert(
      fc.property(from, fc.integer({ min: -HOUR, max: 12 * 86_400 }), (start, length) => {
        expect(secondsBetween(calendar, 'work', start, start + length)).toBe(
          oracle.between(start, start + length),
        )
      }),
      { numRuns: 100 },
    )
  })

  it('uses up exactly the term, and not a second before its end', () => {
    fc.assert(
      fc.property(from, fc.integer({ min: 1, max: 100 * HOUR }), (start, seconds) => {
        const end = addSeconds(calendar, 'work', start, seconds)
        expect(secondsBetween(calendar, 'work', start, end)).toBe(seconds)
        expect(secondsBetween(calendar, 'work', start, end - 1)).toBe(seconds - 1)
      }),
      { numRuns: 300 },
    )
  })
})

describe('working time', () => {
  it.each([
    ['within a slot', '2026-11-24T09:00:00', 15 * 60, '2026-11-24T09:15:00'],
    ['up to the end of a slot, which is its end', '2026-11-24T08:00:00', 4 * HOUR, '2026-11-24T12:00:00'],
    ['over noon', '2026-11-24T11:50:00', 15 * 60, '2026-11-24T14:05:00'],
    ['reported at night: from the morning', '2026-11-24T22:30:00', 15 * 60, '2026-11-25T08:15:00'],
    ['over a weekend', '2026-11-27T17:50:00', 15 * 60, '2026-11-30T08:05:00'],
    ['over National Day', '2026-09-30T17:50:00', 15 * 60, '2026-10-08T08:05:00'],
    ['on a make-up Saturday', '2026-10-10T09:00:00', 15 * 60, '2026-10-10T09:15:00'],
    [
      'over the Spring Festival with its make-up Saturday before',
      '2026-02-13T17:00:00',
      10 * HOUR,
      '2026-02-24T09:00:00',
    ],
    [
      'over New Year into a year without published holidays',
      '2026-12-31T17:50:00',
      15 * 60,
      '2027-01-01T08:05:00',
    ],
  ])('runs %s', (_name, from, seconds, due) => {
    expect(china(addSeconds(defaultCalendar, 'work', at(from), seconds))).toBe(due)
  })

  it('takes no notice of nights and holidays on the continuous clock', () => {
    const start = at('2026-09-30T23:00:00')
    expect(addSeconds(defaultCalendar, 'natural', start, 7200)).toBe(start + 7200)
    expect(secondsBetween(defaultCalendar, 'natural', start, start + 7200)).toBe(7200)
  })

  it('ends where it began when there is nothing to count', () => {
    const night = at('2026-11-24T22:30:00')
    expect(addSeconds(defaultCalendar, 'work', night, 0)).toBe(night)
  })

  it('refuses a calendar that never comes to the end of the term', () => {
    const idle: Calendar = { ...defaultCalendar, week: [[], [], [], [], [], [], []], makeUpDay: [] }
    expect(() => addSeconds(idle, 'work', at('2026-11-24T09:00:00'), 60)).toThrow(RangeError)
  })

  it('names the years whose holidays it had to do without', () => {
    expect(unpublishedYears(defaultCalendar, at('2026-12-31T23:59:59'), at('2027-01-01T00:00:00'))).toEqual([
      2027,
    ])
    expect(unpublishedYears(defaultCalendar, at('2026-01-01T00:00:00'), at('2026-12-31T23:59:59'))).toEqual(
      [],
    )
  })
})

describe('a calendar', () => {
  it('is taken when it is the default one', () =>
    expect(calendarSchema.parse(defaultCalendar)).toEqual(defaultCalendar))

  it.each([
    ['a week without any slot', { ...defaultCalendar, week: [[], [], [], [], [], [], []] }],
    ['a slot that ends before it begins', { ...defaultCalendar, makeUpDay: day([12, 8]) }],
    ['slots that overlap', { ...defaultCalendar, makeUpDay: day([8, 12], [11, 13]) }],
    ['a slot over midnight', { ...defaultCalendar, makeUpDay: day([22, 26]) }],
    ['a week of six days', { ...defaultCalendar, week: [[], [], [], [], [], []] }],
    [
      'a day that does not exist',
      { ...defaultCalendar, years: { '2026': { holidays: ['2026-02-30'], workdays: [] } } },
    ],
  ])('is refused with %s', (_name, calendar) => {
    expect(calendarSchema.safeParse(calendar).success).toBe(false)
  })

  it('has the published days of 2026: 33 holidays, 6 make-up days, no day twice', () => {
    const { holidays, workdays } = defaultCalendar.years['2026']!
    expect([holidays.length, workdays.length]).toEqual([33, 6])
    expect(new Set([...holidays, ...workdays]).size).toBe(39)
  })
})
