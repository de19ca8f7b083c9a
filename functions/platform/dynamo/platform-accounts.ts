import { DeleteCommand, paginateQuery } from '@aws-sdk/lib-dynamodb'
import type { CountyAccounts } from '../../tenants/ports.ts'
import { patiently } from '../busy.ts'
import { accountPartition, holdersPartition } from './platform-keys.ts'
import { openPlatformTable } from './platform-tables.ts'

interface Holder {
  readonly person: string
  readonly account: string
}

/** The accounts of a county's people by its code: they stand above the counties, and go with theirs. */
export function createCountyAccounts(): (tenant: string) => CountyAccounts {
  const table = openPlatformTable()
  const { client } = table
  const TableName = table.getName()
  const remove = (pk: string, sk: string) =>
    patiently(() => client.send(new DeleteCommand({ TableName, Key: { pk, sk } })))

  const holders = (tenant: string) =>
    patiently(async () => {
      const query = {
        TableName,
        KeyConditionExpression: 'pk = :pk',
        ExpressionAttributeValues: { ':pk': holdersPartition(tenant) },
        ConsistentRead: true,
      }
      const found: Holder[] = []
      for await (const { Items = [] } of paginateQuery({ client }, query))
        found.push(...Items.map(({ sk, account }) => ({ person: String(sk), account: String(account) })))
      return found
    })

  return (tenant) => ({
    count: async () => (await holders(tenant)).length,
    async erase() {
      for (const { person, account } of await holders(tenant)) {
        await remove(accountPartition(account), 'ACCOUNT')
        await remove(accountPartition(account), 'FAILURES')
        // last: what the account is found by
        await remove(holdersPartition(tenant), person)
      }
    },
  })
}
