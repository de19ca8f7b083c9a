import { consumedCapacity } from '../capacity.ts'
import { invalid } from '../errors.ts'
import { project } from '../expressions/projection.ts'
import type { Path } from '../expressions/syntax.ts'
import { choice } from '../input.ts'
import type { Item } from '../values/value.ts'
import { capacityMode, type Operation } from './context.ts'
import { readers } from './read-write.ts'
import { authorizeWrite, type WriteAction, type Written, write } from './write-request.ts'

const RETURN_VALUES = ['ALL_NEW', 'UPDATED_OLD', 'ALL_OLD', 'NONE', 'UPDATED_NEW'] as const
type ReturnValues = (typeof RETURN_VALUES)[number]

/** PutItem, UpdateItem and DeleteItem: read, decide and write inside one commit, answer when it is durable. */
const writeOperation =
  (action: WriteAction): Operation =>
  async (context, input, principal) => {
    const mode = capacityMode(input)
    const returnValues = choice(input, 'ReturnValues', RETURN_VALUES, 'NONE')
    if (action !== 'UpdateItem' && returnValues !== 'NONE' && returnValues !== 'ALL_OLD')
      throw invalid('ReturnValues can only be ALL_OLD or NONE')
    const request = readers[action](context, input, principal)
    authorizeWrite(context, principal, request)
    const written = await context.commit(() => write(context, request))
    return {
      Attributes: returned(returnValues, written, request.updatedPaths),
      ConsumedCapacity: consumedCapacity(mode, request.table.name, written.units),
    }
  }

export const putItem = writeOperation('PutItem')
export const updateItem = writeOperation('UpdateItem')
export const deleteItem = writeOperation('DeleteItem')

function returned(values: ReturnValues, { before, after }: Written, paths: Path[]): Item | undefined {
  if (values === 'ALL_OLD') return before?.item
  if (values === 'ALL_NEW') return after?.item
  const version = values === 'UPDATED_OLD' ? before : after
  if (values === 'NONE' || !version) return undefined
  const picked = project(paths, version.item)
  return Object.keys(picked).length > 0 ? picked : undefined
}
