import type { CaseRecord } from '#shared/cases/record'
import { publicStatusOf } from '#shared/lifecycle/lifecycle'
import type { CaseNews } from './ports.ts'

interface Change {
  readonly before?: CaseRecord
  readonly after: CaseRecord
}

/** What a change of a case is to those outside: another status, or none of their business. */
export function newsOfChange({ before, after }: Change): CaseNews | undefined {
  const status = publicStatusOf(after.stage)
  if (before && publicStatusOf(before.stage) === status) return undefined
  const { id, number, version, entered } = after
  return { id, number, version, status, at: entered }
}

/** Tells it to whoever reads the news by the time, and to whoever wants to be told. May be told late, twice or out of order. */
export const tellNews =
  (...told: readonly ((news: CaseNews & { readonly kind?: string }) => Promise<void>)[]) =>
  async (change: Change): Promise<void> => {
    const news = newsOfChange(change)
    if (!news) return
    const { kind } = change.after
    for (const tell of told) await tell({ ...news, ...(kind && { kind }) })
  }
