import { calendarContracts } from '#shared/calendar/contract'
import { catalogueContracts } from '#shared/catalogue/contract'
import { dispatchContracts } from '#shared/dispatch/contract'
import { calendarRoutes } from '../calendar/routes.ts'
import { cityCatalogueRoutes } from '../catalogue/city-routes.ts'
import { countyCatalogueRoutes } from '../catalogue/county-routes.ts'
import { dispatchRoutes } from '../dispatch/routes.ts'
import { tradeClock } from '../platform/clock.ts'
import { createCalendars } from '../platform/dynamo/calendar-store.ts'
import { createCatalogues } from '../platform/dynamo/catalogue-store.ts'
import { createCountyTerms } from '../platform/dynamo/county-terms.ts'
import { createDispatchStores } from '../platform/dynamo/dispatch-store.ts'
import { createCityOf } from '../platform/dynamo/platform-county-reader.ts'
import { serve } from '../platform/http/serve.ts'
import { configuredGuard } from '../platform/identity/configured-guard.ts'

const times = { termsOf: createCountyTerms(), clock: tradeClock }
const catalogues = { cataloguesOf: createCatalogues(), cityOf: createCityOf(), clock: tradeClock }

/** Calendars, catalogues and dispatch rules: the city's, and what its counties make of them. */
export const handler = serve(
  [...calendarContracts, ...catalogueContracts, ...dispatchContracts],
  {
    ...calendarRoutes({ calendarsOf: createCalendars(), ...times }),
    ...countyCatalogueRoutes(catalogues),
    ...cityCatalogueRoutes(catalogues),
    ...dispatchRoutes({ ...createDispatchStores(), ...times }),
  },
  configuredGuard(),
)
