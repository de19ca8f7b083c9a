'use server'
import { importYear } from '#shared/calendar/contract'
import { cityPaths } from '../../lib/paths.ts'
import { datesIn } from '../calendar/dates-in.ts'
import type { Submission } from '../cases/submission.ts'
import { afterDone, carryOut } from '../forms/carry-out.ts'

/** The notice of a year, as its two lists of dates. */
export async function takeYear(_previous: Submission, form: FormData): Promise<Submission> {
  return carryOut(
    importYear,
    form,
    ({ city = '', version = '', as = '', year = '', holidays, workdays }) => ({
      params: { city, version },
      body: {
        as,
        year: Number(year),
        holidays: datesIn(holidays ?? '', year),
        workdays: datesIn(workdays ?? '', year),
      },
      to: afterDone(`${cityPaths.calendars}?version=${as}&year=${year}`, 'imported'),
    }),
  )
}
