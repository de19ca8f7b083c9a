import { chinaDate } from '#shared/kernel/instant'
import { postsInForce, type StaffRecord } from '#shared/organisation/staff'
import type { Clock } from '../kernel/clock.ts'
import type { InvitationStore } from './ports.ts'

interface Needs {
  readonly storeOf: (scope: string) => Pick<InvitationStore, 'staff'>
  readonly clock: Clock
}

/** The posts that somebody holds today; none unless they are active. */
export async function postsOf(
  { storeOf, clock }: Needs,
  { scope, person }: { scope: string; person: string },
): Promise<StaffRecord['posts']> {
  const staff = await storeOf(scope).staff(person)
  return staff ? postsInForce(staff, chinaDate(clock.now())) : []
}
