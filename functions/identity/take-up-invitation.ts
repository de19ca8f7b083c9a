import { type Account, accountName, normalizedAccount } from '#shared/identity/accounts'
import { type InvitationCode, invitationFault, readInvitation } from '#shared/identity/invitations'
import { passwordFault } from '#shared/identity/password'
import type { PageFault } from '#shared/identity/wording'
import { instantOf } from '#shared/kernel/instant'
import type { Clock } from '../kernel/clock.ts'
import { bodyHashOf } from '../kernel/command.ts'
import { sha256 } from '../kernel/digest.ts'
import type { AccountStore, InvitationStore, Passwords, SessionDesk } from './ports.ts'

export interface TakingUpNeeds {
  readonly accounts: AccountStore
  readonly storeOf: (scope: string) => InvitationStore
  readonly sessionsOf: (scope: string) => SessionDesk
  readonly passwords: Passwords
  readonly clock: Clock
  /** Real time, epoch milliseconds. */
  readonly realNow: () => number
}

/** Whom an invitation lets in: by a name of their own choice, or by the one that they have. */
export interface Welcome {
  readonly code: InvitationCode
  readonly account?: Account
}

/** Looks at an invitation as its address names it. */
export const welcome =
  ({ accounts, storeOf, realNow }: TakingUpNeeds) =>
  async (text: string): Promise<Welcome | PageFault> => {
    const code = readInvitation(text)
    if (!code) return 'invitation-unknown'
    const invitation = await storeOf(code.scope).invitation(code.person)
    const digest = sha256(code.secret)
    const fault = invitationFault(invitation, digest, realNow())
    if (fault) return `invitation-${fault}`
    const name = await accounts.nameOf(code.scope, code.person)
    const account = name === undefined ? undefined : await accounts.account(name)
    return { code, ...(account && isFinished(account, digest) && { account }) }
  }

/** An account that this very invitation opened was left half-way: its name may still be chosen anew. */
const isFinished = (account: Account, digest: string) => account.invitation !== digest

export interface Chosen {
  readonly to: string
  readonly account: string
  readonly password: string
  readonly repeat: string
}

/**
 * Opens the account, or sets its password, and makes the person active. The account comes first and the invitation is used
 * up last: whoever is cut off in between comes again by the same way, and an account without it lets nobody in.
 */
export const takeUpInvitation =
  (needs: TakingUpNeeds) =>
  async (chosen: Chosen): Promise<{ readonly account: string } | PageFault> => {
    const seen = await welcome(needs)(chosen.to)
    if (typeof seen === 'string') return seen
    const { scope, person, secret } = seen.code
    const name = seen.account?.name ?? normalizedAccount(chosen.account)
    const fault = faultOf(name, chosen)
    if (fault) return fault
    const digest = sha256(secret)
    const store = needs.storeOf(scope)
    const staff = await store.staff(person)
    const invitation = await store.invitation(person)
    if (!staff || !invitation || staff.state === 'left' || staff.state === 'suspended')
      return 'invitation-unknown'
    const kept = await keepAccount(needs, { scope, person, name, digest, password: chosen.password })
    if (kept !== 'kept') return kept
    const act = {
      act: 'invitation-taken-up',
      actor: person,
      subject: person,
      at: instantOf(needs.clock.now()),
    }
    const command = { key: `take-up-${digest}`, bodyHash: bodyHashOf({ scope, person }), act, answer: {} }
    if ((await store.takeUp(command, invitation, staff)) === 'changed') return 'busy'
    await needs.sessionsOf(scope).endAll(person)
    return { account: name }
  }

function faultOf(name: string, { password, repeat }: Chosen): PageFault | undefined {
  if (!accountName.safeParse(name).success) return 'account-form'
  if (password !== repeat) return 'not-repeated'
  return passwordFault(password, name) as PageFault | undefined
}

async function keepAccount(
  { accounts, passwords, clock, realNow }: TakingUpNeeds,
  given: { scope: string; person: string; name: string; digest: string; password: string },
): Promise<'kept' | PageFault> {
  const { scope, person, name, digest, password } = given
  const now = realNow()
  const known = await accounts.nameOf(scope, person)
  const before = known === undefined ? undefined : await accounts.account(known)
  const account: Account = {
    ...(before?.secondFactor && { secondFactor: before.secondFactor }),
    ...(before?.lastSignInAt !== undefined && { lastSignInAt: before.lastSignInAt }),
    name,
    scope,
    person,
    state: 'active',
    password: await passwords.hash(password),
    passwordChangedAt: now,
    invitation: digest,
    quietSince: now,
    version: (before?.version ?? 0) + 1,
  }
  const act = {
    act: before ? 'password-set' : 'account-opened',
    actor: person,
    subject: person,
    at: instantOf(clock.now()),
  }
  const command = {
    key: `account-${digest}-${account.version}`,
    bodyHash: bodyHashOf(given),
    act,
    answer: {},
  }
  const outcome = await accounts.open(command, account, before)
  return outcome === 'committed' ? 'kept' : 'account-taken'
}
