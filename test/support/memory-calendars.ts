import type { Calendars } from '../../functions/calendar/ports.ts'
import type { CalendarPublication, OwnVersion } from '../../shared/calendar/publication.ts'
import type { Calendar } from '../../shared/deadlines/calendar.ts'
import { memoryCommands } from './memory-commands.ts'

/** Calendars by scope, in memory, with the conditions that the real store writes under. */
export function memoryCalendars() {
  const scopes = new Map<string, ReturnType<typeof oneScope>>()
  return (scope: string) => {
    const known = scopes.get(scope) ?? oneScope()
    scopes.set(scope, known)
    return known
  }
}

function oneScope(): Calendars & Pick<ReturnType<typeof memoryCommands>, 'acts'> {
  const rows: CalendarPublication[] = []
  const documents = new Map<string, Calendar>()
  const kept: OwnVersion[] = []
  const { commit, earlier, acts } = memoryCommands()
  return {
    earlier,
    acts,
    published: async () => [...rows],
    read: async (version) => documents.get(version),
    publish: async (row, calendar, command) =>
      commit(command, rows.length === row.sequence - 1 && !documents.has(row.version), () => {
        rows.push(row)
        documents.set(row.version, calendar)
      }),
    own: async () => kept.at(-1),
    keepOwn: async (own, command) => commit(command, kept.length === own.sequence - 1, () => kept.push(own)),
  }
}
