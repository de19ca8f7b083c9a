import { AwsError, type AwsService, jsonService } from '../kernel/aws.ts'
import type { PartDeps } from '../kernel/part.ts'
import type { Resource, ResourceType } from '../kernel/resource.ts'
import { malformed } from './errors.ts'
import { batchGetItem } from './operations/batch-get.ts'
import { batchWriteItem } from './operations/batch-write.ts'
import { type Context, createCommit, type Operation } from './operations/context.ts'
import { getItem } from './operations/get-item.ts'
import { partiqlOperations } from './operations/partiql.ts'
import { query } from './operations/query.ts'
import { scan } from './operations/scan.ts'
import { deleteItem, putItem, updateItem } from './operations/single-writes.ts'
import { tableOperations } from './operations/tables.ts'
import { transactGetItems } from './operations/transact-get.ts'
import { transactWriteItems } from './operations/transact-write.ts'
import { resourceTypes } from './resource-types.ts'
import { createSchema } from './store/ddl.ts'
import { createExpiry } from './store/expiry.ts'
import { createItems } from './store/items.ts'
import { type BilledWrite, type Consumption, createMeter } from './store/meter.ts'
import { createRows } from './store/rows.ts'
import { createStreamLog } from './store/stream-log.ts'
import { createTokens } from './store/tokens.ts'
import { streamOperations } from './streams/operations.ts'
import { createStreams, type Streams } from './streams/streams.ts'
import { provisionTable } from './tables/provision.ts'
import { createRegistry } from './tables/registry.ts'

export type { BilledWrite } from './store/meter.ts'
export type { StreamRecord } from './streams/record.ts'
export type { Position, Streams } from './streams/streams.ts'

export interface DynamoDb {
  /** Both APIs, DynamoDB and DynamoDB Streams: clients sign them with one scope. */
  service: AwsService
  types: ResourceType[]
  /** Makes the tables what these resources say; throws one sentence about what it cannot run or may not change. */
  provision(resources: Resource[]): void
  streams: Streams
  /** What AWS would bill by table since start, refused conditional writes included. */
  consumed(): Record<string, Consumption>
  stop(): void
}

const MAX_BODY_BYTES = 16 * 1024 * 1024

/**
 * DynamoDB on the one durable file. A write is answered when it is durable. A read runs between commit groups, which
 * are executed and committed in one turn of the event loop: it sees all that was answered. What else it sees is on its
 * way to the disk, and the endpoint answers only when it has arrived.
 */
export function createDynamoDb(deps: PartDeps, onWrite?: (write: BilledWrite) => void): DynamoDb {
  const { database, clock, activity, authorize, place } = deps
  const { sqlite } = database
  createSchema(sqlite)
  const registry = createRegistry(sqlite, clock, place)
  const log = createStreamLog(sqlite, clock)
  const commit = createCommit(database, registry, log)
  const items = createItems(sqlite, log, (table, seconds) => expiry.note(table, seconds))
  const expiry = createExpiry({
    sqlite,
    clock,
    activity,
    tables: () => registry.list().filter((table) => table.ttlAttribute !== undefined),
    commit,
    remove: (table, key) => void items.write(table, key, items.read(table, key), undefined, true),
  })
  const streams = createStreams(registry, log, place)
  const context: Context = {
    registry,
    items,
    rows: createRows(sqlite),
    log,
    meter: createMeter(onWrite),
    tokens: createTokens(sqlite, clock),
    clock,
    place,
    authorize,
    commit,
  }
  expiry.arm()

  return {
    service: createService(context, { ...operations, ...streamOperations(streams) }),
    types: resourceTypes,
    provision(resources) {
      sqlite.exec('BEGIN IMMEDIATE')
      try {
        for (const resource of resources) provisionTable(resource, registry, items)
        sqlite.exec('COMMIT')
      } catch (error) {
        if (sqlite.isTransaction) sqlite.exec('ROLLBACK')
        registry.reload()
        throw error
      }
      expiry.arm()
    },
    streams,
    consumed: context.meter.report,
    stop: expiry.stop,
  }
}

const operations: Record<string, Operation> = {
  GetItem: getItem,
  PutItem: putItem,
  UpdateItem: updateItem,
  DeleteItem: deleteItem,
  Query: query,
  Scan: scan,
  BatchGetItem: batchGetItem,
  BatchWriteItem: batchWriteItem,
  TransactWriteItems: transactWriteItems,
  TransactGetItems: transactGetItems,
  ...tableOperations,
  ...partiqlOperations,
}

function createService(context: Context, all: Record<string, Operation>): AwsService {
  return jsonService({
    name: 'dynamodb',
    version: '1.0',
    errorPrefix: 'com.amazonaws.dynamodb.v20120810#',
    operations: Object.fromEntries(
      Object.entries(all).map(([name, operation]) => [
        name,
        (input: unknown, { body, principal }) => {
          if (body.length > MAX_BODY_BYTES)
            throw new AwsError('RequestEntityTooLargeException', 'The request is larger than 16 MB.', 413)
          if (input === null || typeof input !== 'object' || Array.isArray(input))
            throw malformed('Start of structure or map expected')
          return operation(context, input as Record<string, unknown>, principal)
        },
      ]),
    ),
  })
}
