import type { CaseView } from '#shared/cases/case'
import type { Terms } from '#shared/cases/terms'
import { caseViewOf } from '#shared/cases/view'
import { suggestionViewOf } from '#shared/dispatch/suggestion'
import type { Language } from '#shared/kernel/language'
import { type Refusal, refuse } from '#shared/kernel/result'
import type { Actor } from '#shared/lifecycle/decide'
import type { Grants } from '#shared/lifecycle/grants'
import type { Clock } from '../kernel/clock.ts'
import type { CaseStore, Suggest } from './ports.ts'

interface Needs {
  readonly store: CaseStore
  readonly clock: Clock
  readonly terms: Terms
  readonly grants?: Grants
  readonly suggest: Suggest
}

/** The case file with what the asking person may do now; for whoever may dispatch it, whom the rules would send it to. */
export const readCase =
  ({ store, clock, terms, grants = {}, suggest }: Needs) =>
  async (request: { caseId: string; actor: Actor; language: Language }): Promise<CaseView | Refusal> => {
    const file = await store.readFile(request.caseId)
    if (!file) return refuse('unknown-case')
    const { language } = request
    const nowMs = clock.now()
    const view = caseViewOf(file, request.actor, { terms, grants, nowMs, language })
    if (!view.actions.some(({ action }) => action === 'dispatch')) return view
    const suggestion = await suggest(file.record, nowMs, terms.duty ?? terms.calendar)
    return { ...view, suggestion: suggestionViewOf(suggestion, language) }
  }
