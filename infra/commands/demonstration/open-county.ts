import { DynamoDBClient, ListTablesCommand } from '@aws-sdk/client-dynamodb'
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb'
import { createCaseStore } from '../../../functions/platform/dynamo/case-store.ts'
import { openCountyTables } from '../../../functions/platform/dynamo/county-tables.ts'
import { createStaffStore } from '../../../functions/platform/dynamo/staff-store.ts'
import type { Access } from '../../local/main.ts'

/** The stores of one county, opened by whoever runs the machine: for what no door takes, things of the past. */
export async function openCounty(
  { endpointUrl: endpoint, region, accessKeyId, secretAccessKey }: Access,
  tenant: string,
) {
  const raw = new DynamoDBClient({ endpoint, region, credentials: { accessKeyId, secretAccessKey } })
  const client = DynamoDBDocumentClient.from(raw, { marshallOptions: { removeUndefinedValues: true } })
  const { TableNames = [] } = await raw.send(new ListTablesCommand({}))
  const named = (part: string) => {
    const name = TableNames.find((one) => one.includes(part))
    if (!name) throw new Error(`There is no ${part}.`)
    return name
  }
  const names = { tenant: named('TenantTable'), people: named('PeopleTable') }
  const open = async () => openCountyTables(client, names)
  return {
    cases: createCaseStore(tenant, open),
    staff: createStaffStore(tenant, open),
    close() {
      client.destroy()
      raw.destroy()
    },
  }
}
