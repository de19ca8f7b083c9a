import { type Refusal, refuse } from '#shared/kernel/result'
import type { StaffRecord } from '#shared/organisation/staff'
import type { Asking } from './keep.ts'
import type { Invite, StaffStore } from './ports.ts'

interface Needs {
  readonly scope: string
  readonly staff: Pick<StaffStore, 'person'>
  readonly invite?: Invite
}

/** Those who say who may come in; a system administrator, who can change a number, invites nobody who is in already. */
const security = ['security-administrator', 'commission-security-administrator']

/**
 * Sends another invitation: the first was lost, or whoever has an account forgot the password. The ones before are void,
 * so a repeat sends another message and leaves one way in. They asked for it, so it does not wait for the morning, as a
 * newcomer's does.
 */
export const inviteAgain =
  ({ scope, staff, invite }: Needs) =>
  async ({ person: actor, post }: Asking, person: string): Promise<Pick<StaffRecord, 'person'> | Refusal> => {
    const record = await staff.person(person)
    if (!record) return refuse('unknown-person')
    if (record.state === 'left') return refuse('has-left')
    if (record.state === 'suspended') return refuse('account-act-not-possible')
    if (record.state === 'active' && !security.includes(post)) return refuse('post-not-held')
    await invite?.({ scope, person, actor, post, awaited: true })
    return { person }
  }
