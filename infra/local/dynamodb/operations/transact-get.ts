import { consumedCapacity } from '../capacity.ts'
import { invalid } from '../errors.ts'
import { asDocument, boundedList, document } from '../input.ts'
import { encodeKey } from '../tables/keys.ts'
import { capacityMode, type Operation } from './context.ts'
import { get, readGet } from './get-item.ts'
import { MAX_TRANSACTION_BYTES, MAX_TRANSACTION_ITEMS, refuseRepeatedItems } from './transact-write.ts'

/** TransactGetItems: up to 100 items as of one instant, which every read here is. */
export const transactGetItems: Operation = (context, input, principal) => {
  const mode = capacityMode(input)
  const requests = boundedList(input, 'TransactItems', MAX_TRANSACTION_ITEMS).map((raw) =>
    readGet(context, document(asDocument(raw, 'TransactItems'), 'Get'), principal, 'GetItem'),
  )
  refuseRepeatedItems(requests.map(({ table, key }) => ({ table, key: encodeKey(table.keys, key) })))
  const answers = requests.map((request) => get(context, request, 2))
  if (answers.reduce((sum, { size }) => sum + size, 0) > MAX_TRANSACTION_BYTES)
    throw invalid('Transaction request size exceeds the limit of 4 MB')
  const perTable = new Map<string, number>()
  requests.forEach(({ table }, index) => {
    perTable.set(table.name, (perTable.get(table.name) ?? 0) + answers[index]!.units)
  })
  return {
    Responses: answers.map(({ item }) => (item ? { Item: item } : {})),
    ...(mode !== 'NONE' && {
      ConsumedCapacity: [...perTable].map(([name, table]) =>
        consumedCapacity(mode, name, { table, indexes: {} }, 'ReadCapacityUnits'),
      ),
    }),
  }
}
