import { foldCase } from '../evaluation/fold-case.ts'
import { createFiguresStores } from '../platform/dynamo/figures-store.ts'
import { consumeActs } from '../platform/dynamo/fold-consumer.ts'
import { createFoldedDays } from '../platform/queues/folded-days.ts'

const storeOf = createFiguresStores()

export const handler = consumeActs({
  fold: (tenant, caseId, days) => foldCase(storeOf(tenant))(caseId, days),
  tell: createFoldedDays(),
})
