import type { Clock } from '../../clock/clock.ts'
import { type Authorize, AwsError, type Principal } from '../../kernel/aws.ts'
import { type Database, NotDurable } from '../../kernel/database.ts'
import type { Place } from '../../kernel/resource.ts'
import type { CapacityMode } from '../capacity.ts'
import { notFound } from '../errors.ts'
import { choice, type Input, resourceName } from '../input.ts'
import type { Items } from '../store/items.ts'
import type { Meter } from '../store/meter.ts'
import type { Rows } from '../store/rows.ts'
import type { StreamLog } from '../store/stream-log.ts'
import type { Tokens } from '../store/tokens.ts'
import { nameOf, tableArn } from '../tables/identity.ts'
import type { Registry } from '../tables/registry.ts'
import type { Table } from '../tables/schema.ts'

/** What the operations work on. */
export interface Context {
  registry: Registry
  items: Items
  rows: Rows
  log: StreamLog
  meter: Meter
  tokens: Tokens
  clock: Clock
  place: Place
  authorize: Authorize
  /** Runs a change and resolves when it is durable; only then stream listeners hear of it. */
  commit<T>(change: () => T): Promise<T>
}

export type Operation = (context: Context, input: Input, principal: Principal) => unknown

export const createCommit =
  (database: Database, registry: Registry, log: StreamLog): Context['commit'] =>
  async (change) => {
    try {
      const result = await database.write(change)
      log.announce()
      return result
    } catch (error) {
      // a full disk may strike the change itself or the commit of its group
      if (!(error instanceof NotDurable) && !isSqliteError(error)) throw error
      registry.reload()
      throw new AwsError(
        'InternalServerError',
        `The local cloud could not make this write durable and has kept nothing of it: ${(error as Error).message}`,
        500,
      )
    }
  }

const isSqliteError = (error: unknown) => (error as { code?: string }).code === 'ERR_SQLITE_ERROR'

/**
 * The table a request names. When there is none, whoever may not act on it learns that first, as from AWS.
 */
export function requireTable(
  { registry, authorize, place }: Context,
  nameOrArn: string,
  principal: Principal,
  action: string,
  absent?: (name: string) => string,
): Table {
  const table = registry.find(nameOrArn)
  if (table) return table
  const name = nameOf(nameOrArn)
  authorize(principal, `dynamodb:${action}`, tableArn(place, name))
  throw notFound(absent?.(name))
}

export const tableOf = (context: Context, input: Input, principal: Principal, action: string) =>
  requireTable(context, resourceName(input, 'TableName'), principal, action)

export const capacityMode = (input: Input): CapacityMode =>
  choice(input, 'ReturnConsumedCapacity', ['INDEXES', 'TOTAL', 'NONE'], 'NONE')
