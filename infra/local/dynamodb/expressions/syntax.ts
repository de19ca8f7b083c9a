import { invalid } from '../errors.ts'
import type { Cursor } from './lexer.ts'
import { isReserved } from './reserved-words.ts'

/** Names and list positions from the item down; before binding a name may still be an alias such as `#status`. */
export type Path = (string | number)[]

/**
 * An operand of a condition or of an update. Before binding `V` is the placeholder (`:now`), afterwards the value.
 * `+` and `-` are calls of two arguments.
 */
export type Operand<V> =
  | { kind: 'path'; path: Path }
  | { kind: 'value'; value: V }
  | { kind: 'call'; name: string; args: Operand<V>[] }

/** Faults that AWS reports only after the whole expression was parsed, the first of each class, in this order. */
const FAULT_ORDER = ['parentheses', 'function', 'misuse', 'reserved', 'section'] as const
export type Faults = Partial<Record<(typeof FAULT_ORDER)[number], string>>

export function throwFaults(faults: Faults) {
  for (const kind of FAULT_ORDER) if (faults[kind] !== undefined) throw invalid(faults[kind])
}

const MAX_INDEX = 2 ** 31 - 1

export function parsePath(cursor: Cursor, faults: Faults): Path {
  const path: Path = [parseName(cursor, faults)]
  for (;;) {
    if (cursor.accept('.')) path.push(parseName(cursor, faults))
    else if (cursor.peek().text === '[' && cursor.peek().kind === 'symbol') path.push(parseIndex(cursor))
    else return path
  }
}

function parseName(cursor: Cursor, faults: Faults): string {
  const { kind, text } = cursor.peek()
  if (kind !== 'word' && kind !== 'alias') cursor.fail()
  if (kind === 'word' && isReserved(text))
    faults.reserved ??= `Attribute name is a reserved keyword; reserved keyword: ${text}`
  return cursor.take().text
}

function parseIndex(cursor: Cursor): number {
  cursor.expect('[')
  if (cursor.peek().kind !== 'index') cursor.fail()
  const index = Number(cursor.take().text)
  if (index > MAX_INDEX) throw invalid(`List index is not within the allowable range; index: [${index}]`)
  cursor.expect(']')
  return index
}

export function parseArguments<V>(cursor: Cursor, parseArgument: () => V): V[] {
  cursor.expect('(')
  const args = [parseArgument()]
  while (cursor.accept(',')) args.push(parseArgument())
  cursor.expect(')')
  return args
}

/** Whether a function call starts here. */
export const atCall = (cursor: Cursor) =>
  cursor.peek().kind === 'word' && cursor.peek(1).kind === 'symbol' && cursor.peek(1).text === '('

export const pathText = (path: Path) =>
  `[${path.map((step) => (typeof step === 'number' ? `[${step}]` : step)).join(', ')}]`

export const samePath = (left: Path, right: Path) =>
  left.length === right.length && left.every((step, index) => step === right[index])

/** Refuses two paths of which one leads through the other, or that take one node for a list and a map at once. */
export function refuseOverlaps(paths: Path[]) {
  for (let second = 1; second < paths.length; second++)
    for (let first = 0; first < second; first++) refuseOverlap(paths[first]!, paths[second]!)
}

function refuseOverlap(one: Path, two: Path) {
  const rest = `must remove or rewrite one of these paths; path one: ${pathText(one)}, path two: ${pathText(two)}`
  for (let step = 0; step < one.length && step < two.length; step++) {
    if (typeof one[step] !== typeof two[step])
      throw invalid(`Two document paths conflict with each other; ${rest}`)
    if (one[step] !== two[step]) return
  }
  throw invalid(`Two document paths overlap with each other; ${rest}`)
}
