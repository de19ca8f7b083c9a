import * as z from 'zod'
import { personId, tenantCode } from '../kernel/ids.ts'

/** What a person signs in with: letters, digits, dot, hyphen and underscore, in small letters; unique in the installation. */
export const accountName = z.string().regex(/^[a-z][a-z0-9._-]{3,31}$/)

/** What somebody types into the field of that name: capitals and blanks around it make no difference. */
export const normalizedAccount = (typed: string) => typed.trim().toLowerCase()

/** How a person's account stands. `dormant` is found when it is looked at: nobody signed in for long. */
export const accountStates = ['invited', 'active', 'suspended', 'dormant'] as const
export type AccountState = (typeof accountStates)[number]

/** Three months without a sign-in: 等保 asks that accounts nobody uses are found and closed. */
export const DORMANT_AFTER_MS = 90 * 86_400_000

/** What the security administrator may do with an account. */
export const accountActs = ['suspend', 'restore', 'end-sessions', 'reset-second-factor'] as const
export type AccountAct = (typeof accountActs)[number]

/** What an authenticator (TOTP) was told, and what was taken from it. */
const secondFactor = z.object({
  /** Base 32. */
  secret: z.string(),
  /** The last time step of which a code was taken: none of it or before is taken again. */
  usedStep: z.int(),
})

/** An account by its name; whose it is, and what it takes to come in. Epoch milliseconds, real time. */
export const accountRecord = z.object({
  name: accountName,
  scope: tenantCode,
  person: personId,
  state: z.enum(accountStates),
  /** What the password is checked against; never the password. */
  password: z.string(),
  passwordChangedAt: z.int(),
  /** Digest of the invitation by which it was opened or its password set last. */
  invitation: z.string(),
  secondFactor: secondFactor.exactOptional(),
  lastSignInAt: z.int().exactOptional(),
  /** Since when nobody has signed in: the last sign-in, the opening or the last restoring. */
  quietSince: z.int(),
  version: z.int(),
})
export type Account = Readonly<z.output<typeof accountRecord>>

/** Found when somebody comes to sign in: until then nobody needs to know. */
export const isDormant = ({ quietSince }: Pick<Account, 'quietSince'>, now: number) =>
  now - quietSince > DORMANT_AFTER_MS
