import { BatchProcessor, EventType, processPartialResponse } from '@aws-lambda-powertools/batch'
import { SendMessageCommand, SQSClient } from '@aws-sdk/client-sqs'
import type { Context, SQSBatchResponse, SQSEvent } from 'aws-lambda'
import * as z from 'zod'
import { tenantCode } from '#shared/kernel/ids'
import type { FoldedDay, TellFolded } from '../../evaluation/ports.ts'
import { patiently } from '../busy.ts'
import { directCalls } from '../call-limits.ts'
import { config } from '../config.ts'
import { log } from '../log.ts'

/** What a message holds: counties and days, nothing that was counted. */
const message = z.strictObject({
  folded: z.array(z.strictObject({ tenant: tenantCode, day: z.iso.date() })),
})

export function createFoldedDays(): TellFolded {
  const client = new SQSClient(directCalls())
  const QueueUrl = config('FOLDED_DAYS_QUEUE_URL')
  return async (folded) => {
    const once = [...new Map(folded.map((one) => [`${one.tenant} ${one.day}`, one])).values()]
    if (once.length === 0) return
    const MessageBody = JSON.stringify({ folded: once })
    await patiently(() => client.send(new SendMessageCommand({ QueueUrl, MessageBody })))
  }
}

type Sum = (folded: readonly FoldedDay[]) => Promise<ReadonlyMap<string, unknown>>

/** The handler of the queue: a county is summed once for all messages of a batch; messages of one that failed come again. */
export const consumeFoldedDays =
  (sum: Sum) =>
  async (event: SQSEvent, context: Context): Promise<SQSBatchResponse> => {
    const failed = await sum(event.Records.flatMap(({ body }) => readable(body)))
    for (const [tenant, error] of failed) log.error('a county could not be summed', error, { tenant })
    const one = async ({ body }: { body: string }) => {
      const { folded } = message.parse(JSON.parse(body))
      if (folded.some(({ tenant }) => failed.has(tenant))) throw new Error('not summed yet')
    }
    return processPartialResponse(event, one, new BatchProcessor(EventType.SQS), {
      context,
      throwOnFullBatchFailure: false,
    })
  }

/** What cannot be read is put aside by itself, after the others are summed. */
function readable(body: string): readonly FoldedDay[] {
  try {
    return message.parse(JSON.parse(body)).folded
  } catch {
    return []
  }
}
