import type { CaseRecord, CaseWords } from '#shared/cases/record'
import type { Instant } from '#shared/kernel/instant'
import type { Refusal } from '#shared/kernel/result'

/** Where something lies in a county. */
export interface Ground {
  locate(where: Pick<CaseWords, 'position'> & { readonly area?: string }): Promise<Located | Refusal>
}

interface Located {
  /** Of the unit grid, or of the smallest area known. */
  readonly code: string
}

/** What was reported in a county, by where. */
export interface ReportedSpots {
  /** Reports of these spots since then, the newest first; no more of each than a desk would look through. */
  since(spots: readonly string[], at: Instant): Promise<readonly ReportedThere[]>
  /** The case as it is now. */
  read(id: string): Promise<CaseRecord | undefined>
}

export interface ReportedThere extends CaseWords {
  readonly id: string
}
