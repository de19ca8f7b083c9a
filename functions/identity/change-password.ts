import { type Account, normalizedAccount } from '#shared/identity/accounts'
import { passwordFault } from '#shared/identity/password'
import type { PageFault } from '#shared/identity/wording'
import { instantOf } from '#shared/kernel/instant'
import { bodyHashOf } from '../kernel/command.ts'
import { sha256 } from '../kernel/digest.ts'
import { tellOfChange } from './notices.ts'
import type { SessionDesk } from './ports.ts'
import { recordFailure, recordRefusal, type SignInNeeds } from './sign-in.ts'
import { tryName } from './try-name.ts'

export interface NewPassword {
  readonly account: string
  readonly password: string
  /** Of the authenticator; empty where the account has none. */
  readonly code: string
  readonly new: string
  readonly repeat: string
}

export type ChangeNeeds = SignInNeeds & { readonly sessionsOf: (scope: string) => SessionDesk }

/**
 * Changes a password for whoever knows the present one, with no session: the same lock holds as at the sign-in, and
 * afterwards everybody signed in with the old one is out.
 */
export const changePassword =
  (needs: ChangeNeeds) =>
  async (entered: NewPassword): Promise<'changed' | PageFault> => {
    const name = normalizedAccount(entered.account)
    const fault = faultOf(name, entered)
    if (fault) return fault
    const known = await needs.accounts.account(name)
    const tried = await tryName(needs, name, async () => {
      const right = await needs.passwords.matches(entered.password, known?.password)
      return right && known ? withCode(needs, known, entered.code) : undefined
    })
    if (tried === 'busy') return 'busy'
    if (tried === 'locked') return recordRefusal(needs, known, 'locked')
    if (!tried.outcome) return recordFailure(needs, name, known, { fault: 'wrong', locked: tried.locked })
    if (known?.state !== 'active') return recordRefusal(needs, known, 'suspended')
    return keep(needs, known, { ...tried.outcome, password: await needs.passwords.hash(entered.new) })
  }

function faultOf(name: string, entered: NewPassword): PageFault | undefined {
  if (entered.new !== entered.repeat) return 'not-repeated'
  if (entered.new === entered.password) return 'same-password'
  return passwordFault(entered.new, name) as PageFault | undefined
}

/** The account with the code used up; undefined when it asks for one and this is none. */
function withCode({ codes, realNow }: SignInNeeds, account: Account, code: string): Account | undefined {
  const { secondFactor } = account
  if (!secondFactor) return account
  const usedStep = codes.stepOf(secondFactor.secret, code, realNow())
  if (usedStep === undefined || usedStep <= secondFactor.usedStep) return undefined
  return { ...account, secondFactor: { ...secondFactor, usedStep } }
}

async function keep(needs: ChangeNeeds, before: Account, changed: Account): Promise<'changed' | PageFault> {
  const { accounts, sessionsOf, clock, realNow } = needs
  const { scope, person, version } = before
  const after = { ...changed, passwordChangedAt: realNow(), version: version + 1 }
  const act = { act: 'password-changed', actor: person, subject: person, at: instantOf(clock.now()) }
  const key = `password-${sha256(after.password)}`
  const command = { key, bodyHash: bodyHashOf({ person, version }), act, answer: {} }
  if ((await accounts.change(command, before, after)) === 'changed') return 'busy'
  await sessionsOf(scope).endAll(person)
  await tellOfChange(needs, after, key)
  return 'changed'
}
