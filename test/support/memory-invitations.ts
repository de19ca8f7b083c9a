import type { Invitation } from '#shared/identity/invitations'
import type { StaffRecord } from '#shared/organisation/staff'
import type { InvitationStore, Outbox } from '../../functions/identity/ports.ts'
import type { Command } from '../../functions/kernel/command.ts'

type Message = Parameters<Outbox['post']>[0]

/** One scope's invitations in memory, with what was recorded and what was sent. */
export function memoryInvitations(people: readonly StaffRecord[] = []) {
  const staff = new Map(people.map((record) => [record.person, record]))
  const invitations = new Map<string, Invitation>()
  const commands: Command[] = []
  const sent: Message[] = []
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
  }
  const outbox: Outbox = { post: async (message) => void sent.push(message) }
  return { store, outbox, staff, invitations, commands, sent }
}
