import type { Invitation } from '#shared/identity/invitations'
import type { StaffRecord } from '#shared/organisation/staff'
import type { Command } from '../kernel/command.ts'

/** Who is invited to a scope (a county or a commission). Bound to the scope when made. */
export interface InvitationStore {
  staff(person: string): Promise<StaffRecord | undefined>
  invitation(person: string): Promise<Invitation | undefined>
  /** Keeps an invitation in place of the last one; `beginning`: the staff record that is not there yet. */
  invite(command: Command, invitation: Invitation, beginning?: StaffRecord): Promise<'committed' | 'changed'>
}

/** Chance: 128 bits in base64url. */
export type NewSecret = () => string
