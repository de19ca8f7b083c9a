import type { CalendarPublication, OwnVersion } from '#shared/calendar/publication'
import type { Terms } from '#shared/cases/terms'
import type { Calendar } from '#shared/deadlines/calendar'
import type { Command, CommandMemory } from '../kernel/command.ts'

type Outcome = Promise<'committed' | 'changed'>

/** What a county's clocks stand on now, by its code: at most half a minute old. */
export type TermsOf = (tenant: string) => Promise<Terms>

/** The calendars of one scope, bound to it when made: a city's versions, or what a county puts on top of one. */
export interface Calendars extends CommandMemory {
  /** Every version of the city, the oldest first. */
  published(): Promise<readonly CalendarPublication[]>
  read(version: string): Promise<Calendar | undefined>
  /** Freezes a version as the next of the scope. `changed`: another was published meanwhile, or the version is taken. */
  publish(publication: CalendarPublication, calendar: Calendar, command: Command): Outcome
  /** The county's own days and hours in force; undefined while it has none. */
  own(): Promise<OwnVersion | undefined>
  /** `changed`: others were kept meanwhile. */
  keepOwn(own: OwnVersion, command: Command): Outcome
}

/** Calendars by their scope. */
export type CalendarsOf = (scope: string) => Calendars
