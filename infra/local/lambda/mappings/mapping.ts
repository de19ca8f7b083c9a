import { refuseResource, refuseUnknownProperties } from '../../kernel/part.ts'
import { type EventPattern, readPattern } from '../../kernel/pattern.ts'
import type { Resource } from '../../kernel/resource.ts'

/** An event source mapping of the template. */
export interface Mapping {
  id: string
  functionArn: string
  sourceArn: string
  batchSize: number
  batchingWindowMs: number
  startingPosition: 'TRIM_HORIZON' | 'LATEST'
  /** Holds when there is no filter. */
  matches: EventPattern
  bisect: boolean
  /** Undefined: until the record is too old. */
  retries: number | undefined
  longestAgeMs: number
  reportsItemFailures: boolean
  parallel: number
  onFailure: string | undefined
  /** Batches of a queue at once. */
  concurrency: number
  enabled: boolean
}

/** Brings what its source holds to the function of a mapping. */
export interface Reader {
  /** Takes what is left from before. */
  start(): void
  /** Something came. */
  wake(): void
  stop(): void
}

const KNOWN = [
  ...[
    'FunctionName',
    'EventSourceArn',
    'BatchSize',
    'MaximumBatchingWindowInSeconds',
    'StartingPosition',
    'Enabled',
  ],
  ...['FilterCriteria', 'BisectBatchOnFunctionError', 'MaximumRetryAttempts', 'MaximumRecordAgeInSeconds'],
  ...[
    'FunctionResponseTypes',
    'ParallelizationFactor',
    'DestinationConfig',
    'ScalingConfig',
    'Tags',
    'MetricsConfig',
  ],
]

/** A stream keeps its records for a day. */
const STREAM_DAY_MS = 24 * 3_600_000
/** Batches of one queue at once where the template sets no limit: Lambda begins with as many pollers. */
const QUEUE_CONCURRENCY = 5

/** Reads AWS::Lambda::EventSourceMapping. Throws for a source or a setting that does not run here. */
export function readMapping(resource: Resource): Mapping {
  refuseUnknownProperties(resource, KNOWN)
  const { properties } = resource
  const sourceArn = String(properties.EventSourceArn)
  const isQueue = /^arn:[^:]+:sqs:/.test(sourceArn)
  if (!isQueue && !/^arn:[^:]+:dynamodb:.*\/stream\//.test(sourceArn))
    refuseResource(resource, `the event source ${sourceArn} is neither a queue nor a table's stream.`)
  const startingPosition = String(properties.StartingPosition ?? 'TRIM_HORIZON')
  if (startingPosition !== 'TRIM_HORIZON' && startingPosition !== 'LATEST')
    refuseResource(resource, `the starting position ${startingPosition} does not run here.`)
  const types = (properties.FunctionResponseTypes ?? []) as string[]
  const retries = Number(properties.MaximumRetryAttempts ?? -1)
  const age = Number(properties.MaximumRecordAgeInSeconds ?? -1)
  const scaling = (properties.ScalingConfig ?? {}) as { MaximumConcurrency?: number }
  return {
    id: `${resource.stack}/${resource.logicalId}`,
    functionArn: String(properties.FunctionName),
    sourceArn,
    batchSize: Number(properties.BatchSize ?? (isQueue ? 10 : 100)),
    batchingWindowMs: Number(properties.MaximumBatchingWindowInSeconds ?? 0) * 1000,
    startingPosition,
    matches: filterOf(properties.FilterCriteria),
    bisect: properties.BisectBatchOnFunctionError === true,
    retries: retries < 0 ? undefined : retries,
    longestAgeMs: age < 0 ? STREAM_DAY_MS : age * 1000,
    reportsItemFailures: types.includes('ReportBatchItemFailures'),
    parallel: Number(properties.ParallelizationFactor ?? 1),
    onFailure: failureDestination(resource),
    concurrency: scaling.MaximumConcurrency ?? QUEUE_CONCURRENCY,
    enabled: properties.Enabled !== false,
  }
}

function filterOf(criteria: unknown): EventPattern {
  const { Filters: filters = [] } = (criteria ?? {}) as { Filters?: { Pattern?: string }[] }
  if (filters.length === 0) return () => true
  const patterns = filters.map(({ Pattern: pattern }) => readPattern(pattern ?? '{}'))
  return (event) => patterns.some((matches) => matches(event))
}

function failureDestination(resource: Resource): string | undefined {
  const config = (resource.properties.DestinationConfig ?? {}) as { OnFailure?: { Destination?: string } }
  const arn = config.OnFailure?.Destination
  if (arn !== undefined && !/^arn:[^:]+:(sqs|sns):/.test(arn))
    refuseResource(resource, `the destination ${arn} is neither a queue nor a topic.`)
  return arn
}
