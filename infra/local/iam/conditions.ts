import { type Context, type Pattern, parsePattern } from './pattern.ts'

/** One line of a statement's Condition block, ready to be asked. */
export type Condition = (context: Context) => boolean

/** Whether one value of the request satisfies one value of the policy. */
type Compare = (actual: string, expected: Pattern, context: Context) => boolean

interface Operator {
  compare: Compare
  /** Negated: holds when no value of the policy matches, and when the request has no such key. */
  negated: boolean
}

const equals: Compare = (actual, expected, context) => actual === expected.text(context)
const equalsIgnoringCase: Compare = (actual, expected, context) =>
  actual.toLowerCase() === expected.text(context)?.toLowerCase()
const like: Compare = (actual, expected, context) => expected.like(actual, context)
const arnLike: Compare = (actual, expected, context) => {
  // an ARN's first five colons are borders that no wildcard crosses
  const parts = splitArn(actual)
  const patterns = splitArn(expected.text(context) ?? '')
  return patterns.every((pattern, index) => parsePattern(pattern).like(parts[index] ?? '', context))
}
const numeric =
  (holds: (actual: number, expected: number) => boolean): Compare =>
  (actual, expected, context) =>
    holds(Number(actual), Number(expected.text(context)))
const dated =
  (holds: (actual: number, expected: number) => boolean): Compare =>
  (actual, expected, context) =>
    holds(instantOf(actual), instantOf(expected.text(context) ?? ''))

const orders: [string, (a: number, b: number) => boolean][] = [
  ['Equals', (a, b) => a === b],
  ['LessThan', (a, b) => a < b],
  ['LessThanEquals', (a, b) => a <= b],
  ['GreaterThan', (a, b) => a > b],
  ['GreaterThanEquals', (a, b) => a >= b],
]

const operators = new Map<string, Operator>([
  ['StringEquals', { compare: equals, negated: false }],
  ['StringNotEquals', { compare: equals, negated: true }],
  ['StringEqualsIgnoreCase', { compare: equalsIgnoringCase, negated: false }],
  ['StringNotEqualsIgnoreCase', { compare: equalsIgnoringCase, negated: true }],
  ['StringLike', { compare: like, negated: false }],
  ['StringNotLike', { compare: like, negated: true }],
  ['ArnEquals', { compare: arnLike, negated: false }],
  ['ArnLike', { compare: arnLike, negated: false }],
  ['ArnNotEquals', { compare: arnLike, negated: true }],
  ['ArnNotLike', { compare: arnLike, negated: true }],
  ['Bool', { compare: equalsIgnoringCase, negated: false }],
  ['NumericNotEquals', { compare: numeric((a, b) => a === b), negated: true }],
  ['DateNotEquals', { compare: dated((a, b) => a === b), negated: true }],
  ...orders.map(([name, holds]): [string, Operator] => [
    `Numeric${name}`,
    { compare: numeric(holds), negated: false },
  ]),
  ...orders.map(([name, holds]): [string, Operator] => [
    `Date${name}`,
    { compare: dated(holds), negated: false },
  ]),
])

/** All lines of a Condition block must hold. Throws for an operator that AWS does not know or that does not run here. */
export function parseConditions(block: unknown, where: string): Condition[] {
  const lines = Object.entries((block ?? {}) as Record<string, Record<string, unknown>>)
  return lines.flatMap(([operator, keys]) =>
    Object.entries(keys).map(([key, values]) => {
      const expected = [values].flat().map(String)
      return parseLine(operator, key.toLowerCase(), expected, where)
    }),
  )
}

function parseLine(name: string, key: string, expected: string[], where: string): Condition {
  if (name === 'Null') {
    const wantsAbsence = expected[0]?.toLowerCase() === 'true'
    return (context) => (context(key) === undefined) === wantsAbsence
  }
  const [, set, base = '', ifExists] = /^(ForAllValues:|ForAnyValue:)?(\w+?)(IfExists)?$/.exec(name) ?? []
  const operator = operators.get(base)
  if (!operator) throw new Error(`${where} has the condition operator ${name}, which does not run here.`)
  const patterns = expected.map(parsePattern)
  const holds = (actual: string, context: Context) =>
    patterns.some((pattern) => operator.compare(actual, pattern, context)) !== operator.negated

  return (context) => {
    const actual = context(key)
    if (actual === undefined || (actual.length === 0 && set)) {
      // vacuously true for all, false for any; that is why policies add a Null check
      if (set) return set === 'ForAllValues:' || ifExists !== undefined
      return ifExists !== undefined || operator.negated
    }
    if (set === 'ForAnyValue:') return actual.some((value) => holds(value, context))
    return actual.every((value) => holds(value, context))
  }
}

function splitArn(arn: string): string[] {
  const parts = arn.split(':')
  return [...parts.slice(0, 5), parts.slice(5).join(':')]
}

const instantOf = (text: string) => (/^\d+$/.test(text) ? Number(text) * 1000 : Date.parse(text))
