import type { AuditAct, Denial } from '#shared/audit/act'
import type { Account } from '#shared/identity/accounts'
import type { Invitation } from '#shared/identity/invitations'
import type { Failures } from '#shared/identity/lockout'
import type { Sessions } from '#shared/identity/sessions'
import type { Language } from '#shared/kernel/language'
import type { StaffRecord } from '#shared/organisation/staff'
import type { Command, CommandMemory } from '../kernel/command.ts'

/** Who is invited to a scope (a county or a commission). Bound to the scope when made. */
export interface InvitationStore {
  staff(person: string): Promise<StaffRecord | undefined>
  invitation(person: string): Promise<Invitation | undefined>
  /** Keeps an invitation in place of the last one; `beginning`: the staff record that is not there yet. */
  invite(command: Command, invitation: Invitation, beginning?: StaffRecord): Promise<'committed' | 'changed'>
  /** Uses the invitation up and makes whoever was only invited active. `changed`: not as it was read. */
  takeUp(command: Command, invitation: Invitation, staff: StaffRecord): Promise<'committed' | 'changed'>
}

/** Everybody's accounts, above the scopes: whoever signs in has not said yet where they belong. */
export interface AccountStore {
  account(name: string): Promise<Account | undefined>
  /** Name of the account of somebody of a scope. */
  nameOf(scope: string, person: string): Promise<string | undefined>
  /** Names of all accounts of a scope by their persons. */
  namesOf(scope: string): Promise<ReadonlyMap<string, string>>
  /** `changed`: the name is taken, or the person has an account already. `instead`: one that was never finished. */
  open(command: Command, account: Account, instead?: Account): Promise<'committed' | 'changed'>
  /** `changed`: the account is no longer as it was read. */
  change(command: Command, before: Account, after: Account): Promise<'committed' | 'changed'>
  /** Notes a sign-in; no command, and recorded as an act of its own. */
  note(before: Account, after: Account): Promise<'noted' | 'changed'>
  failures(name: string): Promise<Failures>
  /** `changed`: somebody else tried the same name meanwhile. */
  count(name: string, before: Failures, after: Failures): Promise<'noted' | 'changed'>
}

/** Hashes of passwords: dear on purpose, and as dear for a name that nobody has. */
export interface Passwords {
  hash(password: string): Promise<string>
  /** Without a hash it works as long and says no. */
  matches(password: string, hash: string | undefined): Promise<boolean>
}

/** Codes of authenticators (TOTP, RFC 6238). */
export interface Codes {
  newSecret(): string
  /** The time step of a code that is right now; undefined for any other. */
  stepOf(secret: string, code: string, now: number): number | undefined
  /** What the authenticator reads: the address, and the same as a picture (SVG). */
  address(secret: string, account: string): string
  picture(address: string): string
}

/** How far somebody has come in a sign-in that is not finished; kept by the issuer, for some minutes. */
export interface Attempt {
  readonly account: string
  /** A secret that an authenticator is being told; absent where a code of the one it knows is asked for. */
  readonly enrolling?: string
}

export interface AttemptStore {
  attempt(signIn: string): Promise<Attempt | undefined>
  keep(signIn: string, attempt: Attempt): Promise<void>
}

/** A request for one of the issuer's pages. */
export interface Visit {
  /** Below the issuer's own path, such as `/password`. */
  readonly path: string
  readonly method: 'GET' | 'POST'
  readonly query: Readonly<Record<string, string>>
  readonly form: Readonly<Record<string, string>>
  readonly language: Language
  /** The sign-in that the visitor's browser is in the midst of, and that the path names. */
  readonly signIn?: string
}

/** What a visit comes to: a page to show, or a sign-in that is done. */
export type Shown =
  | { readonly status: number; readonly page: string }
  | { readonly signedIn: { readonly scope: string; readonly person: string } }

/** The issuer's pages. Other paths are the protocol's. */
export interface Pages {
  has(path: string): boolean
  visit(visit: Visit): Promise<Shown>
  /** What somebody sees whose visit came to nothing. */
  fault(language: Language, fault: 'turned-away' | 'not-found' | 'unexpected' | 'sign-in-over'): string
}

/** Chance: 128 bits in base64url. */
export type NewSecret = () => string

/** Where a scope's sign-ins and refusals are recorded. */
export interface Journal {
  record(act: AuditAct): Promise<void>
  recordDenial(denial: Denial): Promise<void>
}

/** The sessions of the people of a scope, in their standing. Bound to the scope when made. */
export interface SessionDesk {
  open(person: string, session: string, now: number): Promise<void>
  isOpen(person: string, session: string, now: number): Promise<boolean>
  end(person: string, session: string): Promise<void>
  endAll(person: string): Promise<void>
}

/** What the issuer asks about whom it gives tokens to. A bearer is named `<scope>.<person>`. */
export interface Bearers {
  /** Whether they hold a post, and whether the session is open, where there is one already. */
  mayCome(bearer: string, session?: string): Promise<boolean>
  /** What their access tokens say of them; read anew for each. */
  claims(bearer: string): Promise<Readonly<Record<string, unknown>>>
  openSession(bearer: string, session: string): Promise<void>
  closeSession(bearer: string, session: string): Promise<void>
}

/** How the people of a scope stand and what they have open, for whoever keeps their accounts. Bound to the scope when made. */
export interface AccountDesk extends CommandMemory {
  staff(): Promise<readonly StaffRecord[]>
  person(id: string): Promise<StaffRecord | undefined>
  /** By person; of whoever never signed in, none. */
  sessions(): Promise<ReadonlyMap<string, Sessions>>
  /** Keeps `after` where it is not `before`, and ends all sessions, or neither. `changed`: `before` is so no more. */
  keep(
    command: Command,
    change: { readonly before: StaffRecord; readonly after: StaffRecord; readonly endSessions: boolean },
  ): Promise<'committed' | 'changed'>
}
