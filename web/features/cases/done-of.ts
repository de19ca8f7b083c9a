import { isAction } from '#shared/lifecycle/lifecycle'
import type { HistoryAction } from '#shared/lifecycle/wording'

/** What the address says was just done; anything else in it is ignored. */
export function doneOf(said: string | string[] | undefined): HistoryAction | undefined {
  if (said === 'report') return said
  return typeof said === 'string' && isAction(said) ? said : undefined
}
