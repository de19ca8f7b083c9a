import { GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb'
import type { AttemptStore } from '../../identity/ports.ts'
import { patiently } from '../busy.ts'
import { realNow } from '../clock.ts'
import { identityPartition } from '../dynamo/platform-keys.ts'
import type { openPlatformTable } from '../dynamo/platform-tables.ts'

/** Time to find the telephone and install an authenticator on it. */
const KEPT_SECONDS = 15 * 60

/** Sign-ins that are half done, beside what else the issuer remembers. */
export function createAttemptStore(table: ReturnType<typeof openPlatformTable>): AttemptStore {
  const TableName = table.getName()
  const keyOf = (signIn: string) => ({ pk: identityPartition('Attempt', signIn), sk: 'IDENTITY' })
  const now = () => Math.floor(realNow() / 1000)

  return {
    async attempt(signIn) {
      const { Item } = await patiently(() =>
        table.client.send(new GetCommand({ TableName, Key: keyOf(signIn), ConsistentRead: true })),
      )
      if (!Item || Item.expiresAt <= now()) return undefined
      return { account: Item.account, ...(Item.enrolling && { enrolling: Item.enrolling }) }
    },
    async keep(signIn, attempt) {
      const Item = { ...keyOf(signIn), ...attempt, expiresAt: now() + KEPT_SECONDS }
      await patiently(() => table.client.send(new PutCommand({ TableName, Item })))
    },
  }
}
