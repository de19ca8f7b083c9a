import type { StaffRecord } from '#shared/organisation/staff'
import type { Lay } from '#shared/tenants/laying'
import { type InvitationNeeds, keepAndSend } from './invite-person.ts'

/**
 * Invites the county's first administrator, whose name and phone stand among its people already. Repeated, it invites them
 * once more, unless they have come in.
 */
export const layInvitation =
  (needs: InvitationNeeds): Lay =>
  async ({ tenant, administrator: person }) => {
    const store = needs.storeOf(tenant)
    const staff = await store.staff(person)
    const invited = { counts: { invitations: 1 }, notes: [] }
    if (staff && staff.state !== 'invited') return invited
    await keepAndSend(needs, { scope: tenant, person, actor: 'system' }, staff ? undefined : first(person))
    return invited
  }

const first = (person: string): StaffRecord => ({
  person,
  posts: ['administrator'],
  standIns: [],
  state: 'invited',
  version: 1,
})
