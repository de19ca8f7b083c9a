import { BatchProcessor, EventType, processPartialResponse } from '@aws-lambda-powertools/batch'
import { SendMessageCommand, SQSClient } from '@aws-sdk/client-sqs'
import type { Context, SQSBatchResponse, SQSEvent, SQSRecord } from 'aws-lambda'
import type { MessageRecord } from '#shared/messages/message'
import type { MessageQueue, MessageRef } from '../../messages/ports.ts'
import { patiently } from '../busy.ts'
import { directCalls } from '../call-limits.ts'
import { config } from '../config.ts'
import { log } from '../log.ts'
import { messageRef } from './message-ref.ts'

export function createMessageQueue(): MessageQueue {
  const client = new SQSClient(directCalls())
  const QueueUrl = config('MESSAGE_QUEUE_URL')
  return {
    async put(ref, delayMs = 0) {
      const message = { QueueUrl, MessageBody: JSON.stringify(ref), DelaySeconds: Math.ceil(delayMs / 1000) }
      await patiently(() => client.send(new SendMessageCommand(message)))
    },
  }
}

/** The handler of the queue: what fails is reported by itself and comes again. What will never be sent is told to the log, where an alarm counts it. */
export function consumeMessageQueue(use: (ref: MessageRef) => Promise<MessageRecord | undefined>) {
  async function one({ body }: SQSRecord): Promise<void> {
    try {
      const message = await use(messageRef.parse(JSON.parse(body)))
      if (message?.state === 'gave-up' || message?.state === 'unconfirmed')
        log.warn('message not sent', {
          tenant: message.scope,
          ...(message.fault && { fault: message.fault }),
        })
    } catch (error) {
      log.error('a message could not be handled', error)
      throw error
    }
  }
  return (event: SQSEvent, context: Context): Promise<SQSBatchResponse> =>
    processPartialResponse(event, one, new BatchProcessor(EventType.SQS), {
      context,
      throwOnFullBatchFailure: false,
    })
}
