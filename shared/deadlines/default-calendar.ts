import type { Calendar, Slot } from './calendar.ts'

const hour = 3_600
/** 08:00–12:00 and 14:00–18:00: eight work hours, one work day. */
const officeHours: Slot[] = [
  { from: 8 * hour, to: 12 * hour },
  { from: 14 * hour, to: 18 * hour },
]

/**
 * What a county starts with. The days of 2026 are those of the General Office of the State Council's notice on public
 * holidays 2026, as the package chinese-days 1.5.7 (MIT) lists them.
 */
export const defaultCalendar: Calendar = {
  version: 'default-2026',
  week: [[], officeHours, officeHours, officeHours, officeHours, officeHours, []],
  makeUpDay: officeHours,
  years: {
    '2026': {
      holidays: [
        ...days('2026-01', 1, 3),
        ...days('2026-02', 15, 23),
        ...days('2026-04', 4, 6),
        ...days('2026-05', 1, 5),
        ...days('2026-06', 19, 21),
        ...days('2026-09', 25, 27),
        ...days('2026-10', 1, 7),
      ],
      workdays: ['2026-01-04', '2026-02-14', '2026-02-28', '2026-05-09', '2026-09-20', '2026-10-10'],
    },
  },
}

function days(month: string, first: number, last: number): string[] {
  return Array.from(
    { length: last - first + 1 },
    (_, index) => `${month}-${String(first + index).padStart(2, '0')}`,
  )
}
