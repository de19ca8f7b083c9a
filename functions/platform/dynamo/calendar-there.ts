import { GetCommand } from '@aws-sdk/lib-dynamodb'
import { defaultCalendar } from '#shared/deadlines/default-calendar'
import type { CalendarThere } from '../../tenants/ports.ts'
import { patiently } from '../busy.ts'
import { calendarPartition } from './calendar-entities.ts'
import { perScope } from './stores.ts'

/** Whether a city has published a calendar; the one that comes with the installation is every city's. */
export function createCalendarThere(): CalendarThere {
  const thereOf = perScope(
    (city, open) => (version: string) =>
      patiently(async () => {
        const { client, tenant } = await open()
        const Key = { pk: calendarPartition(city, version), sk: 'CALENDAR' }
        const get = { TableName: tenant.getName(), Key, ProjectionExpression: 'pk', ConsistentRead: true }
        return (await client.send(new GetCommand(get))).Item !== undefined
      }),
  )
  return async (city, version) => version === defaultCalendar.version || thereOf(city)(version)
}
