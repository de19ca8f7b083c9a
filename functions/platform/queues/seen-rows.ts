import { BatchProcessor, EventType, processPartialResponse } from '@aws-lambda-powertools/batch'
import { SendMessageCommand, SQSClient } from '@aws-sdk/client-sqs'
import type { Context, SQSBatchResponse, SQSEvent } from 'aws-lambda'
import * as z from 'zod'
import { scopeOf } from '#shared/audit/chain'
import { keptRoot } from '#shared/audit/export'
import type { Seen } from '#shared/audit/root'
import { patiently } from '../busy.ts'
import { directCalls } from '../call-limits.ts'
import { config } from '../config.ts'
import { log } from '../log.ts'

/** What a message holds: names of chains, sequences and hashes; no row. */
const message = z.strictObject({ seen: keptRoot.shape.seen })

/** Tells the gatherer of roots which rows were seen committed. Told twice is told once. */
export function createSeenRows(): (seen: readonly Seen[]) => Promise<void> {
  const client = new SQSClient(directCalls())
  const QueueUrl = config('SEEN_ROWS_QUEUE_URL')
  return async (seen) => {
    if (seen.length === 0) return
    const MessageBody = JSON.stringify({ seen })
    await patiently(() => client.send(new SendMessageCommand({ QueueUrl, MessageBody })))
  }
}

type Gather = (seen: ReadonlyMap<string, readonly Seen[]>) => Promise<ReadonlyMap<string, unknown>>

/** The handler of the queue: all messages of a batch make one root for each scope; those of a scope that failed come again. */
export const consumeSeenRows =
  (gather: Gather) =>
  async (event: SQSEvent, context: Context): Promise<SQSBatchResponse> => {
    const byScope = Map.groupBy(
      event.Records.flatMap(({ body }) => readable(body)),
      ([chain]) => scopeOf(chain) ?? '',
    )
    const failed = await gather(byScope)
    for (const [tenant, error] of failed) log.error('a root could not be written', error, { tenant })
    const one = async ({ body }: { body: string }) => {
      const { seen } = message.parse(JSON.parse(body))
      const scopes = seen.map(([chain]) => scopeOf(chain))
      if (scopes.some((scope) => scope === undefined || failed.has(scope)))
        throw new Error('not under a root yet')
    }
    return processPartialResponse(event, one, new BatchProcessor(EventType.SQS), {
      context,
      throwOnFullBatchFailure: false,
    })
  }

/** What cannot be read is put aside by itself, after the others have their root. */
function readable(body: string): Seen[] {
  try {
    return message.parse(JSON.parse(body)).seen.filter(([chain]) => scopeOf(chain) !== undefined)
  } catch {
    return []
  }
}
