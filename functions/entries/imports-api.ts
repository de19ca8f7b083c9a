import { importContracts } from '#shared/imports/contract'
import { importRoutes } from '../imports/routes.ts'
import { tradeClock } from '../platform/clock.ts'
import { createImportStore } from '../platform/dynamo/import-store.ts'
import { perScope } from '../platform/dynamo/stores.ts'
import { serve } from '../platform/http/serve.ts'
import { configuredGuard } from '../platform/identity/configured-guard.ts'
import { createImportRunner } from '../platform/lambda/import-runner.ts'
import { createImportLinks } from '../platform/s3/import-links.ts'

/** Imports of a county: what is asked for here, another function does. */
export const handler = serve(
  importContracts,
  importRoutes({
    storeOf: perScope(createImportStore),
    linksOf: createImportLinks(),
    runner: createImportRunner(),
    clock: tradeClock,
  }),
  configuredGuard(),
)
