import jsonata from 'jsonata'
import { InvalidDefinition, QueryProblem } from './failure.ts'
import { bindings } from './functions.ts'
import { isObject, type Json, type JsonObject, typeName } from './json.ts'
import type { Query, Scope } from './scope.ts'

/** A field of a JSONata state, compiled once: a value in which texts `{% … %}` are expressions. */
export interface Template {
  evaluate: Query<Json>
  /** Set when the whole field is one expression. */
  source?: string
  /** Set when there is no expression in it. */
  literal?: { value: Json }
}

const expressionOf = (text: string) =>
  text.startsWith('{%') && text.endsWith('%}') && text.length >= 4 ? text.slice(2, -2).trim() : undefined

/** `field` is the name AWS gives the place, e.g. `Output/result`; `location` the path of the state in the document. */
export function compileTemplate(value: Json, field: string, location: string): Template {
  if (typeof value === 'string') {
    const source = expressionOf(value)
    return source === undefined ? literal(value) : expression(source, field, location)
  }
  if (Array.isArray(value)) {
    const items = value.map((item, at) => compileTemplate(item, `${field}[${at}]`, location))
    return items.every((item) => item.literal) ? literal(value) : { evaluate: inOrder(items) }
  }
  if (isObject(value)) {
    const fields = Object.entries(value).map(
      ([key, item]) => [key, compileTemplate(item, `${field}/${key}`, location)] as const,
    )
    return fields.every(([, item]) => item.literal) ? literal(value) : { evaluate: byName(fields) }
  }
  return literal(value)
}

const literal = (value: Json): Template => ({ literal: { value }, evaluate: async () => value })

// one after the other: the first field that fails is the one the history names
const inOrder =
  (items: Template[]): Query<Json> =>
  async (scope) => {
    const values: Json[] = []
    for (const item of items) values.push(await item.evaluate(scope))
    return values
  }

const byName =
  (fields: (readonly [string, Template])[]): Query<Json> =>
  async (scope) => {
    const values: [string, Json][] = []
    for (const [key, item] of fields) values.push([key, await item.evaluate(scope)])
    return Object.fromEntries(values)
  }

function expression(source: string, field: string, location: string): Template {
  const compiled = compile(source, field, location)
  return {
    source,
    async evaluate(scope) {
      const value = await run(compiled, source, field, scope)
      if (value === undefined)
        throw new QueryProblem(`${about(source, field)} returned nothing (undefined).`, field)
      return value
    },
  }
}

function compile(source: string, field: string, location: string): jsonata.Expression {
  try {
    return jsonata(source)
  } catch (error) {
    throw new InvalidDefinition(
      `The JSONata expression '${source}' specified for the field '${field}' cannot be read: ${worded(error)}`,
      location,
    )
  }
}

async function run(compiled: jsonata.Expression, source: string, field: string, scope: Scope) {
  let value: unknown
  try {
    value = await compiled.evaluate(undefined, {
      ...bindings(scope.now),
      ...scope.variables,
      states: statesOf(scope),
    })
  } catch (error) {
    throw new QueryProblem(
      `${about(source, field)} threw an error during evaluation. ${worded(error)}`,
      field,
      {
        cause: error,
      },
    )
  }
  if (typeof value === 'function' || isClosure(value))
    throw new QueryProblem(`${about(source, field)} returned an unsupported result type.`, field)
  // takes off what jsonata hangs on its arrays, and functions inside a value
  return value === undefined ? undefined : (JSON.parse(JSON.stringify(value)) as Json)
}

const isClosure = (value: unknown) =>
  isObject(value) && ('_jsonata_lambda' in value || '_jsonata_function' in value)

const statesOf = (scope: Scope): JsonObject => ({
  input: scope.input,
  context: scope.context,
  ...(scope.result !== undefined && { result: scope.result }),
  ...(scope.errorOutput !== undefined && { errorOutput: scope.errorOutput }),
})

const about = (source: string, field: string) =>
  `The JSONata expression '${source}' specified for the field '${field}'`

function worded(error: unknown): string {
  const { code, message } = error as { code?: string; message?: string }
  return code ? `${code}: ${message}` : String(message ?? error)
}

type Kind = 'array' | 'boolean' | 'number' | 'string' | 'object'
type Of<K extends Kind> = {
  array: Json[]
  boolean: boolean
  number: number
  string: string
  object: JsonObject
}[K]

/** A field that must give one type. A literal of another type refuses the definition. */
export function compileTyped<K extends Kind>(
  value: Json,
  kind: K,
  field: string,
  location: string,
): Query<Of<K>> {
  const template = compileTemplate(value, field, location)
  const fits = (found: Json): found is Of<K> & Json => typeName(found) === kind
  const isList = Array.isArray(value) || isObject(value)
  if ((template.literal || isList) && !fits(value))
    throw new InvalidDefinition(
      `The field '${field}' must be ${article(kind)} or a JSONata expression.`,
      location,
    )
  return async (scope) => {
    const found = await template.evaluate(scope)
    if (fits(found)) return found
    throw new QueryProblem(
      `${about(template.source ?? '', field)} returned an unexpected result type. Expected '${kind}', but was '${typeName(found)}' for value: ${JSON.stringify(found)}`,
      field,
    )
  }
}

const article = (kind: Kind) => `${kind === 'array' || kind === 'object' ? 'an' : 'a'} ${kind}`

/** A whole number within bounds, such as seconds or a count. */
export function compileInteger(
  value: Json,
  field: string,
  location: string,
  bounds: { least: number; most: number },
): Query<number> {
  const fits = (found: number) => Number.isInteger(found) && found >= bounds.least && found <= bounds.most
  const rule = `must be a whole number between ${bounds.least} and ${bounds.most}`
  if (typeof value === 'number' && !fits(value))
    throw new InvalidDefinition(`The field '${field}' ${rule}.`, location)
  const query = compileTyped(value, 'number', field, location)
  return async (scope) => {
    const found = await query(scope)
    if (fits(found)) return found
    throw new QueryProblem(`The ${field} field ${rule} but was: ${found}`, field, { evaluated: true })
  }
}
