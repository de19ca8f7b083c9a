import { invalid } from '../errors.ts'
import { addNumbers, subtractNumbers } from '../values/decimal.ts'
import { type AttributeValue, clone, type Item, setAttribute, typeOf } from '../values/value.ts'
import { lookup } from './lookup.ts'
import type { Operand, Path } from './syntax.ts'
import type { Action } from './update-parser.ts'

const NO_SUCH_PATH = 'The document path provided in the update expression is invalid for update'
const WRONG_TYPE = 'An operand in the update expression has an incorrect data type'

/** What an update makes of an item; `item` itself stays as it is. Every right side sees the item as it was. */
export function applyActions(actions: Action<AttributeValue>[], item: Item): Item {
  const values = actions.map((action) => newValue(action, item))
  const updated = clone(item)
  // parents are found before anything changes, and list positions shift only at the end: they mean the item as it was
  const parents = actions.map((action) => parentOf(action.path, updated))
  const lists = new Map<AttributeValue[], ListChange>()
  actions.forEach((action, index) => {
    const step = action.path.at(-1)!
    const parent = parents[index]!
    if (typeof step === 'string') change(parent.M!, step, values[index])
    else changeOf(lists, parent.L!).push([step, values[index]])
  })
  for (const [list, changes] of lists) changeList(list, changes)
  return updated
}

/** What to put at a position; `undefined` removes. */
type ListChange = [position: number, value: AttributeValue | undefined][]

function changeOf(lists: Map<AttributeValue[], ListChange>, list: AttributeValue[]): ListChange {
  const changes = lists.get(list) ?? []
  lists.set(list, changes)
  return changes
}

function change(map: Item, name: string, value: AttributeValue | undefined) {
  if (value === undefined) delete map[name]
  else setAttribute(map, name, value)
}

/** Positions beyond the end append, in their order. */
function changeList(list: AttributeValue[], changes: ListChange) {
  const length = list.length
  const removed = new Set<number>()
  for (const [position, value] of changes.toSorted(([left], [right]) => left - right)) {
    if (value === undefined) removed.add(position)
    else if (position < length) list[position] = value
    else list.push(value)
  }
  const kept = list.filter((_, position) => position >= length || !removed.has(position))
  list.splice(0, list.length, ...kept)
}

function parentOf(path: Path, item: Item): AttributeValue {
  const parent: AttributeValue | undefined = path.length === 1 ? { M: item } : lookup(path.slice(0, -1), item)
  const fits = typeof path.at(-1) === 'number' ? parent?.L : parent?.M
  if (parent === undefined || fits === undefined) throw invalid(NO_SUCH_PATH)
  return parent
}

/** The value an action leaves at its path; `undefined` when nothing stays there. */
function newValue(action: Action<AttributeValue>, item: Item): AttributeValue | undefined {
  if (action.kind === 'remove') return undefined
  if (action.kind === 'set') return clone(evaluate(action.value, item))
  const existing = lookup(action.path, item)
  if (existing !== undefined && typeOf(existing) !== typeOf(action.value)) throw invalid(WRONG_TYPE)
  return action.kind === 'add' ? added(existing, action.value) : withoutElements(existing, action.value)
}

function added(existing: AttributeValue | undefined, value: AttributeValue): AttributeValue {
  if (existing === undefined) return clone(value)
  if (existing.N !== undefined) return { N: addNumbers(existing.N, value.N!) }
  const type = setTypeOf(value)
  return { [type]: [...new Set([...existing[type]!, ...value[type]!])] }
}

function withoutElements(existing: AttributeValue | undefined, value: AttributeValue) {
  if (existing === undefined) return undefined
  const type = setTypeOf(value)
  const dropped = new Set(value[type]!)
  const kept = existing[type]!.filter((element) => !dropped.has(element))
  return kept.length > 0 ? { [type]: kept } : undefined
}

const setTypeOf = (value: AttributeValue) => typeOf(value) as 'SS' | 'NS' | 'BS'

function evaluate(operand: Operand<AttributeValue>, item: Item): AttributeValue {
  if (operand.kind === 'value') return operand.value
  if (operand.kind === 'path') return existingAt(operand.path, item)
  const [first, second] = operand.args as [Operand<AttributeValue>, Operand<AttributeValue>]
  if (operand.name === 'if_not_exists')
    return (first.kind === 'path' && lookup(first.path, item)) || evaluate(second, item)
  const [left, right] = [evaluate(first, item), evaluate(second, item)]
  if (operand.name === 'list_append') {
    if (left.L === undefined || right.L === undefined) throw invalid(WRONG_TYPE)
    return { L: [...left.L, ...right.L] }
  }
  if (left.N === undefined || right.N === undefined) throw invalid(WRONG_TYPE)
  return { N: (operand.name === '+' ? addNumbers : subtractNumbers)(left.N, right.N) }
}

function existingAt(path: Path, item: Item): AttributeValue {
  const value = lookup(path, item)
  if (value === undefined)
    throw invalid('The provided expression refers to an attribute that does not exist in the item')
  return value
}
