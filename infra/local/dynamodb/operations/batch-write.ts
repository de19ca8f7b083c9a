import type { Principal } from '../../kernel/aws.ts'
import { addUnits, consumedCapacity, noUnits } from '../capacity.ts'
import { invalid } from '../errors.ts'
import { asDocument, boundedList, checkResourceName, document, type Input } from '../input.ts'
import { keyText } from '../tables/keys.ts'
import { refuseDuplicates } from './batch-get.ts'
import { type Context, capacityMode, type Operation, requireTable } from './context.ts'
import { readers } from './read-write.ts'
import { type WriteRequest, write } from './write-request.ts'

const MAX_REQUESTS = 25

/** BatchWriteItem: up to 25 puts and deletes, here always all of them; not a transaction to its readers in AWS. */
export const batchWriteItem: Operation = async (context, input, principal) => {
  const mode = capacityMode(input)
  const tables = Object.entries(document(input, 'RequestItems'))
  if (tables.length === 0)
    throw invalid(
      "1 validation error detected: Value '{}' at 'requestItems' failed to satisfy constraint: Member must have length greater than or equal to 1",
    )
  const batches = tables.map(([name]) =>
    boundedList(document(input, 'RequestItems'), name, MAX_REQUESTS).map((raw) =>
      readRequest(context, name, asDocument(raw, name), principal),
    ),
  )
  if (batches.reduce((sum, batch) => sum + batch.length, 0) > MAX_REQUESTS)
    throw invalid('Too many items requested for the BatchWriteItem call')
  for (const batch of batches) authorizeBatch(context, principal, batch)
  const consumed = await context.commit(() => batches.map((batch) => writeBatch(context, batch)))
  return {
    UnprocessedItems: {},
    ...(mode !== 'NONE' && {
      ConsumedCapacity: consumed.map(({ name, units }) => consumedCapacity(mode, name, units)),
    }),
  }
}

function readRequest(context: Context, name: string, input: Input, principal: Principal): WriteRequest {
  checkResourceName(name, 'requestItems')
  const kinds = Object.keys(input).filter((kind) => input[kind] !== null)
  if (kinds.length !== 1)
    throw invalid(
      'Supplied AttributeValue has more than one datatypes set, must contain exactly one of the supported datatypes',
    )
  requireTable(context, name, principal, 'BatchWriteItem')
  if (kinds[0] === 'PutRequest') {
    const { Item } = document(input, 'PutRequest')
    return readers.PutItem(context, { TableName: name, Item }, principal)
  }
  const { Key } = document(input, 'DeleteRequest')
  return readers.DeleteItem(context, { TableName: name, Key }, principal)
}

function authorizeBatch({ authorize }: Context, principal: Principal, batch: WriteRequest[]) {
  refuseDuplicates(batch.map(({ key }) => key))
  const { table } = batch[0]!
  authorize(principal, 'dynamodb:BatchWriteItem', table.arn, {
    'dynamodb:LeadingKeys': batch.map(({ keyItem }) => keyText(keyItem[table.keys.hash]!)),
    'dynamodb:Attributes': [...new Set(batch.flatMap(({ attributes }) => [...attributes]))],
  })
}

function writeBatch(context: Context, batch: WriteRequest[]) {
  const units = noUnits()
  for (const request of batch) addUnits(units, write(context, request).units)
  return { name: batch[0]!.table.name, units }
}
