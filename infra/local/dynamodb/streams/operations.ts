import { AwsError } from '../../kernel/aws.ts'
import { invalid } from '../errors.ts'
import { choice, type Input, optionalText, optionalWhole } from '../input.ts'
import type { Context, Operation } from '../operations/context.ts'
import { keySchemaOf } from '../operations/describe.ts'
import { streamLabel } from '../tables/identity.ts'
import { parseSequence, type StreamRecord, sequenceText } from './record.ts'
import { requireStream, type Streams, streamingTables } from './streams.ts'

const MAX_RECORDS = 1000
const ITERATOR_TYPES = ['TRIM_HORIZON', 'LATEST', 'AT_SEQUENCE_NUMBER', 'AFTER_SEQUENCE_NUMBER', ''] as const

interface Iterator {
  arn: string
  shard: string
  after: string
}

/** The DynamoDB Streams API, for clients that read a stream themselves. */
export function streamOperations(streams: Streams): Record<string, Operation> {
  return {
    ListStreams(context, input, principal) {
      context.authorize(principal, 'dynamodb:ListStreams', '*')
      const name = optionalText(input, 'TableName')
      return {
        Streams: streamingTables(context.registry)
          .filter((table) => name === undefined || table.name === name)
          .map(({ streamArn, name: TableName }) => ({
            StreamArn: streamArn,
            TableName,
            StreamLabel: streamLabel(streamArn),
          })),
      }
    },
    DescribeStream(context, input, principal) {
      const arn = required(input, 'StreamArn')
      context.authorize(principal, 'dynamodb:DescribeStream', arn)
      return { StreamDescription: describe(context, streams, arn) }
    },
    GetShardIterator(context, input, principal) {
      const arn = required(input, 'StreamArn')
      context.authorize(principal, 'dynamodb:GetShardIterator', arn)
      const shard = required(input, 'ShardId')
      const after = startOf(context, streams, input, arn, shard)
      return { ShardIterator: writeIterator({ arn, shard, after }) }
    },
    GetRecords(context, input, principal) {
      const iterator = readIterator(required(input, 'ShardIterator'))
      context.authorize(principal, 'dynamodb:GetRecords', iterator.arn)
      const limit = Math.min(optionalWhole(input, 'Limit', 1) ?? MAX_RECORDS, MAX_RECORDS)
      const { records, last } = streams.read(iterator.arn, iterator.shard, iterator.after, limit)
      return {
        Records: records.map(withoutLambdaParts),
        NextShardIterator: writeIterator({ ...iterator, after: last ?? iterator.after }),
      }
    },
  }
}

function required(input: Input, name: string): string {
  const text = optionalText(input, name)
  if (text === undefined)
    throw invalid(
      `1 validation error detected: Value null at '${name.charAt(0).toLowerCase()}${name.slice(1)}' failed to satisfy constraint: Member must not be null`,
    )
  return text
}

function describe({ registry }: Context, streams: Streams, arn: string) {
  const table = requireStream(registry, arn)
  return {
    StreamArn: arn,
    StreamLabel: streamLabel(arn),
    StreamStatus: 'ENABLED',
    StreamViewType: table.streamView,
    CreationRequestDateTime: table.createdAt / 1000,
    TableName: table.name,
    KeySchema: keySchemaOf(table.keys),
    Shards: streams.shards(arn).map((ShardId) => ({
      ShardId,
      SequenceNumberRange: { StartingSequenceNumber: sequenceText(0) },
    })),
  }
}

/** The position in front of the first record an iterator gives. */
function startOf({ log }: Context, streams: Streams, input: Input, arn: string, shard: string): string {
  const type = choice(input, 'ShardIteratorType', ITERATOR_TYPES, '')
  if (type === 'LATEST') return streams.read(arn, shard, 'LATEST', 0).last!
  // also checks that stream and shard exist
  streams.read(arn, shard, 'TRIM_HORIZON', 0)
  if (type === 'TRIM_HORIZON') return type
  const seq = parseSequence(required(input, 'SequenceNumber'))
  if (type === '' || seq === undefined) throw invalid('Invalid ShardIteratorType or SequenceNumber.')
  if (seq !== 0 && seq <= log.horizon())
    throw new AwsError(
      'TrimmedDataAccessException',
      'Attempting to get a shard iterator with a sequence number that is older than the oldest record of the shard',
    )
  return sequenceText(type === 'AT_SEQUENCE_NUMBER' ? Math.max(0, seq - 1) : seq)
}

const writeIterator = (iterator: Iterator) => Buffer.from(JSON.stringify(iterator)).toString('base64url')

function readIterator(text: string): Iterator {
  try {
    const { arn, shard, after } = JSON.parse(Buffer.from(text, 'base64url').toString()) as Iterator
    if ([arn, shard, after].every((part) => typeof part === 'string')) return { arn, shard, after }
  } catch {
    // falls through to the one refusal
  }
  throw invalid('Invalid ShardIterator')
}

/** The streams API spells the identity with capitals and leaves out the source's ARN. */
function withoutLambdaParts({ eventSourceARN: _, userIdentity, ...record }: StreamRecord) {
  return {
    ...record,
    ...(userIdentity && {
      userIdentity: { PrincipalId: userIdentity.principalId, Type: userIdentity.type },
    }),
  }
}
