import { describe, expect, it } from 'vitest'
import { layCalendar } from '../../../functions/calendar/lay-calendar.ts'
import { layLimits } from '../../../functions/calendar/lay-limits.ts'
import { defaultCalendar } from '../../../shared/deadlines/default-calendar.ts'
import { MORNING } from '../../support/case-builders.ts'

const COUNTY = {
  tenant: '500229',
  city: '500000',
  name: '城口县',
  administrator: 'p-first',
  at: MORNING,
}
const termsOf = async () => ({ calendar: defaultCalendar, limits: {} })

describe('the calendar of a new county', () => {
  it('is told with its days, and with the year that is not published yet', async () => {
    expect(await layCalendar({ termsOf })(COUNTY)).toEqual({
      counts: { years: 1, holidays: 33, workdays: 6 },
      notes: ['unpublished-years'],
    })
  })

  it('says nothing more once the next year is known', async () => {
    const years = { ...defaultCalendar.years, '2027': { holidays: ['2027-01-01'], workdays: [] } }
    const calendar = { ...defaultCalendar, years }
    const laid = await layCalendar({ termsOf: async () => ({ calendar, limits: {} }) })(COUNTY)
    expect(laid.notes).toEqual([])
  })
})

describe('the limits of a new county', () => {
  it('are those of the lifecycle but for its own, each with a deadline that comes', async () => {
    const limits = { reported: { amount: 1, unit: 'work_hour' as const } }
    const laid = await layLimits({ termsOf: async () => ({ calendar: defaultCalendar, limits }) })(COUNTY)
    expect(laid.counts).toMatchObject({ own: 1 })
    expect(laid.counts.stages).toBeGreaterThan(2)
  })

  it('stop the onboarding where a clock would never end', async () => {
    const calendar = { ...defaultCalendar, week: [[], [], [], [], [], [], []] as never, years: {} }
    const lay = layLimits({ termsOf: async () => ({ calendar, limits: {} }) })
    await expect(lay(COUNTY)).rejects.toThrow(RangeError)
  })
})
