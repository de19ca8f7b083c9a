import type { StaffRecord } from '#shared/organisation/staff'
import type { Lay } from '#shared/tenants/laying'
import { type InvitationNeeds, keepAndSend } from './invite-person.ts'

/**
 * Invites the county's first administrator, whose name and phone stand among its people already: the county waits for
 * them, at night too. Repeated, it invites them once more, unless they have come in.
 */
export const layInvitation =
  (needs: InvitationNeeds): Lay =>
  async ({ tenant, administrator: person }) => {
    const store = needs.storeOf(tenant)
    const staff = await store.staff(person)
    const invited = { counts: { invitations: 1 }, notes: [] }
    if (staff && staff.state !== 'invited') return invited
    const asked = { scope: tenant, person, actor: 'system', awaited: true } as const
    await keepAndSend(needs, asked, staff ? undefined : first(person))
    return invited
  }

const first = (person: string): StaffRecord => ({
  person,
  posts: ['administrator'],
  standIns: [],
  state: 'invited',
  version: 1,
})
