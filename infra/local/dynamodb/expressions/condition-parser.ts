import { type Cursor, readTokens } from './lexer.ts'
import { atCall, type Faults, type Operand, parseArguments, parsePath, throwFaults } from './syntax.ts'

export type Comparator = '=' | '<>' | '<' | '<=' | '>' | '>='

/** The tree of a condition, filter or key condition; `V` as in {@link Operand}. */
export type Condition<V> =
  | { kind: 'and' | 'or'; left: Condition<V>; right: Condition<V> }
  | { kind: 'not'; of: Condition<V> }
  | { kind: 'compare'; operator: Comparator; left: Operand<V>; right: Operand<V> }
  | { kind: 'between'; value: Operand<V>; low: Operand<V>; high: Operand<V> }
  | { kind: 'in'; value: Operand<V>; options: Operand<V>[] }
  | { kind: 'call'; name: string; args: Operand<V>[] }

const FUNCTIONS = new Set([
  'attribute_exists',
  'attribute_not_exists',
  'attribute_type',
  'begins_with',
  'contains',
  'size',
])
const COMPARATORS = new Set(['=', '<>', '<', '<=', '>', '>='])

export function parseCondition(text: string): Condition<string> {
  const cursor = readTokens(text)
  const parser: Parser = { cursor, faults: {} }
  const condition = parseOr(parser)
  if (cursor.peek().kind !== 'end') cursor.fail()
  throwFaults(parser.faults)
  return condition
}

interface Parser {
  cursor: Cursor
  faults: Faults
}

function parseOr(parser: Parser): Condition<string> {
  let left = parseAnd(parser)
  while (parser.cursor.acceptWord('OR')) left = { kind: 'or', left, right: parseAnd(parser) }
  return left
}

function parseAnd(parser: Parser): Condition<string> {
  let left = parseNot(parser)
  while (parser.cursor.acceptWord('AND')) left = { kind: 'and', left, right: parseNot(parser) }
  return left
}

function parseNot(parser: Parser): Condition<string> {
  if (parser.cursor.acceptWord('NOT')) return { kind: 'not', of: parseNot(parser) }
  if (startsGroup(parser.cursor)) return parseGroup(parser)
  return parseSimple(parser)
}

/** A parenthesis opens a group of conditions unless what it closes on is followed by a comparison. */
function startsGroup(cursor: Cursor): boolean {
  if (cursor.peek().text !== '(' || cursor.peek().kind !== 'symbol') return false
  let depth = 0
  for (let ahead = 0; ; ahead++) {
    const token = cursor.peek(ahead)
    if (token.kind === 'end') return true
    if (token.kind !== 'symbol') continue
    if (token.text === '(') depth++
    if (token.text === ')' && --depth === 0) return !continuesOperand(cursor.peek(ahead + 1))
  }
}

function continuesOperand({ kind, text }: { kind: string; text: string }): boolean {
  if (kind === 'symbol') return COMPARATORS.has(text)
  return kind === 'word' && (text.toUpperCase() === 'BETWEEN' || text.toUpperCase() === 'IN')
}

function parseGroup(parser: Parser): Condition<string> {
  const { cursor, faults } = parser
  cursor.expect('(')
  const doubled = cursor.peek().kind === 'symbol' && cursor.peek().text === '(' && startsGroup(cursor)
  const inner = parseOr(parser)
  // ((a)) is refused, ((a) AND (b)) is not
  if (doubled && inner.kind !== 'and' && inner.kind !== 'or')
    faults.parentheses ??= 'The expression has redundant parentheses;'
  cursor.expect(')')
  return inner
}

function parseSimple(parser: Parser): Condition<string> {
  const { cursor } = parser
  const called = atCall(cursor)
  const value = parseOperand(parser)
  const token = cursor.peek()
  if (token.kind === 'symbol' && COMPARATORS.has(token.text)) {
    const operator = cursor.take().text as Comparator
    const right = parseOperand(parser)
    refuseMisuse(parser, [value, right])
    return { kind: 'compare', operator, left: value, right }
  }
  if (cursor.acceptWord('BETWEEN')) return parseBetween(parser, value)
  if (cursor.acceptWord('IN')) {
    const options = parseArguments(cursor, () => parseOperand(parser))
    refuseMisuse(parser, [value, ...options])
    return { kind: 'in', value, options }
  }
  if (!called || value.kind !== 'call') return cursor.fail()
  if (value.name === 'size') misuse(parser, 'size')
  return value
}

function parseBetween(parser: Parser, value: Operand<string>): Condition<string> {
  const low = parseOperand(parser)
  if (!parser.cursor.acceptWord('AND')) parser.cursor.fail()
  const high = parseOperand(parser)
  refuseMisuse(parser, [value, low, high])
  return { kind: 'between', value, low, high }
}

function parseOperand(parser: Parser): Operand<string> {
  const { cursor, faults } = parser
  if (cursor.accept('(')) {
    faults.parentheses ??= 'The expression has redundant parentheses;'
    const inner = parseOperand(parser)
    cursor.expect(')')
    return inner
  }
  if (cursor.peek().kind === 'value') return { kind: 'value', value: cursor.take().text }
  if (!atCall(cursor)) return { kind: 'path', path: parsePath(cursor, faults) }
  const name = cursor.take().text
  if (!FUNCTIONS.has(name)) faults.function ??= `Invalid function name; function: ${name}`
  const args = parseArguments(cursor, () => parseOperand(parser))
  refuseMisuse(parser, args)
  return { kind: 'call', name, args }
}

/** As an operand only `size` may stand; the other functions are conditions themselves. */
function refuseMisuse(parser: Parser, operands: Operand<string>[]) {
  for (const operand of operands)
    if (operand.kind === 'call' && operand.name !== 'size') misuse(parser, operand.name)
}

function misuse({ faults }: Parser, name: string) {
  faults.misuse ??= `The function is not allowed to be used this way in an expression; function: ${name}`
}
