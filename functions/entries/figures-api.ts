import { figuresContracts } from '#shared/evaluation/contract'
import { figuresRoutes } from '../evaluation/routes.ts'
import { tradeClock } from '../platform/clock.ts'
import { createFiguresStores } from '../platform/dynamo/figures-store.ts'
import { createCountyStanding, createOverviews } from '../platform/dynamo/platform-figures-store.ts'
import { serve } from '../platform/http/serve.ts'
import { configuredGuard } from '../platform/identity/configured-guard.ts'

/** Figures, to those who are judged by them and those who judge by them. */
export const handler = serve(
  figuresContracts,
  figuresRoutes({
    storeOf: createFiguresStores(),
    standingOf: createCountyStanding(),
    overviews: createOverviews(),
    clock: tradeClock,
  }),
  configuredGuard(),
)
