import { GetItemCommand } from 'dynamodb-toolbox/entity/actions/get'
import { QueryCommand } from 'dynamodb-toolbox/table/actions/query'
import {
  type CalendarPublication,
  calendarPublication,
  type OwnVersion,
  ownVersion,
} from '#shared/calendar/publication'
import { type Calendar, calendarSchema } from '#shared/deadlines/calendar'
import { calendarEntities, calendarsPartition, ownVersions, publishedCalendars } from './calendar-entities.ts'
import type { OfScope } from './stores.ts'

export async function readCalendars({ tenant, scope }: OfScope): Promise<CalendarPublication[]> {
  const { Items = [] } = await tenant
    .build(QueryCommand)
    .entities(calendarEntities(tenant).publications)
    .query({ partition: calendarsPartition(scope), range: publishedCalendars })
    .options({ consistent: true, maxPages: Number.POSITIVE_INFINITY })
    .send()
  return Items.map((row) => calendarPublication.parse(row))
}

export async function readCalendar(
  { tenant, scope }: OfScope,
  version: string,
): Promise<Calendar | undefined> {
  const { calendars } = calendarEntities(tenant)
  const key = { scope, version }
  const { Item } = await calendars.build(GetItemCommand).key(key).options({ consistent: true }).send()
  return Item && calendarSchema.parse(Item.calendar)
}

/** What a county puts on top, as it is now. */
export async function readOwnCalendar({ tenant, scope }: OfScope): Promise<OwnVersion | undefined> {
  const { Items = [] } = await tenant
    .build(QueryCommand)
    .entities(calendarEntities(tenant).own)
    .query({ partition: calendarsPartition(scope), range: ownVersions })
    .options({ consistent: true, reverse: true, limit: 1 })
    .send()
  return Items[0] && ownVersion.parse(Items[0])
}
