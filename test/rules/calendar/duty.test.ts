import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dutyCalendar } from '../../../shared/calendar/duty.ts'
import { enterStage } from '../../../shared/cases/clocks.ts'
import { stageCalendar } from '../../../shared/cases/terms.ts'
import { dayOf, slotsOf } from '../../../shared/deadlines/calendar.ts'
import { defaultCalendar } from '../../../shared/deadlines/default-calendar.ts'
import { addSeconds, secondsBetween } from '../../../shared/deadlines/working-time.ts'
import { openStages } from '../../../shared/lifecycle/lifecycle.ts'
import { dutyOn, weekdays } from '../../../shared/organisation/duty.ts'

const row = (day: string, from: string, until: string) => ({ day, from, until, phone: '02359220000' })
/** Every day from eight to ten at night, with a lunch that nobody covers; one Sunday all day. */
const table = [
  ...weekdays.flatMap((day) => [row(day, '08:00', '12:00'), row(day, '13:00', '22:00')]),
  row('2026-11-29', '00:00', '24:00'),
]
const duty = dutyCalendar(defaultCalendar, table)!
const hours = (...pairs: [number, number][]) =>
  pairs.map(([from, to]) => ({ from: from * 3_600, to: to * 3_600 }))

describe('the hours of duty', () => {
  it.each([
    ['of a weekday', '2026-11-24', hours([8, 12], [13, 22])],
    ['of a Saturday', '2026-11-28', hours([8, 12], [13, 22])],
    ['of a date of its own', '2026-11-29', hours([0, 24])],
    ['of a public holiday', '2026-10-01', []],
    ['of a make-up day', '2026-02-14', hours([8, 12], [14, 18])],
  ])('%s', (_what, date, slots) => {
    expect(slotsOf(duty, dayOf(date))).toEqual(slots)
  })

  it('are nobody’s where there is no table, or one of single dates alone', () => {
    expect(dutyCalendar(defaultCalendar, [])).toBeUndefined()
    expect(dutyCalendar(defaultCalendar, [row('2026-11-29', '00:00', '24:00')])).toBeUndefined()
  })

  it('are those of the duty table on every day that is neither holiday nor make-up day', () => {
    const dates = fc
      .date({ min: new Date('2026-01-01'), max: new Date('2027-12-31'), noInvalidDate: true })
      .map((date) => date.toISOString().slice(0, 10))
    const days = defaultCalendar.years['2026']!
    fc.assert(
      fc.property(dates, (date) => {
        fc.pre(![...days.holidays, ...days.workdays].includes(date))
        const sum = slotsOf(duty, dayOf(date)).reduce((all, { from, to }) => all + to - from, 0)
        const listed = dutyOn(table, date).reduce(
          (all, { from, until }) => all + Number(until.slice(0, 2)) - Number(from.slice(0, 2)),
          0,
        )
        expect(sum).toBe(listed * 3_600)
      }),
    )
  })

  it('count terms as exactly as any calendar does', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 60 * 86_400 }),
        fc.integer({ min: 1, max: 300_000 }),
        (at, term) => {
          const from = Date.parse('2026-09-20') / 1000 + at
          const due = addSeconds(duty, 'work', from, term)
          expect(secondsBetween(duty, 'work', from, due)).toBe(term)
        },
      ),
    )
  })
})

describe('a desk of a county with a duty table', () => {
  const terms = { calendar: defaultCalendar, duty, limits: {} }

  it('is timed by it: what comes in the evening is due in the evening', () => {
    // Tuesday, 19:00 in China
    expect(enterStage('reported', '2026-11-24T11:00:00Z', terms, {}).due).toBe('2026-11-24T11:15:00Z')
    const { duty: _duty, ...without } = terms
    expect(enterStage('reported', '2026-11-24T11:00:00Z', without, {}).due).toBe('2026-11-25T00:15:00Z')
  })

  it('is the only thing that is', () => {
    for (const stage of openStages) {
      const desk = !['verifying', 'dispatched', 'handling', 'inspecting'].includes(stage)
      expect(stageCalendar(terms, stage)).toBe(desk ? duty : defaultCalendar)
    }
  })
})
