import { factsOf } from '#shared/evaluation/facts'
import type { FiguresStore } from './ports.ts'

/**
 * Folds what happened to a case on some days, by its whole history and not by what was told of it: told late, twice or out
 * of order, the facts come out the same.
 */
export const foldCase =
  (store: Pick<FiguresStore, 'history' | 'keepFacts'>) =>
  async (caseId: string, days: ReadonlySet<string>): Promise<void> => {
    const facts = factsOf(await store.history(caseId))
    for (const one of facts) if (days.has(one.day)) await store.keepFacts(caseId, one)
  }
