import type { CommissionSignedIn, SignedIn } from '#shared/routes'

/** What the doors of an entry ask before they let anyone do anything. */
export interface Guard {
  /** Who holds this token. Throws Refused when it is none of ours. */
  readonly verify: (token: string) => Promise<SignedIn | CommissionSignedIn>
  /** Whether the county takes commands now: it does unless it is paused, leaving or gone. */
  readonly isOpen: (county: string) => Promise<boolean>
}
