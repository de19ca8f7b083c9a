import type { OwnCalendar, OwnVersion } from '#shared/calendar/publication'
import { ownProblems } from '#shared/calendar/rules'
import { instantOf } from '#shared/kernel/instant'
import { type Refusal, refuse } from '#shared/kernel/result'
import type { Clock } from '../kernel/clock.ts'
import { bodyHashOf, oneEffect } from '../kernel/command.ts'
import type { CalendarsOf, TermsOf } from './ports.ts'

interface Needs {
  readonly termsOf: TermsOf
  readonly calendarsOf: CalendarsOf
  readonly clock: Clock
}

interface Keeping {
  readonly tenant: string
  readonly person: string
  readonly key: string
  /** Of those that were shown; 0 when there were none. */
  readonly sequence: number
  readonly own: OwnCalendar
}

/**
 * Puts a county's own days and hours on top of the calendar that its settings name. Stages that have begun keep their
 * deadlines; those that begin later go by them.
 */
export const keepOwnCalendar =
  ({ termsOf, calendarsOf, clock }: Needs) =>
  ({ tenant, person, key, sequence, own }: Keeping): Promise<OwnVersion | Refusal> => {
    const store = calendarsOf(tenant)
    const submission = { key, bodyHash: bodyHashOf({ person, sequence, own }) }
    return oneEffect(store, submission, async () => {
      const inForce = await store.own()
      if ((inForce?.sequence ?? 0) !== sequence) return refuse('record-changed')
      // judged against the calendar without those that these replace
      const { own: _own, seasons: _seasons, ...base } = (await termsOf(tenant)).calendar
      const fields = ownProblems(base, own).map((problem) => ({ ...problem, field: `own.${problem.field}` }))
      if (fields.length > 0) return refuse('invalid-input', { fields })
      const at = instantOf(clock.now())
      const answer = { sequence: sequence + 1, at, person, own }
      const details = {
        sequence: answer.sequence,
        daysOff: own.daysOff.length,
        workdays: own.workdays.length,
        seasons: own.seasons.length,
      }
      const act = { act: 'own-calendar-kept', actor: person, post: 'administrator', details, at }
      const outcome = await store.keepOwn(answer, { ...submission, act, answer })
      return outcome === 'committed' ? answer : 'changed'
    })
  }
