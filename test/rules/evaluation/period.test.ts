import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  addDays,
  daysOf,
  periodBefore,
  periodLastYear,
  periodLengths,
  periodOf,
} from '../../../shared/evaluation/period.ts'

const day = fc
  .date({ min: new Date('2020-01-01'), max: new Date('2030-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10))

describe('a period', () => {
  it.each([
    ['day', '2026-11-25', '2026-11-25', '2026-11-25', '2026-11-24', '2025-11-25'],
    ['week', '2026-11-29', '2026-11-23', '2026-11-29', '2026-11-16', '2025-11-24'],
    ['month', '2028-02-11', '2028-02-01', '2028-02-29', '2028-01-01', '2027-02-01'],
    ['quarter', '2026-11-25', '2026-10-01', '2026-12-31', '2026-07-01', '2025-10-01'],
    ['year', '2026-11-25', '2026-01-01', '2026-12-31', '2025-01-01', '2025-01-01'],
    ['day', '2028-02-29', '2028-02-29', '2028-02-29', '2028-02-28', '2027-02-28'],
  ] as const)(
    '%s of %s is %s to %s; before it %s, a year earlier %s',
    (length, at, from, until, before, year) => {
      expect(periodOf(length, at)).toEqual({ from, until })
      expect(periodBefore(length, at).from).toBe(before)
      expect(periodLastYear(length, at).from).toBe(year)
    },
  )

  it('has the day in it, and the one before ends where it begins', () => {
    fc.assert(
      fc.property(fc.constantFrom(...periodLengths), day, (length, at) => {
        const period = periodOf(length, at)
        expect(daysOf(period)).toContain(at)
        expect(addDays(periodBefore(length, at).until, 1)).toBe(period.from)
      }),
    )
  })
})
