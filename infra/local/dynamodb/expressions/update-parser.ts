import { type Cursor, readTokens } from './lexer.ts'
import {
  atCall,
  type Faults,
  type Operand,
  type Path,
  parseArguments,
  parsePath,
  throwFaults,
} from './syntax.ts'

/** One clause of an update expression; `V` as in {@link Operand}. */
export type Action<V> =
  | { kind: 'set'; path: Path; value: Operand<V> }
  | { kind: 'remove'; path: Path }
  | { kind: 'add' | 'delete'; path: Path; value: V }

const SECTIONS = ['SET', 'REMOVE', 'ADD', 'DELETE'] as const
type Section = (typeof SECTIONS)[number]

export function parseUpdate(text: string): Action<string>[] {
  const cursor = readTokens(text)
  const faults: Faults = {}
  const seen = new Set<Section>()
  const actions: Action<string>[] = []
  do {
    const section = SECTIONS.find((name) => cursor.acceptWord(name))
    if (!section) return cursor.fail()
    if (seen.has(section))
      faults.section ??= `The "${section}" section can only be used once in an update expression;`
    seen.add(section)
    do actions.push(parseAction(section, cursor, faults))
    while (cursor.accept(','))
  } while (cursor.peek().kind !== 'end')
  throwFaults(faults)
  return actions
}

function parseAction(section: Section, cursor: Cursor, faults: Faults): Action<string> {
  const path = parsePath(cursor, faults)
  if (section === 'REMOVE') return { kind: 'remove', path }
  if (section === 'SET') {
    cursor.expect('=')
    return { kind: 'set', path, value: parseValue(cursor, faults) }
  }
  if (cursor.peek().kind !== 'value') cursor.fail()
  return { kind: section === 'ADD' ? 'add' : 'delete', path, value: cursor.take().text }
}

function parseValue(cursor: Cursor, faults: Faults): Operand<string> {
  const left = parseOperand(cursor, faults)
  const name = ['+', '-'].find((sign) => cursor.accept(sign))
  return name === undefined ? left : { kind: 'call', name, args: [left, parseOperand(cursor, faults)] }
}

function parseOperand(cursor: Cursor, faults: Faults): Operand<string> {
  if (cursor.accept('(')) {
    const inner = parseValue(cursor, faults)
    cursor.expect(')')
    return inner
  }
  if (cursor.peek().kind === 'value') return { kind: 'value', value: cursor.take().text }
  if (!atCall(cursor)) return { kind: 'path', path: parsePath(cursor, faults) }
  const name = cursor.take().text
  if (name !== 'if_not_exists' && name !== 'list_append')
    faults.function ??= `Invalid function name; function: ${name}`
  return { kind: 'call', name, args: parseArguments(cursor, () => parseValue(cursor, faults)) }
}
