import { BatchProcessor, EventType, processPartialResponse } from '@aws-lambda-powertools/batch'
import type { Context, DynamoDBBatchResponse, DynamoDBRecord, DynamoDBStreamEvent } from 'aws-lambda'
import type { CaseChange } from '../../workflow/ports.ts'
import { log } from '../log.ts'
import { caseChange } from './case-changes.ts'

/** The handler of a stream of case changes: what fails is reported by itself and delivered again. */
export function consumeCaseChanges(use: (tenant: string, change: CaseChange) => Promise<void>) {
  async function one(record: DynamoDBRecord): Promise<void> {
    try {
      const change = caseChange(record)
      if (change) await use(change.after.tenant, change)
    } catch (error) {
      log.error('a stream record failed', error, { sequence: record.dynamodb?.SequenceNumber ?? '' })
      throw error
    }
  }
  return (event: DynamoDBStreamEvent, context: Context): Promise<DynamoDBBatchResponse> =>
    processPartialResponse(event, one, new BatchProcessor(EventType.DynamoDBStreams), {
      context,
      throwOnFullBatchFailure: false,
    })
}
