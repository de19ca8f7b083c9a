import { describe, expect, it } from 'vitest'
import { gridsTaken } from '#shared/organisation/beats'
import { type DutyRow, dutyOn, dutyTable, problemsOfDuty } from '#shared/organisation/duty'

const TODAY = '2026-11-25'
const row = (day: DutyRow['day'], from = '08:00', until = '20:00'): DutyRow => ({
  day,
  from,
  until,
  phone: '023-59220001',
})
const problems = (...table: DutyRow[]) => problemsOfDuty(table, { today: TODAY, before: [] })

describe('duty hours', () => {
  it('of a day are those of its weekday, unless the date has its own', () => {
    const table = [row('wednesday', '20:00', '24:00'), row('wednesday'), row('2026-12-02', '00:00', '24:00')]
    expect(dutyOn(table, '2026-11-25').map(({ from }) => from)).toEqual(['08:00', '20:00'])
    expect(dutyOn(table, '2026-12-02').map(({ from }) => from)).toEqual(['00:00'])
    expect(dutyOn(table, '2026-11-26')).toEqual([])
  })

  it.each([
    ['2026-11-23', 'monday'],
    ['2026-11-28', 'saturday'],
    ['2026-11-29', 'sunday'],
    ['2024-02-29', 'thursday'],
  ] as const)('know that %s is a %s', (date, day) => expect(dutyOn([row(day)], date)).toHaveLength(1))

  it('end after they begin, do not overlap, and are not newly written for days gone by', () => {
    expect(problems(row('monday', '20:00', '08:00'))).toEqual([
      { row: 0, field: 'until', code: 'not-after-start' },
    ])
    expect(problems(row('monday'), row('tuesday'), row('monday', '19:59', '24:00'))).toEqual([
      { row: 2, field: 'from', code: 'repeated' },
    ])
    expect(problems(row('monday'), row('monday', '20:00', '24:00'))).toEqual([])
    expect(problems(row('2026-11-24'))).toEqual([{ row: 0, field: 'day', code: 'in-the-past' }])
    const before = [row('2026-11-24')]
    expect(problemsOfDuty(before, { today: TODAY, before })).toEqual([])
  })

  it('are of a weekday or a date, and have a number', () => {
    for (const wrong of [
      row('friyay' as DutyRow['day']),
      row('2026-02-30'),
      row('monday', '8:00'),
      { ...row('monday'), phone: '110' },
    ])
      expect(dutyTable.safeParse([wrong]).success).toBe(false)
  })
})

describe('beats', () => {
  const other = { id: 'b1', grids: ['1', '2'], retired: false }
  it.each([
    ['a grid of nobody', ['3'], []],
    ['a grid of another', ['2', '3'], ['2']],
    ['a grid twice', ['3', '3'], ['3']],
  ])('with %s', (_name, grids, taken) => expect(gridsTaken({ id: 'b2', grids }, [other])).toEqual(taken))

  it('keep their own grids, and take those of a beat that is no more', () => {
    expect(gridsTaken({ id: 'b1', grids: ['1'] }, [other])).toEqual([])
    expect(gridsTaken({ id: 'b2', grids: ['1'] }, [{ ...other, retired: true }])).toEqual([])
  })
})
