import { personId, tenantCode } from '../kernel/ids.ts'

/** As long as a message may lie unread over a public holiday. */
export const INVITATION_MS = 7 * 86_400_000

/** Somebody's invitation: the last one counts, earlier ones are void. Epoch milliseconds, real time. */
export interface Invitation {
  readonly person: string
  /** SHA-256 of the secret. The secret itself is in the message and nowhere else. */
  readonly digest: string
  readonly expiresAt: number
  readonly used: boolean
}

/** What an invitation's address carries: whose it is, and the secret that shows it reached them. */
export interface InvitationCode {
  readonly scope: string
  readonly person: string
  readonly secret: string
}

/** 128 bits in base64url. */
const SECRET = /^[A-Za-z0-9_-]{22}$/

export const invitationText = ({ scope, person, secret }: InvitationCode) => `${scope}.${person}.${secret}`

/** The code of an address; undefined when it is none of ours. */
export function readInvitation(text: string): InvitationCode | undefined {
  const [scope = '', person = '', secret = '', ...rest] = text.split('.')
  const whole =
    rest.length === 0 &&
    tenantCode.safeParse(scope).success &&
    personId.safeParse(person).success &&
    SECRET.test(secret)
  return whole ? { scope, person, secret } : undefined
}

/** Where the invitation is taken up, on the installation's own origin. In the query: paths stand in access logs. */
export const invitationPath = (code: InvitationCode) => `/identity/invitation?to=${invitationText(code)}`

/** What stands against taking it up, or undefined. `digest`: of the secret that was shown. */
export function invitationFault(
  invitation: Invitation | undefined,
  digest: string,
  now: number,
): 'unknown' | 'used' | 'expired' | undefined {
  if (invitation?.digest !== digest) return 'unknown'
  if (invitation.used) return 'used'
  return now < invitation.expiresAt ? undefined : 'expired'
}
