import { factsOf } from '#shared/evaluation/facts'
import type { FiguresStore } from './ports.ts'

interface Needs {
  readonly store: Pick<FiguresStore, 'history' | 'keepFacts'>
  /** Whether the county has left by now, or is being erased. */
  readonly hasLeft: () => Promise<boolean>
}

/**
 * Folds what happened to a case on some days, by its whole history and not by what was told of it: told late, twice or out
 * of order, the facts come out the same. Of a county that has left nothing is kept, though its history was still read.
 */
export const foldCase =
  ({ store, hasLeft }: Needs) =>
  async (caseId: string, days: ReadonlySet<string>): Promise<void> => {
    const facts = factsOf(await store.history(caseId)).filter(({ day }) => days.has(day))
    // asked once the history is read: what is erased meanwhile must not come again
    if (facts.length === 0 || (await hasLeft())) return
    for (const one of facts) await store.keepFacts(caseId, one)
  }
