import * as z from 'zod'

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
