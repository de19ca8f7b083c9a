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

type Tell = (news: CaseNews & { readonly kind?: string }) => Promise<void>

interface Needs {
  /** Whether the county has let any program in: nothing is kept for nobody. */
  hasClients(): Promise<boolean>
  readonly keep: Tell
  readonly post: Tell
}

/**
 * Posts it to whoever wants to be told, and keeps it for who reads the news by the time: a report itself is no news there,
 * it stands in the list of requests. May be told late, twice or out of order.
 */
export const tellNews =
  ({ hasClients, keep, post }: Needs) =>
  async (change: Change): Promise<void> => {
    const news = newsOfChange(change)
    if (!news) return
    const { kind } = change.after
    if (change.before && (await hasClients())) await keep(news)
    await post({ ...news, ...(kind && { kind }) })
  }
