import { AwsError } from '../kernel/aws.ts'

const MOST_ENTRIES = 10

interface BatchAnswer {
  Successful: object[]
  Failed: object[]
}

/** Runs one operation per entry; what fails is answered per entry, as SQS and SNS do. */
export async function runBatch<T extends { Id?: string }>(
  entries: T[] | undefined,
  run: (entry: T) => Promise<unknown>,
): Promise<BatchAnswer> {
  if (!entries || entries.length === 0)
    throw new AwsError('EmptyBatchRequest', 'There should be at least one entry in the request.')
  if (entries.length > MOST_ENTRIES)
    throw new AwsError(
      'TooManyEntriesInBatchRequest',
      `Maximum number of entries per request are ${MOST_ENTRIES}. You have sent ${entries.length}.`,
    )
  const ids = new Set(entries.map((entry) => entry.Id))
  if (ids.size < entries.length)
    throw new AwsError(
      'BatchEntryIdsNotDistinct',
      'Two or more batch entries in the request have the same Id.',
    )
  for (const id of ids)
    if (!/^[\w-]{1,80}$/.test(id ?? ''))
      throw new AwsError(
        'InvalidBatchEntryId',
        'A batch entry id can only contain alphanumeric characters, hyphens and underscores. It can be at most 80 letters long.',
      )
  const answer: BatchAnswer = { Successful: [], Failed: [] }
  const results = await Promise.allSettled(entries.map(run))
  for (const [index, result] of results.entries()) {
    const Id = entries[index]!.Id
    if (result.status === 'fulfilled') answer.Successful.push({ Id, ...Object(result.value) })
    else if (result.reason instanceof AwsError)
      answer.Failed.push({ Id, Code: result.reason.code, Message: result.reason.message, SenderFault: true })
    else throw result.reason
  }
  return answer
}
