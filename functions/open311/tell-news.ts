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

/** Tells it to whoever reads the news by the time. May be told late, twice or out of order. */
export const tellNews =
  (tell: (news: CaseNews) => Promise<void>) =>
  async (change: Change): Promise<void> => {
    const news = newsOfChange(change)
    if (news) await tell(news)
  }
