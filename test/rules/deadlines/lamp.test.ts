import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { defaultCalendar } from '../../../shared/deadlines/default-calendar.ts'
import { dueOf, guessedYears } from '../../../shared/deadlines/due.ts'
import { lampOf, lampWords } from '../../../shared/deadlines/lamp.ts'
import { instantOf } from '../../../shared/kernel/instant.ts'
import { type Limit, type LimitUnit, limitUnits } from '../../../shared/kernel/limit.ts'

const at = (chinaTime: string) => instantOf(Date.parse(`${chinaTime}+08:00`))
const china = (instant: string) => new Date(Date.parse(instant) + 8 * 3_600_000).toISOString().slice(0, 16)

function lampAt(chinaTime: string, limit: Limit, entered = '2026-11-24T09:00:00', paused?: string) {
  const due = dueOf(defaultCalendar, limit, at(entered))
  const clock = { entered: at(entered), due, limit, ...(paused && { pausedAt: at(paused) }) }
  return lampOf(defaultCalendar, clock, Date.parse(`${chinaTime}+08:00`))
}
const quarter: Limit = { amount: 15, unit: 'work_minute' }

describe('the lamp', () => {
  it.each([
    ['green at the start', '2026-11-24T09:00:00', 'green', 900],
    ['green a second before 80 %', '2026-11-24T09:11:59', 'green', 181],
    ['amber from 80 %', '2026-11-24T09:12:00', 'amber', 180],
    ['amber to the last second', '2026-11-24T09:14:59', 'amber', 1],
    ['red from the due instant', '2026-11-24T09:15:00', 'red', 0],
    ['red after it', '2026-11-24T09:20:00', 'red', -300],
  ])('is %s', (_name, time, colour, secondsLeft) => {
    expect(lampAt(time, quarter)).toMatchObject({ colour, secondsLeft, runs: 'work' })
  })

  it('does not turn while nobody works', () => {
    const evening = lampAt('2026-11-24T19:00:00', quarter, '2026-11-24T17:50:00')
    const nextMorning = lampAt('2026-11-25T08:00:00', quarter, '2026-11-24T17:50:00')
    expect(evening).toEqual(nextMorning)
    expect(evening).toMatchObject({ colour: 'green', secondsLeft: 300 })
  })

  it('is grey while the clock stands, and keeps what was left', () => {
    const paused = lampAt('2026-11-26T09:00:00', quarter, '2026-11-24T09:00:00', '2026-11-24T09:05:00')
    expect(paused).toEqual({ colour: 'grey', runs: 'work', secondsLeft: 600 })
    expect(lampWords(paused, 'zh')).toBe('计时暂停')
  })

  it('counts down one second per second of its own clock', () => {
    const start = Date.parse('2026-11-23T00:00:00+08:00')
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 4 * 86_400 }), (second) => {
        const entered = instantOf(start)
        const limit: Limit = { amount: 2, unit: 'work_day' }
        const clock = { entered, due: dueOf(defaultCalendar, limit, entered), limit }
        const here = lampOf(defaultCalendar, clock, start + second * 1000).secondsLeft
        const next = lampOf(defaultCalendar, clock, start + (second + 1) * 1000).secondsLeft
        expect([0, 1]).toContain(here - next)
      }),
    )
  })
})

describe('the words of a lamp', () => {
  const words = (secondsLeft: number, runs: 'work' | 'natural', language: 'zh' | 'en' = 'zh') =>
    lampWords({ colour: secondsLeft > 0 ? 'green' : 'red', runs, secondsLeft }, language)

  it.each([
    ['剩 3时20分', 3 * 3600 + 20 * 60 + 59, 'natural'],
    ['超 1天2时', -(26 * 3600 + 59 * 60), 'natural'],
    ['超 3天2时（工作）', -(26 * 3600), 'work'],
    ['剩 1天（工作）', 8 * 3600, 'work'],
    ['剩 2天', 48 * 3600 + 1800, 'natural'],
    ['剩 15分（工作）', 900, 'work'],
    ['剩 不足1分（工作）', 59, 'work'],
    ['刚超期', 0, 'natural'],
    ['刚超期', -59, 'work'],
  ] as const)('are %s', (expected, secondsLeft, runs) => {
    expect(words(secondsLeft, runs)).toBe(expected)
  })

  it('speak English too', () => {
    expect(words(3 * 3600 + 1200, 'work', 'en')).toBe('3 h 20 min left (working time)')
    expect(words(-93_600, 'natural', 'en')).toBe('1 d 2 h over')
  })
})

describe('the due of a stage', () => {
  const due: Record<LimitUnit, string> = {
    work_minute: '2026-11-27T17:52',
    work_hour: '2026-11-30T09:50',
    work_day: '2026-12-01T17:50',
    urgent_minute: '2026-11-27T17:52',
    urgent_hour: '2026-11-27T19:50',
    urgent_day: '2026-11-29T17:50',
    natural_day: '2026-11-29T17:50',
  }
  it.each(Object.keys(limitUnits) as LimitUnit[])(
    'of two %s from Friday 17:50 is as counted by hand',
    (unit) => {
      expect(china(dueOf(defaultCalendar, { amount: 2, unit }, at('2026-11-27T17:50:00')))).toBe(due[unit])
    },
  )

  it('says which years it guessed, on the working clock only', () => {
    const entered = at('2026-12-31T17:50:00')
    const years = (unit: LimitUnit) => {
      const limit: Limit = { amount: 1, unit }
      return guessedYears(defaultCalendar, limit, entered, dueOf(defaultCalendar, limit, entered))
    }
    expect(years('work_day')).toEqual([2027])
    expect(years('natural_day')).toEqual([])
  })
})
