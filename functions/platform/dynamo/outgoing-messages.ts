import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { DynamoDBDocumentClient, ScanCommand } from '@aws-sdk/lib-dynamodb'
import { instantOf } from '#shared/kernel/instant'
import type { OutgoingMessages } from '../../messages/ports.ts'
import { patiently } from '../busy.ts'
import { callLimits } from '../call-limits.ts'
import { config } from '../config.ts'
import { messageRef } from '../queues/message-ref.ts'

/**
 * All messages on their way of all scopes, read under the function's own role: it may scan this one sparse index, which
 * holds their keys and when to look at them, and nothing beside it.
 */
export function createOutgoingMessages(): OutgoingMessages {
  const client = DynamoDBDocumentClient.from(new DynamoDBClient(callLimits))
  const TableName = config('TENANT_TABLE')

  return {
    async *dueBy(now) {
      let from: Record<string, unknown> | undefined
      do {
        const page = await patiently(() =>
          client.send(
            new ScanCommand({
              TableName,
              IndexName: 'byOutgoing',
              FilterExpression: 'outgoingDue <= :now',
              ExpressionAttributeValues: { ':now': instantOf(now) },
              ExclusiveStartKey: from,
            }),
          ),
        )
        for (const { pk, sk } of page.Items ?? [])
          yield messageRef.parse({ scope: String(pk).slice(0, 6), id: sk })
        from = page.LastEvaluatedKey
      } while (from)
    },
  }
}
