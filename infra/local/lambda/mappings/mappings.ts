import { type Authorize, AwsError, type Principal } from '../../kernel/aws.ts'
import type { Database } from '../../kernel/database.ts'
import type { Resource } from '../../kernel/resource.ts'
import { createPause, type DeliveryDeps } from './batch-delivery.ts'
import { type Mapping, type Reader, readMapping } from './mapping.ts'
import { createPositions } from './positions.ts'
import { createQueueReader, type QueueSource } from './queue-mapping.ts'
import { createShardReader } from './stream-mapping.ts'
import type { Streams } from './streams.ts'

export interface MappingsDeps extends Omit<DeliveryDeps, 'pause'> {
  database: Database
  streams: Streams
  queues: QueueSource
  authorize: Authorize
  principalOf(functionReference: string): Principal
}

/** The event source mappings of the template: they bring records of streams and messages of queues to functions. */
export interface Mappings {
  provision(resources: Resource[]): void
  /** Begins to read, from where each mapping stopped. */
  start(): void
  stop(): void
}

const READING: Record<string, string[]> = {
  dynamodb: ['DescribeStream', 'GetRecords', 'GetShardIterator'],
  sqs: ['ReceiveMessage', 'DeleteMessage', 'GetQueueAttributes'],
}

export function createMappings(deps: MappingsDeps): Mappings {
  const positions = createPositions(deps.database)
  const { pause, stop: stopPauses } = createPause(deps.clock)
  const readers = new Map<string, Reader[]>()
  let unsubscribe: () => void = () => undefined

  function open(mapping: Mapping): Reader[] {
    if (/^arn:[^:]+:sqs:/.test(mapping.sourceArn)) return [createQueueReader(mapping, deps)]
    const shards = deps.streams.shards(mapping.sourceArn)
    if (shards.length === 0)
      throw new AwsError(
        'ResourceNotFoundException',
        `The mapping ${mapping.id} reads ${mapping.sourceArn}, which has no shards.`,
      )
    return shards.map((shard) => createShardReader(mapping, shard, { ...deps, pause, positions }))
  }

  /** As AWS does when a mapping is made: the function's role must be able to read its source. */
  function demand({ functionArn, sourceArn, onFailure }: Mapping) {
    const principal = deps.principalOf(functionArn)
    const service = sourceArn.split(':')[2]!
    for (const action of READING[service]!) deps.authorize(principal, `${service}:${action}`, sourceArn)
    if (onFailure) {
      const action = onFailure.split(':')[2] === 'sqs' ? 'sqs:SendMessage' : 'sns:Publish'
      deps.authorize(principal, action, onFailure)
    }
  }

  const wake = (sourceArn: string) => {
    for (const reader of readers.get(sourceArn) ?? []) reader.wake()
  }

  return {
    provision(resources) {
      for (const mapping of resources.map(readMapping).filter(({ enabled }) => enabled)) {
        demand(mapping)
        readers.set(mapping.sourceArn, [...(readers.get(mapping.sourceArn) ?? []), ...open(mapping)])
      }
    },
    start() {
      unsubscribe = deps.streams.onAppend(wake)
      deps.queues.onMessage(wake)
      for (const reader of [...readers.values()].flat()) reader.start()
    },
    stop() {
      unsubscribe()
      for (const reader of [...readers.values()].flat()) reader.stop()
      stopPauses()
    },
  }
}
