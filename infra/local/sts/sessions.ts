import { randomBytes } from 'node:crypto'
import { AwsError, type Principal } from '../kernel/aws.ts'

export interface Credentials {
  accessKeyId: string
  secretAccessKey: string
  /** Absent for root. */
  sessionToken?: string
  /** Real milliseconds since the epoch; absent when they last as long as the process. */
  expiresAt?: number
}

/** Keys that were handed out, and who stands behind them. In memory: a restart ends every session. */
export interface Sessions {
  /** `seconds` of real time; without it they last until `revoke` or the end of the process. */
  issue(principal: Principal, seconds?: number, transitiveTagKeys?: string[]): Credentials
  revoke(accessKeyId: string): void
  /** Throws UnrecognizedClientException or ExpiredTokenException, as the AWS front doors do. */
  find(accessKeyId: string, sessionToken: string | undefined): Session
  /** Tags of this session that every role it goes on to assumes too. */
  transitiveTagKeysOf(principal: Principal): string[]
  /** For signatures that a service checks itself (presigned addresses, forms); undefined when unknown or expired. */
  secretOf(accessKeyId: string): { secret: string; sessionToken?: string; principal: Principal } | undefined
}

export interface Session {
  principal: Principal
  credentials: Credentials
}

/** `realNow` is the real clock: how long keys live has nothing to do with the trade's time. */
export function createSessions(realNow: () => number): Sessions {
  const sessions = new Map<string, Session>()
  const transitive = new WeakMap<Principal, string[]>()

  /** Of sessions that nobody asks for any more, only those still valid are kept. */
  function dropExpired() {
    for (const [id, { credentials }] of sessions) if (expired(credentials)) sessions.delete(id)
  }
  const expired = ({ expiresAt }: Credentials) => expiresAt !== undefined && expiresAt <= realNow()

  let issued = 0
  return {
    issue(principal, seconds, transitiveTagKeys = []) {
      if (++issued % 1000 === 0) dropExpired()
      const credentials: Credentials = {
        accessKeyId: `${principal.root ? 'AKIA' : 'ASIA'}${randomLetters(16)}`,
        secretAccessKey: randomBytes(30).toString('base64'),
        ...(principal.root ? {} : { sessionToken: randomBytes(48).toString('base64') }),
        ...(seconds === undefined ? {} : { expiresAt: realNow() + seconds * 1000 }),
      }
      sessions.set(credentials.accessKeyId, { principal, credentials })
      transitive.set(principal, transitiveTagKeys)
      return credentials
    },
    revoke: (accessKeyId) => void sessions.delete(accessKeyId),
    find(accessKeyId, sessionToken) {
      const session = sessions.get(accessKeyId)
      if (!session || session.credentials.sessionToken !== sessionToken)
        throw new AwsError(
          'UnrecognizedClientException',
          'The security token included in the request is invalid.',
        )
      if (expired(session.credentials))
        throw new AwsError('ExpiredTokenException', 'The security token included in the request is expired')
      return session
    },
    transitiveTagKeysOf: (principal) => transitive.get(principal) ?? [],
    secretOf(accessKeyId) {
      const session = sessions.get(accessKeyId)
      if (!session || expired(session.credentials)) return undefined
      const { secretAccessKey: secret, sessionToken } = session.credentials
      return { secret, principal: session.principal, ...(sessionToken ? { sessionToken } : {}) }
    },
  }
}

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'
const randomLetters = (count: number) => [...randomBytes(count)].map((byte) => LETTERS[byte % 32]).join('')
