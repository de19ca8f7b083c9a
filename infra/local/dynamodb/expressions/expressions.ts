import { invalid, malformed } from '../errors.ts'
import type { AttributeValue } from '../values/value.ts'
import { type Binding, bindActions, bindCondition, createBinding, explain } from './binding.ts'
import { checkCondition, operandPaths, pathsOf } from './check-condition.ts'
import { checkActions } from './check-update.ts'
import { type Condition, parseCondition } from './condition-parser.ts'
import { type KeyTest, keyTests } from './key-condition.ts'
import { parseProjection } from './projection.ts'
import { type Path, refuseOverlaps } from './syntax.ts'
import { type Action, parseUpdate } from './update-parser.ts'

/** The expressions of one request, parsed, bound to its placeholders and checked. */
export interface Expressions {
  update?: Action<AttributeValue>[]
  condition?: Condition<AttributeValue>
  keyCondition?: Condition<AttributeValue>
  keyTests?: Map<string, KeyTest>
  filter?: Condition<AttributeValue>
  projection?: Path[]
  /** Top-level attributes the expressions mention. */
  attributes: Set<string>
}

export type ExpressionName =
  | 'UpdateExpression'
  | 'ConditionExpression'
  | 'KeyConditionExpression'
  | 'FilterExpression'
  | 'ProjectionExpression'

// the order in which AWS looks at them
const ORDER: ExpressionName[] = [
  'UpdateExpression',
  'ConditionExpression',
  'KeyConditionExpression',
  'FilterExpression',
  'ProjectionExpression',
]
const LEGACY = [
  'AttributesToGet',
  'AttributeUpdates',
  'Expected',
  'ConditionalOperator',
  'KeyConditions',
  'QueryFilter',
  'ScanFilter',
]
const MAX_EXPRESSION_BYTES = 4096
const MAX_PARENTHESES = 1000 // far more than AWS's 300 operators need; keeps the parser's recursion bounded

type Raw = Record<string, unknown>

/** Reads those expressions of `input` that its operation `allowed`. */
export function readExpressions(input: Raw, allowed: ExpressionName[]): Expressions {
  const legacy = LEGACY.filter((name) => input[name] !== undefined && input[name] !== null)
  if (legacy.length > 0)
    throw invalid(
      `The local cloud does not run the legacy parameters {${legacy.join(', ')}}: use expressions instead.`,
    )
  const given = ORDER.filter((name) => allowed.includes(name) && textOf(input[name]) !== undefined)
  refuseStrayPlaceholders(input, allowed, given)
  const result: Expressions = { attributes: new Set() }
  const binding = createBinding(input.ExpressionAttributeNames, input.ExpressionAttributeValues)
  for (const name of given)
    explain(`Invalid ${name}`, () => readers[name](input[name] as string, binding, result))
  binding.refuseUnused()
  // its own rules come after those of all expressions, and their sentences stand alone
  if (result.keyCondition) result.keyTests = keyTests(result.keyCondition)
  return result
}

function textOf(raw: unknown): string | undefined {
  if (raw === undefined || raw === null) return undefined
  if (typeof raw !== 'string') throw malformed('Unexpected field type')
  return raw
}

function refuseStrayPlaceholders(input: Raw, allowed: ExpressionName[], given: ExpressionName[]) {
  if (input.ExpressionAttributeNames && given.length === 0)
    throw invalid('ExpressionAttributeNames can only be specified when using expressions')
  const takingValues = allowed.filter((name) => name !== 'ProjectionExpression')
  if (!input.ExpressionAttributeValues || takingValues.some((name) => given.includes(name))) return
  const verb = takingValues.length > 1 ? 'are' : 'is'
  throw invalid(
    `ExpressionAttributeValues can only be specified when using expressions: ${takingValues.join(' and ')} ${verb} null`,
  )
}

const readers: Record<ExpressionName, (text: string, binding: Binding, result: Expressions) => void> = {
  UpdateExpression(text, binding, result) {
    const actions = bindActions(updates(text), binding)
    checkActions(actions)
    result.update = actions
    note(result, [
      ...actions.map((action) => action.path),
      ...operandPaths(actions.flatMap((action) => (action.kind === 'set' ? [action.value] : []))),
    ])
  },
  ConditionExpression(text, binding, result) {
    result.condition = readCondition(text, binding, result)
  },
  KeyConditionExpression(text, binding, result) {
    result.keyCondition = readCondition(text, binding, result)
  },
  FilterExpression(text, binding, result) {
    result.filter = readCondition(text, binding, result)
  },
  ProjectionExpression(text, binding, result) {
    const paths = projections(text).map((path) => binding.path(path))
    refuseOverlaps(paths)
    result.projection = paths
    note(result, paths)
  },
}

function readCondition(text: string, binding: Binding, result: Expressions) {
  const condition = bindCondition(conditions(text), binding)
  checkCondition(condition)
  note(result, pathsOf(condition))
  return condition
}

function note({ attributes }: Expressions, paths: Path[]) {
  for (const path of paths) attributes.add(path[0] as string)
}

const CACHED_TEXTS = 500

/** Remembers the trees of the texts used last: a program has few expressions and sends them over and over. */
function remember<T>(parse: (text: string) => T): (text: string) => T {
  const trees = new Map<string, T>()
  return (text) => {
    let tree = trees.get(text)
    if (tree === undefined) {
      refuseOversized(text)
      tree = parse(text)
      if (trees.size >= CACHED_TEXTS) trees.delete(trees.keys().next().value!)
    } else trees.delete(text)
    trees.set(text, tree)
    return tree
  }
}

function refuseOversized(text: string) {
  if (text === '') throw invalid('The expression can not be empty;')
  const bytes = Buffer.byteLength(text)
  if (bytes > MAX_EXPRESSION_BYTES)
    throw invalid(`Expression size has exceeded the maximum allowed size; expression size: ${bytes}`)
  if (text.split('(').length > MAX_PARENTHESES)
    throw invalid('The expression contains too many operators; at most 300 are allowed')
}

const updates = remember(parseUpdate)
const conditions = remember(parseCondition)
const projections = remember(parseProjection)
