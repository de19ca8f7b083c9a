import type { CaseView } from '#shared/cases/case'
import type { Terms } from '#shared/cases/terms'
import { caseViewOf } from '#shared/cases/view'
import type { Language } from '#shared/kernel/language'
import { type Refusal, refuse } from '#shared/kernel/result'
import type { Actor } from '#shared/lifecycle/decide'
import type { Grants } from '#shared/lifecycle/grants'
import type { Clock } from '../kernel/clock.ts'
import type { CaseStore } from './ports.ts'

interface Needs {
  readonly store: CaseStore
  readonly clock: Clock
  readonly terms: Terms
  readonly grants?: Grants
}

/** The case file with what the asking person may do now. */
export const readCase =
  ({ store, clock, terms, grants = {} }: Needs) =>
  async (request: { caseId: string; actor: Actor; language: Language }): Promise<CaseView | Refusal> => {
    const file = await store.readFile(request.caseId)
    if (!file) return refuse('unknown-case')
    return caseViewOf(file, request.actor, {
      terms,
      grants,
      nowMs: clock.now(),
      language: request.language,
    })
  }
