import type { Invitation } from '#shared/identity/invitations'
import type { StaffRecord } from '#shared/organisation/staff'
import type { InvitationStore } from '../../functions/identity/ports.ts'
import type { Command } from '../../functions/kernel/command.ts'
import type { Outbox, Posting } from '../../functions/kernel/outbox.ts'

/** One scope's invitations in memory, with what was recorded and what was sent. */
export function memoryInvitations(people: readonly StaffRecord[] = []) {
  const staff = new Map(people.map((record) => [record.person, record]))
  const invitations = new Map<string, Invitation>()
  const commands: Command[] = []
  const sent: Posting<'invitation'>[] = []
  const store: InvitationStore = {
    staff: async (person) => staff.get(person),
    invitation: async (person) => invitations.get(person),
    async invite(command, invitation, beginning) {
      if (beginning && staff.has(beginning.person)) return 'changed'
      commands.push(command)
      invitations.set(invitation.person, invitation)
      if (beginning) staff.set(beginning.person, beginning)
      return 'committed'
    },
    async takeUp(command, invitation, record) {
      if (invitations.get(record.person)?.used !== false) return 'changed'
      commands.push(command)
      invitations.set(record.person, { ...invitation, used: true })
      if (record.state === 'invited')
        staff.set(record.person, { ...record, state: 'active', version: record.version + 1 })
      return 'committed'
    },
  }
  const outbox: Outbox = { post: async (message) => void sent.push(message as Posting<'invitation'>) }
  return { store, outbox, staff, invitations, commands, sent }
}
