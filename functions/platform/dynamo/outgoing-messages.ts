import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { DynamoDBDocumentClient, ScanCommand } from '@aws-sdk/lib-dynamodb'
import { instantOf } from '#shared/kernel/instant'
import type { DeliveryRef } from '../../exchange/ports.ts'
import type { OutgoingMessages } from '../../messages/ports.ts'
import { patiently } from '../busy.ts'
import { callLimits } from '../call-limits.ts'
import { config } from '../config.ts'
import { deliveryAt } from '../queues/delivery-queue.ts'
import { messageRef } from '../queues/message-ref.ts'

interface Outgoing extends OutgoingMessages {
  /** What endpoints of clients wait for. */
  deliveriesDueBy(now: number): AsyncIterable<DeliveryRef>
}

/**
 * All messages and deliveries on their way of all scopes, read under the function's own role: it may scan this one sparse
 * index, which holds their keys and when to look at them, and nothing beside it.
 */
export function createOutgoing(): Outgoing {
  const client = DynamoDBDocumentClient.from(new DynamoDBClient(callLimits))
  const TableName = config('TENANT_TABLE')

  async function* keysDueBy(now: number) {
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
      yield* page.Items ?? []
      from = page.LastEvaluatedKey
    } while (from)
  }

  return {
    async *dueBy(now) {
      for await (const { pk, sk } of keysDueBy(now))
        if (!deliveryAt(pk, sk)) yield messageRef.parse({ scope: String(pk).slice(0, 6), id: sk })
    },
    async *deliveriesDueBy(now) {
      for await (const { pk, sk } of keysDueBy(now)) {
        const delivery = deliveryAt(pk, sk)
        if (delivery) yield delivery
      }
    },
  }
}
