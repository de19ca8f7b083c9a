import { GetCommand } from '@aws-sdk/lib-dynamodb'
import { type TenantState, takesCommands, tenantStates } from '#shared/tenants/standing'
import { patiently } from '../busy.ts'
import { tenantPartition } from './platform-keys.ts'
import { openPlatformTable } from './platform-tables.ts'

/**
 * Whether a county takes commands, read anew and strongly for each: who pauses a county is obeyed by the next request.
 * A county that the registry does not know is not closed; nobody is signed in to it but by the trusted issuer's word.
 */
export function createRegistryGate(): (tenant: string) => Promise<boolean> {
  const table = openPlatformTable()
  const TableName = table.getName()

  return async (tenant) => {
    const { Item } = await patiently(() =>
      table.client.send(
        new GetCommand({
          TableName,
          Key: { pk: tenantPartition(tenant), sk: 'TENANT' },
          ProjectionExpression: '#state',
          ExpressionAttributeNames: { '#state': 'state' },
          ConsistentRead: true,
        }),
      ),
    )
    const state: unknown = Item?.state
    return state === undefined || (isState(state) && takesCommands(state))
  }
}

const isState = (value: unknown): value is TenantState => (tenantStates as readonly unknown[]).includes(value)
