import {
  type AccountSeen,
  accountAfter,
  accountState,
  actsOffered,
  isPossible,
  staffAfter,
} from '#shared/identity/account-rules'
import type { Account, AccountAct } from '#shared/identity/accounts'
import type { AccountLine } from '#shared/identity/accounts-contract'
import { isOpen, type Sessions } from '#shared/identity/sessions'
import { instantOf } from '#shared/kernel/instant'
import { type Refusal, refuse } from '#shared/kernel/result'
import type { StaffRecord } from '#shared/organisation/staff'
import type { Clock } from '../kernel/clock.ts'
import { bodyHashOf, oneEffect } from '../kernel/command.ts'
import type { AccountDesk, AccountStore } from './ports.ts'

export interface AccountNeeds {
  /** Of a county, or of a city's commission. */
  readonly deskOf: (scope: string) => AccountDesk
  readonly accounts: Pick<AccountStore, 'account' | 'nameOf' | 'namesOf' | 'change'>
  readonly clock: Clock
  /** Real time, epoch milliseconds. */
  readonly realNow: () => number
}

/** Accounts that are read at one time. */
const AT_ONCE = 25

/** Everybody of a scope who has not left, and how their account stands. */
export const listAccounts =
  ({ deskOf, accounts, realNow }: AccountNeeds) =>
  async (scope: string): Promise<{ accounts: AccountLine[] }> => {
    const desk = deskOf(scope)
    const [staff, names, sessions] = await Promise.all([
      desk.staff(),
      accounts.namesOf(scope),
      desk.sessions(),
    ])
    const present = staff.filter(({ state }) => state !== 'left')
    const lines: AccountLine[] = []
    for (let from = 0; from < present.length; from += AT_ONCE) {
      const some = present.slice(from, from + AT_ONCE).map(async (record) => {
        const name = names.get(record.person)
        const account = name === undefined ? undefined : await accounts.account(name)
        return lineOf({ record, account, sessions: sessions.get(record.person) ?? {} }, realNow())
      })
      lines.push(...(await Promise.all(some)))
    }
    return { accounts: lines }
  }

export interface AccountActRequest {
  readonly scope: string
  /** Whoever acts, of which scope and in which post. */
  readonly by: { readonly person: string; readonly scope: string; readonly post: string }
  readonly person: string
  readonly act: AccountAct
  readonly version: number
  readonly key: string
}

/** What the audit calls them. */
const acts: Readonly<Record<AccountAct, string>> = {
  suspend: 'account-suspended',
  restore: 'account-restored',
  'end-sessions': 'sessions-ended',
  'reset-second-factor': 'second-factor-reset',
}

/**
 * Suspends somebody, restores them, ends their sessions or forgets their authenticator; nobody does it to themselves. What
 * the person may do is in their record and ends with it in one transaction; what the account needs comes before, so that a
 * repeat goes on where a first attempt was cut off.
 */
export const actOnAccount =
  (needs: AccountNeeds) =>
  ({ scope, by, person, act, version, key }: AccountActRequest): Promise<AccountLine | Refusal> => {
    const desk = needs.deskOf(scope)
    const bodyHash = bodyHashOf({ by: by.person, scope, person, act, version })
    return oneEffect<AccountLine>(desk, { key, bodyHash }, async () => {
      if (by.person === person && by.scope === scope) return refuse('own-account')
      const record = await desk.person(person)
      if (!record) return refuse('unknown-person')
      if (record.state === 'left') return refuse('has-left')
      if (record.version !== version) return refuse('record-changed')
      const before = await accountOf(needs, scope, person)
      const seen: AccountSeen = { staff: record.state, ...(before && { account: before }) }
      if (!isPossible(act, seen)) return refuse('account-act-not-possible')
      const now = needs.realNow()
      const audit = {
        act: acts[act],
        actor: by.person,
        post: by.post,
        subject: person,
        at: instantOf(needs.clock.now()),
      }
      const account = before && (accountAfter(act, before, now) ?? before)
      if (before && account && account !== before) {
        const command = { key, bodyHash, act: audit, answer: {} }
        if ((await needs.accounts.change(command, before, account)) === 'changed') return 'changed'
      }
      const state = staffAfter(act, seen)
      const after = state === record.state ? record : { ...record, state, version: version + 1 }
      const endSessions = act !== 'restore'
      const sessions = endSessions ? {} : ((await desk.sessions()).get(person) ?? {})
      const answer = lineOf({ record: after, account, sessions }, now)
      const command = { key, bodyHash, act: audit, answer }
      const outcome = await desk.keep(command, { before: record, after, endSessions })
      return outcome === 'committed' ? answer : 'changed'
    })
  }

async function accountOf({ accounts }: AccountNeeds, scope: string, person: string) {
  const name = await accounts.nameOf(scope, person)
  return name === undefined ? undefined : accounts.account(name)
}

function lineOf(
  { record, account, sessions }: { record: StaffRecord; account: Account | undefined; sessions: Sessions },
  now: number,
): AccountLine {
  const { person, posts, state, version } = record
  const seen: AccountSeen = { staff: state, ...(account && { account }) }
  return {
    person,
    posts: [...posts],
    ...(account && { account: account.name }),
    state: accountState(seen, now),
    secondFactor: account?.secondFactor !== undefined,
    ...(account?.lastSignInAt !== undefined && { lastSignInAt: instantOf(account.lastSignInAt) }),
    openSessions: Object.values(sessions).filter((session) => isOpen(session, now)).length,
    version,
    acts: actsOffered(seen, now),
  }
}
