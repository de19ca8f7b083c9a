'use server'
import { keepOwnCalendar, readCalendar } from '#shared/calendar/contract'
import { grades } from '#shared/catalogue/catalogue'
import { confirmLimits, proposeKind, takeProposal } from '#shared/catalogue/contract'
import { limitFromWords } from '#shared/catalogue/limit-words'
import { ask } from '../../lib/api.ts'
import { settingsPaths } from '../../lib/paths.ts'
import { datesIn } from '../calendar/dates-in.ts'
import { type Submission, typedIn } from '../cases/submission.ts'
import { afterDone, carryOut, type Typed } from '../forms/carry-out.ts'

/** A term that is none is passed on as it cannot be: the API then says which field is wrong. */
const termOf = (words: string | undefined) =>
  limitFromWords(words ?? '') ?? { amount: 0, unit: 'work_day' as const }

export async function confirm(_previous: Submission, form: FormData): Promise<Submission> {
  return carryOut(confirmLimits, form, (typed) => {
    const conditions = Object.keys(typed).flatMap((name) =>
      name.startsWith('limit-') ? [{ condition: name.slice(6), limit: termOf(typed[name]) }] : [],
    )
    const { county = '', sequence, kind = '' } = typed
    return {
      params: { county },
      body: { sequence: Number(sequence), conditions },
      to: afterDone(settingsPaths.kind(county, kind), 'confirmed'),
    }
  })
}

export async function take(_previous: Submission, form: FormData): Promise<Submission> {
  return carryOut(takeProposal, form, ({ county = '', sequence, template = '' }) => ({
    params: { county },
    body: { sequence: Number(sequence), template },
    to: afterDone(settingsPaths.catalogue(county), 'taken'),
  }))
}

export async function propose(_previous: Submission, form: FormData): Promise<Submission> {
  return carryOut(proposeKind, form, ({ county = '', ...typed }) => ({
    params: { county },
    body: {
      class: typed.class ?? '',
      name: { zh: typed.nameZh ?? '', en: typed.nameEn ?? '' },
      conditions: [conditionOf(typed)],
    },
    to: afterDone(settingsPaths.catalogue(county), 'proposed'),
  }))
}

const conditionOf = (typed: Typed) => ({
  grade: grades.find((one) => one === typed.grade) ?? ('ordinary' as const),
  limit: termOf(typed.limit),
  filing: { zh: typed.filingZh ?? '', en: typed.filingEn ?? '' },
  closing: { zh: typed.closingZh ?? '', en: typed.closingEn ?? '' },
})

/** Days of the year that is shown are replaced, those of other years stay; so do the seasons. */
export async function keepOwn(_previous: Submission, form: FormData): Promise<Submission> {
  const typed = typedIn(form)
  const { county = '', year = '', sequence } = typed
  const now = await ask(readCalendar, { params: { county } })
  if (!now.ok) return { typed, problem: now.problem }
  const own = now.value.own?.own ?? { daysOff: [], workdays: [], seasons: [] }
  const elsewhen = (dates: readonly string[]) => dates.filter((date) => !date.startsWith(year))
  return carryOut(keepOwnCalendar, form, () => ({
    params: { county },
    body: {
      sequence: Number(sequence),
      own: {
        ...own,
        daysOff: [...elsewhen(own.daysOff), ...datesIn(typed.daysOff ?? '', year)],
        workdays: [...elsewhen(own.workdays), ...datesIn(typed.workdays ?? '', year)],
      },
    },
    to: afterDone(`${settingsPaths.calendar(county)}?year=${year}`, 'kept'),
  }))
}
