import type { Principal } from '../../kernel/aws.ts'
import type { Consistency } from '../capacity.ts'
import { invalid } from '../errors.ts'
import { readExpressions } from '../expressions/expressions.ts'
import { project } from '../expressions/projection.ts'
import { asDocument, boundedList, checkResourceName, document, flag, type Input } from '../input.ts'
import { checkKey, encodeKey, keyText } from '../tables/keys.ts'
import { checkItem, type Item } from '../values/value.ts'
import { type Context, capacityMode, type Operation, requireTable } from './context.ts'
import { type GetRequest, get, PROJECTING, readCapacity } from './get-item.ts'

const MAX_KEYS = 100
const MAX_BYTES = 16 * 1024 * 1024

interface TableBatch {
  name: string
  input: Input
  gets: GetRequest[]
  consistency: Consistency
}

/** BatchGetItem: up to 100 keys of several tables; what does not fit into 16 MB comes back as unprocessed. */
export const batchGetItem: Operation = (context, input, principal) => {
  const mode = capacityMode(input)
  const batches = Object.entries(document(input, 'RequestItems')).map(([name, raw]) =>
    readBatch(context, name, asDocument(raw, name), principal),
  )
  if (batches.length === 0)
    throw invalid(
      "1 validation error detected: Value '{}' at 'requestItems' failed to satisfy constraint: Member must have length greater than or equal to 1",
    )
  if (batches.reduce((sum, { gets }) => sum + gets.length, 0) > MAX_KEYS)
    throw invalid('Too many items requested for the BatchGetItem call')
  let bytes = 0
  const answers = batches.map((batch) => {
    const found: Item[] = []
    const unprocessed: Item[] = []
    let units = 0
    for (const request of batch.gets) {
      if (bytes > MAX_BYTES) {
        unprocessed.push(request.key)
        continue
      }
      const answer = get(context, request, batch.consistency)
      units += answer.units
      bytes += answer.size
      if (answer.item) found.push(answer.item)
    }
    return { ...batch, table: batch.gets[0]!.table, found, unprocessed, units }
  })
  return {
    Responses: Object.fromEntries(answers.map(({ name, found }) => [name, found])),
    UnprocessedKeys: Object.fromEntries(
      answers
        .filter(({ unprocessed }) => unprocessed.length > 0)
        .map(({ name, input: asked, unprocessed }) => [name, { ...asked, Keys: unprocessed }]),
    ),
    ...(mode !== 'NONE' && {
      ConsumedCapacity: answers.map(({ table, units }) => readCapacity(mode, table, units)),
    }),
  }
}

function readBatch(context: Context, name: string, input: Input, principal: Principal): TableBatch {
  checkResourceName(name, 'requestItems')
  const keys = boundedList(input, 'Keys', MAX_KEYS).map((raw) => checkItem(raw))
  const { projection, attributes } = readExpressions(input, PROJECTING)
  const table = requireTable(context, name, principal, 'BatchGetItem')
  for (const key of keys) checkKey(table, key)
  refuseDuplicates(keys.map((key) => encodeKey(table.keys, key)))
  context.authorize(principal, 'dynamodb:BatchGetItem', table.arn, {
    'dynamodb:LeadingKeys': keys.map((key) => keyText(key[table.keys.hash]!)),
    ...(projection && { 'dynamodb:Attributes': [...attributes], 'dynamodb:Select': 'SPECIFIC_ATTRIBUTES' }),
  })
  const pick = projection ? (item: Item) => project(projection, item) : (item: Item) => item
  return {
    name,
    input,
    gets: keys.map((key) => ({ table, key, pick })),
    consistency: flag(input, 'ConsistentRead') ? 1 : 0.5,
  }
}

/** Refuses two keys that name one item. */
export function refuseDuplicates(keys: { partition: Buffer; sort: Buffer }[]) {
  const seen = new Set(
    keys.map(({ partition, sort }) => `${partition.toString('hex')}/${sort.toString('hex')}`),
  )
  if (seen.size < keys.length) throw invalid('Provided list of item keys contains duplicates')
}
