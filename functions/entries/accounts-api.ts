import { accountContracts } from '#shared/identity/accounts-contract'
import { accountRoutes } from '../identity/account-routes.ts'
import { realNow, tradeClock } from '../platform/clock.ts'
import { createAccountDesk } from '../platform/dynamo/account-desk.ts'
import { createAccountStore } from '../platform/dynamo/account-store.ts'
import { createCountyReader } from '../platform/dynamo/county-reader.ts'
import { openPlatformTable } from '../platform/dynamo/platform-tables.ts'
import { perScope } from '../platform/dynamo/stores.ts'
import { serve } from '../platform/http/serve.ts'
import { configuredGuard } from '../platform/identity/configured-guard.ts'
import { administratorSits } from '../tenants/administrator-sits.ts'

/** The security administrators' way to everybody's accounts. */
export const handler = serve(
  accountContracts,
  accountRoutes({
    deskOf: perScope(createAccountDesk),
    accounts: createAccountStore(openPlatformTable()),
    securitySits: administratorSits('security', { read: createCountyReader() }),
    clock: tradeClock,
    realNow,
  }),
  configuredGuard(),
)
