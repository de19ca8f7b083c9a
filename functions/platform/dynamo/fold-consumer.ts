import { BatchProcessor, EventType, processPartialResponse } from '@aws-lambda-powertools/batch'
import type { Context, DynamoDBBatchResponse, DynamoDBRecord, DynamoDBStreamEvent } from 'aws-lambda'
import { dayOf } from '#shared/evaluation/count'
import type { TellFolded } from '../../evaluation/ports.ts'
import { log } from '../log.ts'

interface Uses {
  readonly fold: (tenant: string, caseId: string, days: ReadonlySet<string>) => Promise<void>
  readonly tell: TellFolded
}

/**
 * The handler of what was done to cases, as the stream tells it. Each case of a batch is folded once, for all its records;
 * when that fails they are reported, and delivered again.
 */
export const consumeActs =
  ({ fold, tell }: Uses) =>
  async (event: DynamoDBStreamEvent, context: Context): Promise<DynamoDBBatchResponse> => {
    const cases = Map.groupBy(event.Records, ({ dynamodb }) => dynamodb?.Keys?.pk?.S ?? '')
    const failed = new Map<string, unknown>()
    const folded = await Promise.all(
      [...cases].map(async ([partition, records]) => {
        const [tenant = '', , caseId = ''] = partition.split('#')
        const days = new Set(records.map(dayOfRecord))
        try {
          await fold(tenant, caseId, days)
          return [...days].map((day) => ({ tenant, day }))
        } catch (error) {
          log.error('a case could not be folded', error, { tenant })
          failed.set(partition, error)
          return []
        }
      }),
    )
    await tell(folded.flat())
    const one = async ({ dynamodb }: DynamoDBRecord) => {
      if (failed.has(dynamodb?.Keys?.pk?.S ?? '')) throw new Error('its case could not be folded')
    }
    return processPartialResponse(event, one, new BatchProcessor(EventType.DynamoDBStreams), {
      context,
      throwOnFullBatchFailure: false,
    })
  }

const dayOfRecord = ({ dynamodb }: DynamoDBRecord) => dayOf({ at: String(dynamodb?.NewImage?.at?.S) })
