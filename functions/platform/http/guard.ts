import type { Denial } from '#shared/audit/act'
import type { CommissionSignedIn, SignedIn } from '#shared/routes'

/** What the doors of an entry ask before they let anyone do anything. */
export interface Guard {
  /** Who holds this token, as they stand now. Throws Refused when it is none of ours. */
  readonly verify: (token: string) => Promise<SignedIn | CommissionSignedIn>
  /** Whether the county takes commands now: it does unless it is paused, leaving or gone. */
  readonly isOpen: (county: string) => Promise<boolean>
  /** Keeps a refused request where the auditors of a scope (a county, a city, the installation) look. */
  readonly recordDenial: (scope: string, denial: Denial) => Promise<void>
  /** For whom the portal asks, by the header that it sends; undefined when it did not send it. Doors that count senders have it. */
  readonly readerOf?: (header: string) => Promise<string | undefined>
}
