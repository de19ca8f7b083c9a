import { DeleteCommand, GetCommand, PutCommand, QueryCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb'
import { type Adapter, type AdapterPayload, errors } from 'oidc-provider'
import { patiently } from '../../busy.ts'
import { realNow } from '../../clock.ts'
import { conditionFailed } from '../../dynamo/expectations.ts'
import { identityPartition } from '../../dynamo/platform-keys.ts'
import type { openPlatformTable } from '../../dynamo/platform-tables.ts'

type Table = ReturnType<typeof openPlatformTable>

const SK = 'IDENTITY'
const epochSeconds = () => Math.floor(realNow() / 1000)
const itemKey = (kind: string, id: string) => ({ pk: identityPartition(kind, id), sk: SK })
/** Everything given out under one grant lies in one partition: it is taken back together. */
const memberKey = (grant: string, kind: string, id: string) => ({
  pk: identityPartition('Members', grant),
  sk: `${kind}#${id}`,
})

/** What the issuer must remember, in the platform table; DynamoDB forgets it when its time is over. */
export const grantsAdapter =
  (table: Table, { whenTakenBack }: { whenTakenBack: (bearer: string, grant: string) => Promise<void> }) =>
  (kind: string): Adapter => {
    const TableName = table.getName()
    const send = table.client.send.bind(table.client) as typeof table.client.send

    async function find(id: string): Promise<AdapterPayload | undefined> {
      const { Item } = await patiently(() =>
        send(new GetCommand({ TableName, Key: itemKey(kind, id), ConsistentRead: true })),
      )
      // the table forgets late
      if (!Item || Item.expiresAt <= epochSeconds()) return undefined
      return { ...JSON.parse(Item.payload), ...(Item.consumed && { consumed: Item.consumed }) }
    }

    return {
      find,
      async findByUid(uid) {
        const { Item } = await patiently(() =>
          send(new GetCommand({ TableName, Key: itemKey(`${kind}Uid`, uid), ConsistentRead: true })),
        )
        return Item && find(Item.id)
      },
      // no device signs in by a code that is typed
      findByUserCode: async () => undefined,
      async upsert(id, payload, expiresIn) {
        const expiresAt = epochSeconds() + expiresIn
        const put = (Item: Record<string, unknown>) =>
          patiently(() => send(new PutCommand({ TableName, Item: { ...Item, expiresAt } })))
        // the member first: what is in no partition of its grant could not be taken back
        if (payload.grantId) await put(memberKey(payload.grantId, kind, id))
        if (payload.uid && kind === 'Session') await put({ ...itemKey(`${kind}Uid`, payload.uid), id })
        await put({ ...itemKey(kind, id), payload: JSON.stringify(payload) })
      },
      /** Of two who bring the same code, one is served. */
      async consume(id) {
        const outcome = await patiently(() =>
          conditionFailed(
            send(
              new UpdateCommand({
                TableName,
                Key: itemKey(kind, id),
                UpdateExpression: 'SET #consumed = :now',
                ConditionExpression: 'attribute_exists(pk) AND attribute_not_exists(#consumed)',
                ExpressionAttributeNames: { '#consumed': 'consumed' },
                ExpressionAttributeValues: { ':now': epochSeconds() },
              }),
            ),
            'used',
            'used before',
          ),
        )
        if (outcome === 'used before') throw new errors.InvalidGrant('already used')
      },
      async destroy(id) {
        // signing out takes the grant back, and with it ends the session of the same name
        const bearer = kind === 'Grant' ? (await find(id))?.accountId : undefined
        if (typeof bearer === 'string') await whenTakenBack(bearer, id)
        await patiently(() => send(new DeleteCommand({ TableName, Key: itemKey(kind, id) })))
      },
      async revokeByGrantId(grantId) {
        const { Items = [] } = await patiently(() =>
          send(
            new QueryCommand({
              TableName,
              KeyConditionExpression: 'pk = :pk',
              ExpressionAttributeValues: { ':pk': identityPartition('Members', grantId) },
              ConsistentRead: true,
            }),
          ),
        )
        for (const { sk } of Items) {
          const [ofKind = '', ...id] = (sk as string).split('#')
          await patiently(() => send(new DeleteCommand({ TableName, Key: itemKey(ofKind, id.join('#')) })))
        }
      },
    }
  }
