import { GetCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb'
import { isOpen, type Sessions, withSession } from '#shared/identity/sessions'
import type { SessionDesk } from '../../identity/ports.ts'
import { patiently } from '../busy.ts'
import type { CountyTables } from './county-tables.ts'
import { conditionFailed } from './expectations.ts'
import { standingPartition } from './keys.ts'

/** Others who sign in as the same person at the same moment. */
const MOST_RIVALS = 6

/** Sessions in the standing of the people of a scope. */
export function createSessionDesk(scope: string, open: () => Promise<CountyTables>): SessionDesk {
  const keyOf = (person: string) => ({ pk: standingPartition(scope), sk: person })

  const read = (person: string): Promise<Sessions | undefined> =>
    patiently(async () => {
      const { client, tenant } = await open()
      const Key = keyOf(person)
      const { Item } = await client.send(
        new GetCommand({ TableName: tenant.getName(), Key, ConsistentRead: true }),
      )
      return Item?.sessions
    })

  const write = (person: string, before: Sessions | undefined, after: Sessions) =>
    patiently(async () => {
      const { client, tenant } = await open()
      const update = new UpdateCommand({
        TableName: tenant.getName(),
        Key: keyOf(person),
        UpdateExpression: 'SET #sessions = :after',
        ConditionExpression: before ? '#sessions = :before' : 'attribute_not_exists(#sessions)',
        ExpressionAttributeNames: { '#sessions': 'sessions' },
        ExpressionAttributeValues: { ':after': after, ...(before && { ':before': before }) },
      })
      return conditionFailed(client.send(update), 'written', 'changed')
    })

  async function change(person: string, to: (sessions: Sessions) => Sessions) {
    for (let rival = 0; rival < MOST_RIVALS; rival++) {
      const before = await read(person)
      if ((await write(person, before, to(before ?? {}))) === 'written') return
    }
    throw new Error(`${MOST_RIVALS} others changed the sessions of the same person first.`)
  }

  return {
    open: (person, session, now) => change(person, (sessions) => withSession(sessions, session, now)),
    async isOpen(person, session, now) {
      const found = (await read(person))?.[session]
      return found !== undefined && isOpen(found, now)
    },
    end: (person, session) => change(person, ({ [session]: _ended, ...sessions }) => sessions),
    endAll: (person) => change(person, () => ({})),
  }
}
