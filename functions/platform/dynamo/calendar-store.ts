import { GetItemCommand } from 'dynamodb-toolbox/entity/actions/get'
import { PutTransaction } from 'dynamodb-toolbox/entity/actions/transactPut'
import { QueryCommand } from 'dynamodb-toolbox/table/actions/query'
import {
  type CalendarPublication,
  calendarPublication,
  type OwnVersion,
  ownVersion,
} from '#shared/calendar/publication'
import { type Calendar, calendarSchema } from '#shared/deadlines/calendar'
import type { Calendars } from '../../calendar/ports.ts'
import { patiently } from '../busy.ts'
import { keeper } from '../kept.ts'
import { calendarEntities, calendarsPartition, ownVersions, publishedCalendars } from './calendar-entities.ts'
import type { CountyTables } from './county-tables.ts'
import { expectAbsent } from './expectations.ts'
import { createLedger } from './ledger.ts'
import { tenantLedger } from './ledger-places.ts'

/** Calendars that one container keeps: a few KB each, and a county asks for one. */
const KEPT = 100

type Open = () => Promise<CountyTables>
type Opened = CountyTables & { readonly scope: string }

/** Makes the calendars of scopes, each bound to its own; frozen versions are read once per container. */
export function calendarStores() {
  const frozen = keeper<Calendar>(KEPT)

  return (scope: string, open: Open): Calendars => {
    const ask = <T>(call: (at: Opened) => Promise<T>) =>
      patiently(async () => call({ ...(await open()), scope }))
    const entities = async () => calendarEntities((await open()).tenant)
    const ledger = createLedger(tenantLedger(scope), async () => {
      const { client, tenant } = await open()
      return { client, name: tenant.getName() }
    })

    return {
      earlier: ledger.earlier,
      published: () => ask(readPublished),
      read: (version) => frozen(`${scope} ${version}`, () => ask((at) => readCalendar(at, version))),
      own: () => ask(readOwn),
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
            .options({ condition: expectAbsent('version') }),
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

async function readPublished({ tenant, scope }: Opened): Promise<CalendarPublication[]> {
  const { Items = [] } = await tenant
    .build(QueryCommand)
    .entities(calendarEntities(tenant).publications)
    .query({ partition: calendarsPartition(scope), range: publishedCalendars })
    .options({ consistent: true, maxPages: Number.POSITIVE_INFINITY })
    .send()
  return Items.map((row) => calendarPublication.parse(row))
}

async function readCalendar({ tenant, scope }: Opened, version: string): Promise<Calendar | undefined> {
  const { calendars } = calendarEntities(tenant)
  const { Item } = await calendars
    .build(GetItemCommand)
    .key({ scope, version })
    .options({ consistent: true })
    .send()
  return Item && calendarSchema.parse(Item.calendar)
}

async function readOwn({ tenant, scope }: Opened): Promise<OwnVersion | undefined> {
  const { Items = [] } = await tenant
    .build(QueryCommand)
    .entities(calendarEntities(tenant).own)
    .query({ partition: calendarsPartition(scope), range: ownVersions })
    .options({ consistent: true, reverse: true, limit: 1 })
    .send()
  return Items[0] && ownVersion.parse(Items[0])
}
