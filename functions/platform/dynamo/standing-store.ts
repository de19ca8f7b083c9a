import { GetCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb'
import { staffRecord } from '#shared/organisation/staff'
import { patiently } from '../busy.ts'
import type { Standing } from '../identity/present-bearers.ts'
import type { CountyTables } from './county-tables.ts'
import { conditionFailed } from './expectations.ts'
import { standingPartition } from './keys.ts'
import { staffPartition } from './staff-entities.ts'

/** Staff records and sessions of a scope, together: two reads of one unit each. */
export function createStandingStore(scope: string, open: () => Promise<CountyTables>): Standing {
  const read = (pk: string, sk: string) =>
    patiently(async () => {
      const { client, tenant } = await open()
      const TableName = tenant.getName()
      const { Item } = await client.send(new GetCommand({ TableName, Key: { pk, sk }, ConsistentRead: true }))
      return Item
    })

  return {
    async of(person) {
      const [staff, standing] = await Promise.all([
        read(staffPartition(scope), person),
        read(standingPartition(scope), person),
      ])
      return { staff: staff && staffRecord.parse(staff), sessions: standing?.sessions ?? {} }
    },
    noteUse: (person, session, now) =>
      patiently(async () => {
        const { client, tenant } = await open()
        const update = new UpdateCommand({
          TableName: tenant.getName(),
          Key: { pk: standingPartition(scope), sk: person },
          UpdateExpression: 'SET #sessions.#session.#usedAt = :now',
          // ended meanwhile: there is nothing to note
          ConditionExpression: 'attribute_exists(#sessions.#session)',
          ExpressionAttributeNames: { '#sessions': 'sessions', '#session': session, '#usedAt': 'usedAt' },
          ExpressionAttributeValues: { ':now': now },
        })
        await conditionFailed(client.send(update), 'noted', 'ended')
      }),
  }
}
