import { INVITATION_MS, invitationPath } from '#shared/identity/invitations'
import { chinaDate, instantOf } from '#shared/kernel/instant'
import type { StaffRecord } from '#shared/organisation/staff'
import type { Clock } from '../kernel/clock.ts'
import { bodyHashOf } from '../kernel/command.ts'
import { sha256 } from '../kernel/digest.ts'
import type { Outbox } from '../kernel/outbox.ts'
import type { InvitationStore, NewSecret } from './ports.ts'

export interface InvitationNeeds {
  readonly storeOf: (scope: string) => InvitationStore
  readonly outbox: Outbox
  readonly newSecret: NewSecret
  readonly clock: Clock
  /** Real time, epoch milliseconds: what invitations expire by. */
  readonly realNow: () => number
}

export interface ToInvite {
  readonly scope: string
  readonly person: string
  /** Who invites; `system` in the onboarding of a county. */
  readonly actor: string
  readonly post?: string
  /** Whoever is invited has asked for it or waits to begin: it goes out at night, too. */
  readonly awaited?: true
}

/**
 * Invites somebody to an account: a new person to open one, whoever has one to set a new password. Every invitation makes
 * the ones before it void, so a repeat sends another message and leaves one way in.
 */
export const invitePerson =
  (needs: InvitationNeeds) =>
  async (asked: ToInvite): Promise<'invited' | 'unknown-person' | 'suspended'> => {
    const staff = await needs.storeOf(asked.scope).staff(asked.person)
    if (!staff || staff.state === 'left') return 'unknown-person'
    if (staff.state === 'suspended') return 'suspended'
    await keepAndSend(needs, asked)
    return 'invited'
  }

/** Keeps the invitation first: what is in the message opens the door from the moment that it is sent. */
export async function keepAndSend(needs: InvitationNeeds, asked: ToInvite, beginning?: StaffRecord) {
  const { scope, person, actor, post, awaited } = asked
  const secret = needs.newSecret()
  const digest = sha256(secret)
  const invitation = { person, digest, expiresAt: needs.realNow() + INVITATION_MS, used: false }
  const act = {
    act: 'person-invited',
    actor,
    ...(post && { post }),
    subject: person,
    at: instantOf(needs.clock.now()),
  }
  const command = { key: `invite-${digest}`, bodyHash: bodyHashOf(asked), act, answer: {} }
  if ((await needs.storeOf(scope).invite(command, invitation, beginning)) === 'changed')
    throw new Error('The person was begun by somebody else at the same time.')
  const parameters = {
    path: invitationPath({ scope, person, secret }),
    until: chinaDate(invitation.expiresAt),
  }
  await needs.outbox.post({
    scope,
    person,
    template: 'invitation',
    parameters,
    key: command.key,
    ...(awaited && { urgent: true }),
  })
}
