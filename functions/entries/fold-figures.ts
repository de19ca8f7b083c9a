import { foldCase } from '../evaluation/fold-case.ts'
import { createFiguresStores } from '../platform/dynamo/figures-store.ts'
import { consumeActs } from '../platform/dynamo/fold-consumer.ts'
import { createCountyStanding } from '../platform/dynamo/platform-figures-store.ts'
import { sharedNext } from '../platform/kept.ts'
import { createFoldedDays } from '../platform/queues/folded-days.ts'

const storeOf = createFiguresStores()
const standingOf = sharedNext(createCountyStanding())

export const handler = consumeActs({
  fold: (tenant, caseId, days) =>
    foldCase({
      store: storeOf(tenant),
      hasLeft: async () => (await standingOf(tenant))?.hasLeft === true,
    })(caseId, days),
  tell: createFoldedDays(),
})
