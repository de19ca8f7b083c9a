import { sumFigures } from '../evaluation/sum-figures.ts'
import { tradeClock } from '../platform/clock.ts'
import { createFiguresStores } from '../platform/dynamo/figures-store.ts'
import { createCountyStanding, createOverviews } from '../platform/dynamo/platform-figures-store.ts'
import { consumeFoldedDays } from '../platform/queues/folded-days.ts'

export const handler = consumeFoldedDays(
  sumFigures({
    storeOf: createFiguresStores(),
    standingOf: createCountyStanding(),
    overviews: createOverviews(),
    clock: tradeClock,
  }),
)
