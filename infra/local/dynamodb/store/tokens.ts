import type { DatabaseSync } from 'node:sqlite'
import type { Clock } from '../../clock/clock.ts'
import { AwsError } from '../../kernel/aws.ts'
import type { Units } from '../capacity.ts'

/** What a transaction that is sent again consumes, by table: the reading of what it has written. */
export type RememberedTransaction = Record<string, Units>

/** Client request tokens of transactions: a repeated one is answered again, not executed again. */
export interface Tokens {
  /** Throws IdempotentParameterMismatchException when the token came with another request. */
  find(account: string, token: string, digest: string): RememberedTransaction | undefined
  remember(account: string, token: string, digest: string, capacity: RememberedTransaction): void
}

const LIFETIME_MS = 10 * 60_000

export function createTokens(sqlite: DatabaseSync, clock: Clock): Tokens {
  const select = sqlite.prepare('SELECT at, digest, capacity FROM ddb_token WHERE token = ?')
  const insert = sqlite.prepare('INSERT OR REPLACE INTO ddb_token VALUES (?, ?, ?, ?)')
  const forget = sqlite.prepare('DELETE FROM ddb_token WHERE at < ?')
  let forgottenAt = 0

  return {
    find(account, token, digest) {
      const row = select.get(`${account}/${token}`)
      if (!row || (row.at as number) < clock.now() - LIFETIME_MS) return undefined
      if (row.digest !== digest)
        throw new AwsError(
          'IdempotentParameterMismatchException',
          'The request uses the same client token as a previous, but non-identical request. Do not reuse a client token with different requests, unless the requests are identical',
        )
      return JSON.parse(row.capacity as string) as RememberedTransaction
    },
    remember(account, token, digest, capacity) {
      const now = clock.now()
      if (now - forgottenAt > 60_000) {
        forgottenAt = now
        forget.run(now - LIFETIME_MS)
      }
      insert.run(`${account}/${token}`, now, digest, JSON.stringify(capacity))
    },
  }
}
