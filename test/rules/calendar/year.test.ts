import { describe, expect, it } from 'vitest'
import { daysOfYear } from '#shared/calendar/year'
import { defaultCalendar } from '#shared/deadlines/default-calendar'

const own = { daysOff: ['2026-11-25'], workdays: ['2026-11-28'] }
const marks = new Map(daysOfYear({ ...defaultCalendar, own }, 2026).map(({ date, mark }) => [date, mark]))

describe('a year of a calendar, day by day', () => {
  it.each([
    ['2026-11-24', 'work', 'a Tuesday'],
    ['2026-11-29', 'off', 'a Sunday'],
    ['2026-10-01', 'holiday', 'National Day'],
    ['2026-10-10', 'make-up', 'a Saturday worked for it'],
    ['2026-11-25', 'own-off', "the county's festival"],
    ['2026-11-28', 'own-work', 'a Saturday the county works'],
  ])('%s is %s: %s', (date, mark) => {
    expect(marks.get(date)).toBe(mark)
  })

  it('has every day once, the leap day too', () => {
    expect(marks.size).toBe(365)
    expect(daysOfYear(defaultCalendar, 2028).map(({ date }) => date)).toContain('2028-02-29')
  })
})
