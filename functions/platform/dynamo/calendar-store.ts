import { PutTransaction } from 'dynamodb-toolbox/entity/actions/transactPut'
import type { Calendar } from '#shared/deadlines/calendar'
import type { CalendarsOf } from '../../calendar/ports.ts'
import { keeper } from '../kept.ts'
import { calendarEntities } from './calendar-entities.ts'
import { readCalendar, readCalendars, readOwnCalendar } from './calendar-reads.ts'
import { expectAbsent } from './expectations.ts'
import { scopeLedger } from './scope-ledger.ts'
import { askScope, type Open, perScope } from './stores.ts'

/** Calendars that one container keeps: a few KB each, and a county asks for one. */
const KEPT = 100

/** The calendars of cities and what counties put on top, each reached with credentials of its own scope. */
export const createCalendars = (): CalendarsOf => perScope(calendarStores())

/** Frozen versions are read once per container. */
export function calendarStores() {
  const frozen = keeper<Calendar>(KEPT)

  return (scope: string, open: Open): ReturnType<CalendarsOf> => {
    const ask = askScope(scope, open)
    const entities = async () => calendarEntities((await open()).tenant)
    const ledger = scopeLedger(scope, open)
    return {
      earlier: ledger.earlier,
      published: () => ask(readCalendars),
      read: (version) => frozen(`${scope} ${version}`, () => ask((at) => readCalendar(at, version))),
      own: () => ask(readOwnCalendar),
      async publish(row, calendar, command) {
        const { publications, calendars } = await entities()
        return ledger.commit(command, [
          publications
            .build(PutTransaction)
            .item({ scope, ...row })
            .options({ condition: expectAbsent('at') }),
          calendars
            .build(PutTransaction)
            .item({ scope, version: row.version, calendar })
            .options({ condition: expectAbsent('calendar') }),
        ])
      },
      async keepOwn(row, command) {
        const { own } = await entities()
        const put = own.build(PutTransaction).item({ scope, ...row })
        return ledger.commit(command, [put.options({ condition: expectAbsent('at') })])
      },
    }
  }
}
