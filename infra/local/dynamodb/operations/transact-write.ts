import { createHash } from 'node:crypto'
import { AwsError, type Principal } from '../../kernel/aws.ts'
import {
  addUnits,
  type CapacityKind,
  type CapacityMode,
  consumedCapacity,
  noUnits,
  readUnits,
  type Units,
  writeUnits,
} from '../capacity.ts'
import { invalid } from '../errors.ts'
import { asDocument, boundedList, document, type Input, optionalText } from '../input.ts'
import type { RememberedTransaction } from '../store/tokens.ts'
import type { Version } from '../store/version.ts'
import type { Key } from '../tables/keys.ts'
import type { Table } from '../tables/schema.ts'
import { type Context, capacityMode, type Operation } from './context.ts'
import { readers } from './read-write.ts'
import {
  authorizeWrite,
  conditionHolds,
  readBefore,
  store,
  type WriteAction,
  type WriteRequest,
} from './write-request.ts'

export const MAX_TRANSACTION_ITEMS = 100
export const MAX_TRANSACTION_BYTES = 4 * 1024 * 1024

const ACTIONS: Record<string, WriteAction> = {
  Put: 'PutItem',
  Update: 'UpdateItem',
  Delete: 'DeleteItem',
  ConditionCheck: 'ConditionCheckItem',
}

/** TransactWriteItems: all conditions against the state before, then all writes, in one commit; or none. */
export const transactWriteItems: Operation = async (context, input, principal) => {
  const mode = capacityMode(input)
  const token = readToken(input)
  const rawItems = boundedList(input, 'TransactItems', MAX_TRANSACTION_ITEMS)
  // before reading: that brings the values into normal form, in place
  const digest = token && digestOf(rawItems)
  const requests = rawItems.map((raw) => readMember(context, asDocument(raw, 'TransactItems'), principal))
  refuseRepeatedItems(requests)
  for (const request of requests) authorizeWrite(context, principal, request)
  return context.commit(() => {
    const remembered = token ? context.tokens.find(principal.account, token, digest!) : undefined
    if (remembered) return answer(mode, remembered, 'ReadCapacityUnits')
    const { written, reread } = execute(context, requests)
    if (token) context.tokens.remember(principal.account, token, digest!, reread)
    return answer(mode, written, 'WriteCapacityUnits')
  })
}

function readToken(input: Input): string | undefined {
  const token = optionalText(input, 'ClientRequestToken')
  if (token !== undefined && (token.length < 1 || token.length > 36))
    throw invalid(
      `1 validation error detected: Value '${token}' at 'clientRequestToken' failed to satisfy constraint: Member must have length less than or equal to 36`,
    )
  return token
}

const digestOf = (items: unknown[]) => createHash('sha256').update(JSON.stringify(items)).digest('base64')

function readMember(context: Context, member: Input, principal: Principal): WriteRequest {
  const kinds = Object.keys(member).filter((kind) => member[kind] !== null && member[kind] !== undefined)
  const action = kinds.length === 1 ? ACTIONS[kinds[0]!] : undefined
  if (!action) throw invalid('TransactItems can only contain one of Check, Put, Update or Delete')
  return readers[action](context, document(member, kinds[0]!), principal)
}

export function refuseRepeatedItems(members: { table: Table; key: Key }[]) {
  const places = members.map(
    ({ table, key }) => `${table.id}/${key.partition.toString('hex')}/${key.sort.toString('hex')}`,
  )
  if (new Set(places).size < places.length)
    throw invalid('Transaction request cannot include multiple operations on one item')
}

/** Why one member does not go through, as CancellationReasons lists it; `None` when it would. */
type Reason = { Code: string; Message?: string; Item?: unknown }
interface Plan {
  request: WriteRequest
  before: Version | undefined
  after: Version | undefined
  reason: Reason
}

const NO_REASON: Reason = { Code: 'None' }

function execute(context: Context, requests: WriteRequest[]) {
  const plans = requests.map((request) => plan(context, request))
  const bytes = plans.reduce((sum, { before, after }) => sum + ((after ?? before)?.size ?? 0), 0)
  if (bytes > MAX_TRANSACTION_BYTES) throw invalid('Transaction request size exceeds the limit of 4 MB')
  if (plans.some(({ reason }) => reason !== NO_REASON)) throw cancelled(context, plans)
  const written: RememberedTransaction = {}
  const reread: RememberedTransaction = {}
  for (const { request, before, after } of plans) {
    const { units } = store(context, request, before, after, 2)
    add(written, request.table, units)
    const images = Math.max(before?.size ?? 0, after?.size ?? 0)
    add(reread, request.table, { table: readUnits(images, 2), indexes: {} })
  }
  return { written, reread }
}

function plan(context: Context, request: WriteRequest): Plan {
  const before = readBefore(context, request)
  const failed = (reason: Reason): Plan => ({ request, before, after: before, reason })
  if (!conditionHolds(request, before))
    return failed({
      Code: 'ConditionalCheckFailed',
      ...(request.returnOnFailure && before && { Item: before.item }),
      Message: 'The conditional request failed',
    })
  try {
    return { request, before, after: request.next(before), reason: NO_REASON }
  } catch (error) {
    if (!(error instanceof AwsError)) throw error
    return failed({ Code: 'ValidationError', Message: error.message })
  }
}

/** Nothing is written, but AWS bills what it has prepared. */
function cancelled({ meter }: Context, plans: Plan[]): AwsError {
  for (const { request, before, after } of plans)
    meter.countWrite(request.table, request.keyItem, before, {
      table: 2 * writeUnits(before?.size ?? 0, after?.size ?? 0),
      indexes: {},
    })
  const reasons = plans.map(({ reason }) => reason)
  const codes = reasons.map(({ Code }) => Code).join(', ')
  return new AwsError(
    'TransactionCanceledException',
    `Transaction cancelled, please refer cancellation reasons for specific reasons [${codes}]`,
    400,
    { CancellationReasons: reasons },
  )
}

function add(sums: RememberedTransaction, table: Table, units: Units) {
  sums[table.name] ??= noUnits()
  addUnits(sums[table.name]!, units)
}

const answer = (mode: CapacityMode, sums: RememberedTransaction, kind: CapacityKind) =>
  mode === 'NONE'
    ? {}
    : {
        ConsumedCapacity: Object.entries(sums).map(([name, units]) =>
          consumedCapacity(mode, name, units, kind),
        ),
      }
