import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { countyCalendar } from '../../../shared/calendar/county-calendar.ts'
import { ownProblems, yearProblems } from '../../../shared/calendar/rules.ts'
import { dayOf, type Season, slotsOf } from '../../../shared/deadlines/calendar.ts'
import { defaultCalendar } from '../../../shared/deadlines/default-calendar.ts'
import { addSeconds, secondsBetween } from '../../../shared/deadlines/working-time.ts'

const hours = (...pairs: [number, number][]) =>
  pairs.map(([from, to]) => ({ from: from * 3_600, to: to * 3_600 }))

const dates = fc
  .date({ min: new Date('2026-01-01'), max: new Date('2027-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10))
const several = fc.uniqueArray(dates, { maxLength: 12 })
const seasons: fc.Arbitrary<Season[]> = fc.constantFrom<Season[]>(
  [],
  [{ from: '06-01', to: '09-30', slots: hours([7, 11], [15, 18]) }],
  [{ from: '01-01', to: '12-31', slots: hours([9, 12]) }],
)
const owns = fc
  .record({ daysOff: several, workdays: several, seasons })
  .map((own) => ({ sequence: 1, at: '2026-01-01T00:00:00Z', person: 'p', own }))

describe("a county's calendar", () => {
  it('differs from the base on its own days and in its own seasons, and nowhere else', () => {
    fc.assert(
      fc.property(owns, dates, (version, date) => {
        const { daysOff, workdays, seasons } = version.own
        const calendar = countyCalendar(defaultCalendar, version)
        const own = daysOff.includes(date) || workdays.includes(date)
        const season = seasons.find(({ from, to }) => from <= date.slice(5) && date.slice(5) <= to)
        const base = slotsOf(defaultCalendar, dayOf(date))
        const here = slotsOf(calendar, dayOf(date))
        if (!own) expect(here.length > 0).toBe(base.length > 0)
        if (workdays.includes(date)) expect(here).toEqual(season?.slots ?? defaultCalendar.makeUpDay)
        else if (daysOff.includes(date)) expect(here).toEqual([])
        else expect(here).toEqual(base.length > 0 && season ? season.slots : base)
      }),
    )
  })

  it('counts terms as exactly as any: what is added is what lies between', () => {
    const seconds = fc.integer({ min: 1, max: 40 * 8 * 3_600 })
    fc.assert(
      fc.property(owns, dates, seconds, (version, date, term) => {
        const calendar = countyCalendar(defaultCalendar, version)
        const from = Date.parse(date) / 1000 + 4_321
        const due = addSeconds(calendar, 'work', from, term)
        expect(secondsBetween(calendar, 'work', from, due)).toBe(term)
        expect(secondsBetween(calendar, 'work', from, due - 1)).toBe(term - 1)
      }),
    )
  })

  it('is the base where the county has nothing of its own', () => {
    expect(countyCalendar(defaultCalendar, undefined)).toBe(defaultCalendar)
  })

  it('takes own days that change something, and names those that do not', () => {
    fc.assert(
      fc.property(owns, ({ own }) => {
        const wrong = ownProblems(defaultCalendar, own).map(({ field }) => field)
        own.daysOff.forEach((date, at) => {
          const works = slotsOf(defaultCalendar, dayOf(date)).length > 0
          expect(wrong.includes(`daysOff.${at}`)).toBe(!works)
        })
      }),
    )
  })
})

describe('the days of a year', () => {
  it('of 2026 are right as they were published', () => {
    expect(yearProblems(defaultCalendar.week, 2026, defaultCalendar.years['2026']!)).toEqual([])
  })

  it('are taken exactly when every holiday and make-up day is of the year, once, and each make-up day was off', () => {
    fc.assert(
      fc.property(several, several, (holidays, workdays) => {
        const problems = yearProblems(defaultCalendar.week, 2026, { holidays, workdays })
        const all = [...holidays, ...workdays]
        const good =
          all.every((date) => date.startsWith('2026')) &&
          new Set(all).size === all.length &&
          workdays.every((date) => [0, 6].includes(new Date(date).getUTCDay()))
        expect(problems.length === 0).toBe(good)
      }),
    )
  })
})
