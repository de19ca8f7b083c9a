import { isOpen, type Sessions, USE_NOTED_EVERY_MS } from '#shared/identity/sessions'
import { chinaDate } from '#shared/kernel/instant'
import { isCommissionPost, isPost } from '#shared/lifecycle/posts'
import { postsInForce, type StaffRecord } from '#shared/organisation/staff'
import type { CommissionSignedIn, SignedIn } from '#shared/routes'
import type { Clock } from '../../kernel/clock.ts'
import { Refused } from '../http/refused.ts'
import type { Verify } from './verifier.ts'

/** How the people of a scope stand now, read strongly. */
export interface Standing {
  of(person: string): Promise<{ readonly staff: StaffRecord | undefined; readonly sessions: Sessions }>
  /** Notes that a session was used. */
  noteUse(person: string, session: string, now: number): Promise<void>
}

interface Needs {
  readonly verify: Verify
  readonly standingOf: (scope: string) => Standing
  readonly clock: Clock
  /** Real time, epoch milliseconds. */
  readonly realNow: () => number
}

/**
 * Whoever a token names, as they stand at this moment: signed out, suspended or without a post, they are so with the next
 * request, whatever the token says. A token without a session is the word of an outside issuer and holds until it expires.
 * Throws Refused `signed-out` or `account-suspended`, besides what verifying throws.
 */
export const presentBearers =
  ({ verify, standingOf, clock, realNow }: Needs) =>
  async (token: string): Promise<SignedIn | CommissionSignedIn> => {
    const { session, ...claimed } = await verify(token)
    if (session === undefined) return claimed
    const standing = standingOf('tenant' in claimed ? claimed.tenant : claimed.city)
    const { staff, sessions } = await standing.of(claimed.person)
    const now = realNow()
    const used = sessions[session]
    if (!used || !isOpen(used, now)) throw new Refused('signed-out')
    if (staff?.state !== 'active') throw new Refused('account-suspended')
    if (now - used.usedAt >= USE_NOTED_EVERY_MS) await standing.noteUse(claimed.person, session, now)
    const posts = postsInForce(staff, chinaDate(clock.now()))
    return 'tenant' in claimed
      ? { ...claimed, posts: posts.filter(isPost), ...(staff.unit && { unit: staff.unit }) }
      : { ...claimed, posts: posts.filter(isCommissionPost) }
  }
