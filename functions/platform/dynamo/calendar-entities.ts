import { Entity } from 'dynamodb-toolbox/entity'
import { any } from 'dynamodb-toolbox/schema/any'
import { item } from 'dynamodb-toolbox/schema/item'
import { list } from 'dynamodb-toolbox/schema/list'
import { number } from 'dynamodb-toolbox/schema/number'
import { string } from 'dynamodb-toolbox/schema/string'
import { perObject } from '../kept.ts'
import type { TenantTable } from './tables.ts'

/** The list of a scope's calendars: a city's versions, a county's own days. */
export const calendarsPartition = (scope: string) => `${scope}#CALENDARS`
/** What is in one version, frozen. */
export const calendarPartition = (scope: string, version: string) => `${scope}#CALENDAR#${version}`

const numbered = (kind: string, sequence: number) => `${kind}${String(sequence).padStart(6, '0')}`
const PUBLISHED = 'PUBLISHED#'
const OWN = 'OWN#'
export const publishedCalendars = { beginsWith: PUBLISHED }
export const ownVersions = { beginsWith: OWN }

const row = { scope: string().key(), sequence: number().key(), at: string(), person: string() }

/** Calendars of a city and what counties put on top. Each is a few KB; the schemas of shared judge them when read. */
export const calendarEntities = /* @__PURE__ */ perObject((table: TenantTable) => ({
  publications: new Entity({
    name: 'CalendarPublication',
    table,
    timestamps: false,
    schema: item({ ...row, version: string(), years: list(number()) }),
    computeKey: ({ scope, sequence }) => ({
      pk: calendarsPartition(scope),
      sk: numbered(PUBLISHED, sequence),
    }),
  }),
  calendars: new Entity({
    name: 'Calendar',
    table,
    timestamps: false,
    schema: item({ scope: string().key(), version: string().key(), calendar: any() }),
    computeKey: ({ scope, version }) => ({ pk: calendarPartition(scope, version), sk: 'CALENDAR' }),
  }),
  own: new Entity({
    name: 'OwnCalendar',
    table,
    timestamps: false,
    schema: item({ ...row, own: any() }),
    computeKey: ({ scope, sequence }) => ({ pk: calendarsPartition(scope), sk: numbered(OWN, sequence) }),
  }),
}))
export type CalendarEntities = ReturnType<typeof calendarEntities>
