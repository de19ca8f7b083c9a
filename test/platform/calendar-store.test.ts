import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { calendarStores } from '../../functions/platform/dynamo/calendar-store.ts'
import type { OwnCalendar } from '../../shared/calendar/publication.ts'
import { defaultCalendar } from '../../shared/deadlines/default-calendar.ts'
import { freshKey, MORNING } from '../support/case-builders.ts'
import { type CountyDatabase, startCountyDatabase } from '../support/county-database.ts'

let database: CountyDatabase
beforeAll(async () => {
  database = await startCountyDatabase()
})
afterAll(() => database.close())

/** A container of its own: what another one read before does not help. */
const storeOf = (scope: string) => calendarStores()(scope, database.open)

const command = (act: string) => {
  const key = freshKey()
  return { key, bodyHash: key, act: { act, actor: 'p', at: MORNING }, answer: null }
}
const row = (sequence: number, version: string) => ({
  sequence,
  version,
  at: MORNING,
  person: 'p',
  years: [2026],
})
const seasons = [{ from: '06-01', to: '09-30', slots: [{ from: 25_200, to: 39_600 }] }]

describe('the store of calendars', () => {
  it('reads back what was published, and freezes it', async () => {
    const calendar = { ...defaultCalendar, version: 'cq-1', seasons }
    const store = storeOf('500000')
    expect(await store.publish(row(1, 'cq-1'), calendar, command('calendar-published'))).toBe('committed')
    expect(await storeOf('500000').read('cq-1')).toEqual(calendar)
    expect(await storeOf('500000').published()).toEqual([row(1, 'cq-1')])
    expect(await store.publish(row(2, 'cq-1'), calendar, command('calendar-published'))).toBe('changed')
    expect(await store.publish(row(1, 'cq-2'), calendar, command('calendar-published'))).toBe('changed')
    expect(await storeOf('500000').read('cq-2')).toBeUndefined()
  })

  it("keeps each version of a county's own days, the newest in force", async () => {
    const store = storeOf('500229')
    const own = (sequence: number, changes: Partial<OwnCalendar> = {}) => ({
      sequence,
      at: MORNING,
      person: 'p',
      own: { daysOff: [], workdays: [], seasons: [], ...changes },
    })
    expect(await store.own()).toBeUndefined()
    await store.keepOwn(own(1), command('own-calendar-kept'))
    const second = own(2, { daysOff: ['2026-08-08'], seasons })
    expect(await store.keepOwn(second, command('own-calendar-kept'))).toBe('committed')
    expect(await store.keepOwn(own(2), command('own-calendar-kept'))).toBe('changed')
    expect(await storeOf('500229').own()).toEqual(second)
    expect(await storeOf('500230').own()).toBeUndefined()
  })
})
