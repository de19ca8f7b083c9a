import { BatchProcessor, EventType, processPartialResponse } from '@aws-lambda-powertools/batch'
import type { Context, DynamoDBBatchResponse, DynamoDBRecord, DynamoDBStreamEvent } from 'aws-lambda'
import type { Seen } from '#shared/audit/root'
import type { DeliveryRef } from '../../exchange/ports.ts'
import type { MessageQueue } from '../../messages/ports.ts'
import type { CaseChange } from '../../workflow/ports.ts'
import { log } from '../log.ts'
import { postedDelivery } from '../queues/delivery-queue.ts'
import { postedMessage } from '../queues/message-ref.ts'
import { caseChange } from './case-changes.ts'
import { forgottenPhoto } from './forgotten-photo.ts'
import { seenOf } from './seen-rows.ts'

interface Uses {
  /** Where the audit's roots are gathered from. */
  readonly tellSeen: (seen: readonly Seen[]) => Promise<void>
  readonly use: (tenant: string, change: CaseChange) => Promise<void>
  /** Where messages are sent from. */
  readonly messages: MessageQueue
  /** Where clients are told of events from. */
  readonly queueDelivery: (ref: DeliveryRef) => Promise<void>
  /** Takes away the file of a photo that no case came to stand on. */
  readonly erasePhoto: (tenant: string, id: string) => Promise<void>
}

/**
 * The handler of the tenant table's stream. What was committed is told to the audit, for the batch as a whole: when that
 * fails, the whole batch comes again. Meanwhile each case change is used, each posted message is queued and each forgotten
 * photo erased; what fails of these is reported by itself and delivered again.
 */
export function consumeChanges({ tellSeen, use, messages, queueDelivery, erasePhoto }: Uses) {
  async function one(record: DynamoDBRecord): Promise<void> {
    try {
      const change = caseChange(record)
      if (change) await use(change.after.tenant, change)
      const posted = postedMessage(record)
      if (posted) await messages.put(posted)
      const delivery = postedDelivery(record)
      if (delivery) await queueDelivery(delivery)
      const forgotten = forgottenPhoto(record)
      if (forgotten) await erasePhoto(forgotten.tenant, forgotten.id)
    } catch (error) {
      log.error('a stream record failed', error, { sequence: record.dynamodb?.SequenceNumber ?? '' })
      throw error
    }
  }
  return async (event: DynamoDBStreamEvent, context: Context): Promise<DynamoDBBatchResponse> => {
    const told = tellSeen(event.Records.flatMap(seenOf))
    told.catch(() => undefined)
    const answer = await processPartialResponse(event, one, new BatchProcessor(EventType.DynamoDBStreams), {
      context,
      throwOnFullBatchFailure: false,
    })
    await told
    return answer
  }
}
