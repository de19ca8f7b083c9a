import { INSTALLATION } from '#shared/audit/act'
import { type Account, isDormant, normalizedAccount } from '#shared/identity/accounts'
import { needsSecondFactor } from '#shared/identity/administrators'
import { noFailures } from '#shared/identity/lockout'
import { instantOf } from '#shared/kernel/instant'
import type { Clock } from '../kernel/clock.ts'
import { bodyHashOf } from '../kernel/command.ts'
import { sha256 } from '../kernel/digest.ts'
import type { Outbox } from '../kernel/outbox.ts'
import { tellOfChange, warnOfLock } from './notices.ts'
import type { AccountStore, AttemptStore, Codes, InvitationStore, Journal, Passwords } from './ports.ts'
import { postsOf } from './posts-of.ts'
import { tryName } from './try-name.ts'

export interface SignInNeeds {
  readonly accounts: AccountStore
  readonly attempts: AttemptStore
  readonly storeOf: (scope: string) => InvitationStore
  readonly journalOf: (scope: string) => Journal
  readonly passwords: Passwords
  readonly codes: Codes
  readonly outbox: Outbox
  /** Posts of a scope that sign in with a second factor beside the administrators, who always do. */
  readonly secondFactorPosts: (scope: string) => Promise<readonly string[]>
  readonly clock: Clock
  /** Real time, epoch milliseconds. */
  readonly realNow: () => number
}

/** Why somebody does not come in. What tells of an account is said only to whoever knows its password. */
export const signInFaults = [
  'wrong',
  'locked',
  'wrong-code',
  'code-used',
  'suspended',
  'dormant',
  'without-post',
  'start-again',
  'busy',
] as const
export type SignInFault = (typeof signInFaults)[number]

export type SignInOutcome =
  | { readonly done: Pick<Account, 'scope' | 'person'> }
  | { readonly next: 'second-factor' | 'enrolment' }
  | { readonly fault: SignInFault }

/** The name of the door in the records of refusals. */
const DOOR = 'sign-in'

/** First step: name and password. */
export const enterPassword =
  (needs: SignInNeeds) =>
  async (entered: { signIn: string; account: string; password: string }): Promise<SignInOutcome> => {
    const name = normalizedAccount(entered.account)
    const known = await needs.accounts.account(name)
    const tried = await tryName(needs, name, async () =>
      (await needs.passwords.matches(entered.password, known?.password)) ? known : undefined,
    )
    if (tried === 'busy') return { fault: 'busy' }
    if (tried === 'locked') return { fault: await recordRefusal(needs, known, 'locked') }
    if (!tried.outcome) {
      const failure = { fault: 'wrong', locked: tried.locked } as const
      return { fault: await recordFailure(needs, name, known, failure) }
    }
    return admit(needs, entered.signIn, tried.outcome)
  }

/** Second step: a code of the authenticator that the account knows. */
export const enterCode =
  (needs: SignInNeeds) =>
  async ({ signIn, code }: { signIn: string; code: string }): Promise<SignInOutcome> => {
    const attempt = await needs.attempts.attempt(signIn)
    const account = attempt && (await needs.accounts.account(attempt.account))
    const factor = account?.secondFactor
    if (!attempt || !factor || attempt.enrolling !== undefined) return { fault: 'start-again' }
    let used = false
    const tried = await tryName(needs, account.name, async () => {
      const now = needs.realNow()
      const step = needs.codes.stepOf(factor.secret, code, now)
      used = step !== undefined && step <= factor.usedStep
      if (step === undefined || used) return undefined
      const after = signedIn({ ...account, secondFactor: { ...factor, usedStep: step } }, now)
      if ((await needs.accounts.note(account, after)) === 'noted') return after
      used = true
      return undefined
    })
    if (tried === 'busy') return { fault: 'busy' }
    if (tried === 'locked') return { fault: await recordRefusal(needs, account, 'locked') }
    if (tried.outcome) return finish(needs, tried.outcome)
    const failure = { fault: used ? 'code-used' : 'wrong-code', locked: tried.locked } as const
    return { fault: await recordFailure(needs, account.name, account, failure) }
  }

/** Instead of the second step, the first time: a code of the authenticator that was just told its secret. */
export const enrol =
  (needs: SignInNeeds) =>
  async ({ signIn, code }: { signIn: string; code: string }): Promise<SignInOutcome> => {
    const attempt = await needs.attempts.attempt(signIn)
    const account = attempt && (await needs.accounts.account(attempt.account))
    if (!account || attempt?.enrolling === undefined || account.secondFactor) return { fault: 'start-again' }
    const now = needs.realNow()
    const usedStep = needs.codes.stepOf(attempt.enrolling, code, now)
    if (usedStep === undefined) return { fault: 'wrong-code' }
    const after = signedIn({ ...account, secondFactor: { secret: attempt.enrolling, usedStep } }, now)
    const { person } = account
    const command = {
      key: `enrol-${signIn}`,
      bodyHash: bodyHashOf({ signIn, person }),
      act: {
        act: 'second-factor-enrolled',
        actor: person,
        subject: person,
        at: instantOf(needs.clock.now()),
      },
      answer: {},
    }
    if ((await needs.accounts.change(command, account, after)) === 'changed') return { fault: 'start-again' }
    await tellOfChange(needs, after, command.key)
    return finish(needs, after)
  }

/** The password was right: who may not come in is told why, everybody else goes on. */
async function admit(needs: SignInNeeds, signIn: string, account: Account): Promise<SignInOutcome> {
  const now = needs.realNow()
  const staff = await needs.storeOf(account.scope).staff(account.person)
  if (account.state === 'suspended' || staff?.state === 'suspended')
    return { fault: await recordRefusal(needs, account, 'suspended') }
  if (account.state === 'dormant' || isDormant(account, now))
    return { fault: await recordRefusal(needs, account, 'dormant') }
  const posts = await postsOf(needs, account)
  if (posts.length === 0) return { fault: await recordRefusal(needs, account, 'without-post') }
  if (account.secondFactor) {
    await needs.attempts.keep(signIn, { account: account.name })
    return { next: 'second-factor' }
  }
  if (needsSecondFactor(posts, await needs.secondFactorPosts(account.scope))) {
    await needs.attempts.keep(signIn, { account: account.name, enrolling: needs.codes.newSecret() })
    return { next: 'enrolment' }
  }
  const after = signedIn(account, now)
  if ((await needs.accounts.note(account, after)) === 'changed') return { fault: 'busy' }
  return finish(needs, after)
}

const signedIn = (account: Account, now: number): Account => ({
  ...account,
  lastSignInAt: now,
  quietSince: now,
  version: account.version + 1,
})

async function finish(needs: SignInNeeds, { name, scope, person }: Account): Promise<SignInOutcome> {
  await needs.accounts.count(name, await needs.accounts.failures(name), noFailures)
  const at = instantOf(needs.clock.now())
  await needs.journalOf(scope).record({ act: 'signed-in', actor: person, subject: person, at })
  return { done: { scope, person } }
}

type Whose = Pick<Account, 'scope' | 'person'> | undefined

/** Records that somebody was not let in; answers why. */
export async function recordRefusal<F extends SignInFault>(
  { journalOf, clock }: SignInNeeds,
  whose: Whose,
  fault: F,
): Promise<F> {
  await journalOf(whose?.scope ?? INSTALLATION).recordDenial({
    actor: whose?.person ?? 'anonymous',
    code: fault,
    route: DOOR,
    at: instantOf(clock.now()),
  })
  return fault
}

/** Records a failure with whoever's name it was tried under; one that locks the name, as an act besides. */
export async function recordFailure(
  needs: SignInNeeds,
  name: string,
  whose: Whose,
  { fault, locked }: { fault: SignInFault; locked: boolean },
): Promise<SignInFault> {
  await recordRefusal(needs, whose, fault)
  if (!locked) return fault
  if (whose) await warnOfLock(needs, whose)
  // what was typed may be anything, a password too: where nobody is known by it, its digest stands
  const subject = whose?.person ?? sha256(name)
  const at = instantOf(needs.clock.now())
  await needs
    .journalOf(whose?.scope ?? INSTALLATION)
    .record({ act: 'sign-in-locked', actor: 'system', subject, at })
  return 'locked'
}
