import { commissionTenantContracts } from '#shared/tenants/contract'
import { tradeClock } from '../platform/clock.ts'
import { createCalendarThere } from '../platform/dynamo/calendar-there.ts'
import { createFirstPeople } from '../platform/dynamo/first-people-store.ts'
import { createOwnSettings } from '../platform/dynamo/own-settings-store.ts'
import { createRegistries } from '../platform/dynamo/platform-registry-store.ts'
import { serve } from '../platform/http/serve.ts'
import { configuredGuard } from '../platform/identity/configured-guard.ts'
import { createOnboardingRuns } from '../platform/step-functions/onboarding-runs.ts'
import { commissionTenantRoutes } from '../tenants/routes.ts'
import { standardVersions } from '../tenants/standard-versions.ts'

/** The commission's way in. */
export const handler = serve(
  commissionTenantContracts,
  commissionTenantRoutes({
    registryOfCity: createRegistries().ofCity,
    peopleOf: createFirstPeople(),
    runs: createOnboardingRuns(),
    clock: tradeClock,
    calendarThere: createCalendarThere(),
    ownOf: createOwnSettings(),
    standard: standardVersions,
  }),
  configuredGuard(),
)
