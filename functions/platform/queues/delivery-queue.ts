import { BatchProcessor, EventType, processPartialResponse } from '@aws-lambda-powertools/batch'
import { SendMessageCommand, SQSClient } from '@aws-sdk/client-sqs'
import type { Context, DynamoDBRecord, SQSBatchResponse, SQSEvent, SQSRecord } from 'aws-lambda'
import * as z from 'zod'
import { deliveryId } from '#shared/exchange/delivery'
import { webhookId } from '#shared/exchange/webhook'
import { tenantCode } from '#shared/kernel/ids'
import type { DeliveryRef } from '../../exchange/ports.ts'
import { patiently } from '../busy.ts'
import { callLimits } from '../call-limits.ts'
import { config } from '../config.ts'
import { log } from '../log.ts'

/** What stands in the queue of deliveries: which one, and nothing of what is in it. */
const deliveryRef = z.strictObject({ tenant: tenantCode, webhook: webhookId, id: deliveryId })

/** The delivery that lies under these keys of the tenant table; undefined for anything else. */
export function deliveryAt(pk: unknown, sk: unknown): DeliveryRef | undefined {
  const [, tenant, webhook] = /^(\d{6})#DELIVERIES#(\w+)$/.exec(String(pk)) ?? []
  return tenant === undefined ? undefined : deliveryRef.parse({ tenant, webhook, id: sk })
}

/** The delivery that a stream record tells was posted or is asked for once more; undefined for anything else. */
export function postedDelivery({ dynamodb, eventName }: DynamoDBRecord): DeliveryRef | undefined {
  if (eventName === 'REMOVE' || dynamodb?.NewImage?.state?.S !== 'queued') return undefined
  return deliveryAt(dynamodb.Keys?.pk?.S, dynamodb.Keys?.sk?.S)
}

export function createDeliveryQueue(): (ref: DeliveryRef) => Promise<void> {
  const client = new SQSClient(callLimits)
  const QueueUrl = config('DELIVERY_QUEUE_URL')
  return async (ref) => {
    const MessageBody = JSON.stringify(ref)
    await patiently(() => client.send(new SendMessageCommand({ QueueUrl, MessageBody })))
  }
}

/** The handler of the queue: what fails is reported by itself and comes again. */
export function consumeDeliveries(use: (ref: DeliveryRef) => Promise<void>) {
  async function one({ body }: SQSRecord): Promise<void> {
    try {
      await use(deliveryRef.parse(JSON.parse(body)))
    } catch (error) {
      log.error('a delivery could not be handled', error)
      throw error
    }
  }
  return (event: SQSEvent, context: Context): Promise<SQSBatchResponse> =>
    processPartialResponse(event, one, new BatchProcessor(EventType.SQS), {
      context,
      throwOnFullBatchFailure: false,
    })
}
