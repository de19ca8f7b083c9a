import { describe, expect, it } from 'vitest'
import { keepOwnCalendar } from '../../../functions/calendar/keep-own-calendar.ts'
import { importYear, publishCalendar } from '../../../functions/calendar/publish-calendar.ts'
import { readCalendar } from '../../../functions/calendar/read-calendar.ts'
import { countyCalendar } from '../../../shared/calendar/county-calendar.ts'
import { defaultCalendar } from '../../../shared/deadlines/default-calendar.ts'
import { freshKey, MORNING } from '../../support/case-builders.ts'
import { memoryCalendars } from '../../support/memory-calendars.ts'

const COUNTY = '500229'
const CITY = '500000'
const clock = { now: () => Date.parse(MORNING) }

function scene(now = MORNING) {
  const calendarsOf = memoryCalendars()
  const termsOf = async (tenant: string) => ({
    calendar: countyCalendar(defaultCalendar, await calendarsOf(tenant).own()),
    limits: {},
  })
  const own = { daysOff: [] as string[], workdays: [] as string[], seasons: [] }
  const city = { calendars: calendarsOf(CITY), clock }
  return {
    calendarsOf,
    termsOf,
    keep: (sequence: number, changes: Partial<typeof own> = {}, key = freshKey()) =>
      keepOwnCalendar({ termsOf, calendarsOf, clock })({
        tenant: COUNTY,
        person: 'p-admin',
        key,
        sequence,
        own: { ...own, ...changes },
      }),
    read: () => readCalendar({ termsOf, calendarsOf, clock: { now: () => Date.parse(now) } })(COUNTY),
    publish: (changes: Partial<typeof defaultCalendar>, key = freshKey()) =>
      publishCalendar(city)({
        person: 'p-keeper',
        key,
        calendar: { ...defaultCalendar, version: 'cq-1', ...changes },
      }),
    importYear: (changes: Partial<Parameters<ReturnType<typeof importYear>>[0]> = {}) =>
      importYear(city)({
        person: 'p-keeper',
        key: freshKey(),
        version: 'default-2026',
        as: 'cq-2027',
        year: 2027,
        holidays: ['2027-01-01', '2027-02-06'],
        workdays: ['2027-01-31'],
        ...changes,
      }),
  }
}

describe("a county's own days and hours", () => {
  it('hold from the moment they are kept, each version beside the earlier', async () => {
    const here = scene()
    expect(await here.keep(0, { daysOff: ['2026-11-24'] })).toMatchObject({ sequence: 1, at: MORNING })
    expect(await here.read()).toMatchObject({ version: 'default-2026+1', today: [], own: { sequence: 1 } })
    await here.keep(1)
    expect(await here.read()).toMatchObject({
      version: 'default-2026+2',
      today: [
        { from: '08:00', to: '12:00' },
        { from: '14:00', to: '18:00' },
      ],
    })
    expect(here.calendarsOf(COUNTY).acts()).toMatchObject([
      { act: 'own-calendar-kept', actor: 'p-admin', post: 'administrator', details: { daysOff: 1 } },
      { act: 'own-calendar-kept' },
    ])
  })

  it('are kept once by one key, and only on the version that was shown', async () => {
    const here = scene()
    const key = freshKey()
    const first = await here.keep(0, {}, key)
    expect(await here.keep(0, {}, key)).toEqual(first)
    expect(await here.keep(0, { daysOff: ['2026-11-24'] }, key)).toEqual({ refused: 'key-reused' })
    expect(await here.keep(0)).toEqual({ refused: 'record-changed' })
  })

  it('are refused with the place of every day that changes nothing', async () => {
    const daysOff = ['2026-11-24', '2026-11-28', '2026-11-24']
    expect(await scene().keep(0, { daysOff, workdays: ['2026-11-25'] })).toEqual({
      refused: 'invalid-input',
      fields: [
        { field: 'own.daysOff.2', code: 'repeated' },
        { field: 'own.daysOff.1', code: 'off-anyway' },
        { field: 'own.workdays.0', code: 'works-anyway' },
      ],
    })
  })
})

describe('the calendars of a city', () => {
  it('take the notice of a year as two lists, and freeze what they publish', async () => {
    const here = scene()
    expect(await here.importYear()).toMatchObject({ sequence: 1, version: 'cq-2027', years: [2026, 2027] })
    const calendar = await here.calendarsOf(CITY).read('cq-2027')
    expect(calendar?.years['2026']).toEqual(defaultCalendar.years['2026'])
    expect(await here.importYear()).toEqual({ refused: 'version-taken' })
    expect(await here.importYear({ as: 'default-2026' })).toEqual({ refused: 'version-taken' })
    expect(await here.importYear({ as: 'cq-2028', version: 'nobody' })).toEqual({
      refused: 'unknown-calendar',
    })
    expect(await here.importYear({ as: 'cq-2027-2', version: 'cq-2027' })).toMatchObject({ sequence: 2 })
  })

  it('say of every date of a year why it cannot be', async () => {
    const days = {
      holidays: ['2027-01-01', '2026-12-31', '2027-01-01'],
      workdays: ['2027-01-01', '2027-01-05'],
    }
    expect(await scene().importYear(days)).toEqual({
      refused: 'invalid-input',
      fields: [
        { field: 'holidays.1', code: 'outside-year', limit: 2027 },
        { field: 'holidays.2', code: 'repeated' },
        { field: 'workdays.0', code: 'in-both-lists' },
        { field: 'workdays.0', code: 'works-anyway' },
        { field: 'workdays.1', code: 'works-anyway' },
      ],
    })
  })

  it('publish a whole calendar, without the days that are a county’s to keep', async () => {
    const here = scene()
    const key = freshKey()
    const first = await here.publish({}, key)
    expect(first).toMatchObject({ version: 'cq-1', years: [2026] })
    expect(await here.publish({}, key)).toEqual(first)
    expect(await here.publish({ version: 'cq-2', own: { daysOff: [], workdays: [] } })).toMatchObject({
      refused: 'invalid-input',
      fields: [{ field: 'calendar.own', code: 'unknown-field' }],
    })
    const years = { '2027': { holidays: ['2026-01-01'], workdays: [] } }
    expect(await here.publish({ version: 'cq-2', years })).toMatchObject({
      fields: [{ field: 'calendar.years.2027.holidays.0', code: 'outside-year' }],
    })
  })
})

describe('the banner', () => {
  it.each([
    ['2026-11-30T15:59:59Z', []],
    ['2026-11-30T16:00:00Z', [2027]],
    ['2026-12-31T16:00:00Z', [2027]],
    ['2025-12-31T15:59:59Z', [2025]],
    ['2027-12-31T15:00:00Z', [2027, 2028]],
  ])('at %s tells of the years %j', async (now, missing) => {
    expect((await scene(now).read()).missingYears).toEqual(missing)
  })
})
