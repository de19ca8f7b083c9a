import { calendarContracts } from '#shared/calendar/contract'
import { calendarRoutes } from '../calendar/routes.ts'
import { tradeClock } from '../platform/clock.ts'
import { createCalendars } from '../platform/dynamo/calendar-store.ts'
import { createCountyTerms } from '../platform/dynamo/county-terms.ts'
import { serve } from '../platform/http/serve.ts'
import { configuredGuard } from '../platform/identity/configured-guard.ts'

const stores = { calendarsOf: createCalendars(), termsOf: createCountyTerms(), clock: tradeClock }

/** Calendars and catalogues: the city's, and what its counties make of them. */
export const handler = serve([...calendarContracts], calendarRoutes(stores), configuredGuard())
