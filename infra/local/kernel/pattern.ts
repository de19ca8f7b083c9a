import { AwsError } from './aws.ts'

/**
 * The one matching language of EventBridge rules, event source mappings and SNS filter policies: an object of the
 * event's shape whose leaves are lists of alternatives.
 */
export type EventPattern = (event: unknown) => boolean

type Test = (values: unknown[]) => boolean
type Json = Record<string, unknown>

/** Reads a pattern; throws AwsError InvalidEventPatternException for anything outside the language. */
export function readPattern(source: unknown): EventPattern {
  const pattern = typeof source === 'string' ? parse(source) : source
  if (!isObject(pattern) || Object.keys(pattern).length === 0)
    throw invalid('a pattern is an object with at least one field')
  return readObject(pattern)
}

function readObject(pattern: Json): EventPattern {
  const tests = Object.entries(pattern).map(([key, wanted]): EventPattern => {
    if (key === '$or') return readAlternatives(wanted)
    if (isObject(wanted)) return within(key, readObject(wanted))
    if (Array.isArray(wanted) && wanted.length > 0) return atField(key, wanted.map(readMatcher))
    throw invalid(`"${key}" must be an object or a list that is not empty`)
  })
  return (event) => tests.every((test) => test(event))
}

function readAlternatives(wanted: unknown): EventPattern {
  if (!Array.isArray(wanted) || wanted.length < 2 || !wanted.every(isObject))
    throw invalid('"$or" must be a list of at least two objects')
  const alternatives = wanted.map(readObject)
  return (event) => alternatives.some((test) => test(event))
}

// a list in the event stands for each of its elements
const elements = (value: unknown) => (Array.isArray(value) ? value : [value])

const within =
  (key: string, inner: EventPattern): EventPattern =>
  (event) =>
    elements(isObject(event) ? event[key] : undefined).some(inner)

function atField(key: string, matchers: Test[]): EventPattern {
  return (event) => {
    const values = isObject(event) && key in event ? elements(event[key]) : []
    return matchers.some((test) => test(values))
  }
}

function readMatcher(matcher: unknown): Test {
  if (!isObject(matcher)) {
    if (typeof matcher === 'object' && matcher !== null) throw invalid('a list within a list')
    return (values) => values.includes(matcher)
  }
  const [[name, argument] = ['', undefined], ...more] = Object.entries(matcher)
  if (more.length > 0) throw invalid('a matcher has exactly one key')
  if (name === 'exists') {
    if (typeof argument !== 'boolean') throw invalid('"exists" takes true or false')
    return (values) => values.length > 0 === argument
  }
  const test = readValueMatcher(name, argument)
  return (values) => values.some(test)
}

type ValueTest = (value: unknown) => boolean

function readValueMatcher(name: string, argument: unknown): ValueTest {
  switch (name) {
    case 'prefix':
    case 'suffix':
      return readEnd(name, argument)
    case 'equals-ignore-case': {
      const wanted = text(name, argument).toLowerCase()
      return (value) => typeof value === 'string' && value.toLowerCase() === wanted
    }
    case 'wildcard': {
      const parts = text(name, argument)
        .split('*')
        .map((part) => part.replace(/[.+?^${}()|[\]\\]/g, '\\$&'))
      const expression = new RegExp(`^${parts.join('[^]*')}$`)
      return (value) => typeof value === 'string' && expression.test(value)
    }
    case 'numeric':
      return readNumeric(argument)
    case 'anything-but':
      return readAnythingBut(argument)
    default:
      throw invalid(`the local cloud does not know the matcher "${name}"`)
  }
}

function readEnd(name: 'prefix' | 'suffix', argument: unknown): ValueTest {
  const ends = (value: string, end: string) =>
    name === 'prefix' ? value.startsWith(end) : value.endsWith(end)
  if (isObject(argument)) {
    const wanted = text(name, argument['equals-ignore-case']).toLowerCase()
    return (value) => typeof value === 'string' && ends(value.toLowerCase(), wanted)
  }
  const wanted = text(name, argument)
  return (value) => typeof value === 'string' && ends(value, wanted)
}

const COMPARE: Record<string, (value: number, bound: number) => boolean> = {
  '<': (value, bound) => value < bound,
  '<=': (value, bound) => value <= bound,
  '=': (value, bound) => value === bound,
  '>': (value, bound) => value > bound,
  '>=': (value, bound) => value >= bound,
}

function readNumeric(argument: unknown): ValueTest {
  if (!Array.isArray(argument) || ![2, 4].includes(argument.length))
    throw invalid('"numeric" takes one or two comparisons')
  const tests: ((value: number) => boolean)[] = []
  for (let at = 0; at < argument.length; at += 2) {
    const compare = COMPARE[String(argument[at])]
    const bound: unknown = argument[at + 1]
    if (!compare || typeof bound !== 'number') throw invalid('"numeric" takes an operator and a number')
    tests.push((value) => compare(value, bound))
  }
  return (value) => typeof value === 'number' && tests.every((test) => test(value))
}

function readAnythingBut(argument: unknown): ValueTest {
  if (isObject(argument)) {
    const [[name, inner] = ['', undefined]] = Object.entries(argument)
    if (!['prefix', 'suffix', 'wildcard', 'equals-ignore-case'].includes(name))
      throw invalid(`"anything-but" does not take "${name}"`)
    const tests = elements(inner).map((one) => readValueMatcher(name, one))
    return (value) => !tests.some((test) => test(value))
  }
  const excluded = elements(argument)
  return (value) => !excluded.includes(value)
}

function parse(source: string): unknown {
  try {
    return JSON.parse(source)
  } catch {
    throw invalid('it is not valid JSON')
  }
}

function text(name: string, value: unknown): string {
  if (typeof value !== 'string') throw invalid(`"${name}" takes a text`)
  return value
}

const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const invalid = (reason: string) =>
  new AwsError('InvalidEventPatternException', `Event pattern is not valid: ${reason}.`)
