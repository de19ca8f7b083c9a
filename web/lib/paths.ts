import type { HistoryAction } from '#shared/lifecycle/wording'

/** Addresses of the staff's pages. */
export const staffPaths = {
  queue: (county: string) => `/t/${county}`,
  report: (county: string) => `/t/${county}/report`,
  case: (county: string, id: string) => `/t/${county}/cases/${id}`,
  /** A case file that begins with what was just done to it. */
  caseAfter: (county: string, id: string, done: HistoryAction) => `/t/${county}/cases/${id}?done=${done}`,
}
