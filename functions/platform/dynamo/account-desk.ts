import { paginateQuery } from '@aws-sdk/lib-dynamodb'
import type { Sessions } from '#shared/identity/sessions'
import type { AccountDesk } from '../../identity/ports.ts'
import { patiently } from '../busy.ts'
import type { CountyTables } from './county-tables.ts'
import { standingPartition } from './keys.ts'
import type { Write } from './ledger.ts'
import { scopeLedger } from './scope-ledger.ts'
import { staffWrite } from './staff-records.ts'
import { createStaffStore } from './staff-store.ts'
import type { Open } from './stores.ts'

/** How the people of a scope stand, for whoever keeps their accounts: record and sessions change in one transaction. */
export function createAccountDesk(scope: string, open: Open): AccountDesk {
  const { staff, person } = createStaffStore(scope, open)
  const ledger = scopeLedger(scope, open)
  return {
    earlier: ledger.earlier,
    staff,
    person,
    sessions: () => patiently(async () => readSessions(await open(), scope)),
    async keep(command, { before, after, endSessions }) {
      const tables = await open()
      return ledger.commit(command, [
        ...(after === before ? [] : [staffWrite(tables, scope, after)]),
        ...(endSessions ? [sessionsEnded(tables, scope, after.person)] : []),
      ])
    },
  }
}

async function readSessions({ client, tenant }: CountyTables, scope: string): Promise<Map<string, Sessions>> {
  const found = new Map<string, Sessions>()
  const pages = paginateQuery(
    { client },
    {
      TableName: tenant.getName(),
      KeyConditionExpression: 'pk = :pk',
      ExpressionAttributeValues: { ':pk': standingPartition(scope) },
      ConsistentRead: true,
    },
  )
  for await (const { Items = [] } of pages)
    for (const { sk, sessions } of Items) found.set(sk, sessions ?? {})
  return found
}

const sessionsEnded = ({ tenant }: CountyTables, scope: string, person: string): Write => {
  const Update = {
    TableName: tenant.getName(),
    Key: { pk: standingPartition(scope), sk: person },
    UpdateExpression: 'SET #sessions = :none',
    ExpressionAttributeNames: { '#sessions': 'sessions' },
    ExpressionAttributeValues: { ':none': {} },
  }
  return { params: () => ({ Update }) }
}
