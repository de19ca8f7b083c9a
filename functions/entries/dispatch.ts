import { choose } from '../dispatch/choose.ts'
import { dispatchAhead, dispatchByRule, proposeByRule } from '../dispatch/dispatch-by-rule.ts'
import { tradeClock as clock } from '../platform/clock.ts'
import { createCountyTerms } from '../platform/dynamo/county-terms.ts'
import { createDispatchSources } from '../platform/dynamo/dispatch-sources.ts'
import { createStores } from '../platform/dynamo/stores.ts'
import { createSignals } from '../platform/step-functions/signals.ts'
import { stageEntered, workflowStep } from '../platform/step-functions/workflow-step.ts'
import { enterStage } from '../workflow/enter-stage.ts'

const storesOf = createStores()
const signals = createSignals()
const termsOf = createCountyTerms()
const sourcesOf = createDispatchSources()

export const handler = workflowStep(stageEntered, async ({ tenant, ...entered }) => {
  const { store } = storesOf(tenant)
  const { books, responsible } = sourcesOf(tenant)
  // asked for before it is known for which case, as the terms are: somebody waits to see the case
  const [newest, terms] = [books.newest(), termsOf(tenant)]
  for (const asked of [newest, terms]) asked.catch(() => undefined)
  const choosing = choose({ books: { ...books, newest: () => newest }, responsible })
  const needs = { store, propose: proposeByRule({ choose: choosing, clock, termsOf: () => terms }) }
  const waiting = await enterStage({ store, signals, ahead: dispatchAhead(needs) })(entered)
  if (waiting) await dispatchByRule(needs)(waiting)
})
