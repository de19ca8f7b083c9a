import { InvalidDefinition } from './failure.ts'
import { isObject, type Json, type JsonObject } from './json.ts'
import { compileTemplate } from './query.ts'
import type { Leaving, Query, Scope } from './scope.ts'

export const VARIABLE_NAME = /^[\p{L}_][\p{L}\p{N}_]{0,79}$/u

/** What `Assign` and `Output` make of a state, a Choice rule or a Catch; both see the variables as they were. */
export function jsonataLeave(fields: JsonObject, location: string): Query<Leaving> {
  const assign = fields.Assign === undefined ? undefined : compileAssign(fields.Assign, location)
  const output = fields.Output === undefined ? undefined : compileTemplate(fields.Output, 'Output', location)
  return async (scope) => {
    const assigned = assign && (await assign(scope))
    return {
      output: output ? await output.evaluate(scope) : whatCame(scope),
      ...(assigned && { assigned }),
    }
  }
}

function whatCame(scope: Scope): Json {
  if (scope.errorOutput !== undefined) return scope.errorOutput
  return scope.result === undefined ? scope.input : scope.result
}

function compileAssign(assign: Json, location: string): Query<JsonObject> {
  checkAssign(assign, location, '')
  const template = compileTemplate(assign, 'Assign', location)
  return async (scope) => (await template.evaluate(scope)) as JsonObject
}

/** Names only; `suffix` is what JSONPath hangs on a name whose value is a path. */
export function checkAssign(assign: Json, location: string, suffix: string): asserts assign is JsonObject {
  if (!isObject(assign)) throw new InvalidDefinition("The field 'Assign' must be an object.", location)
  for (const key of Object.keys(assign)) {
    const name = suffix && key.endsWith(suffix) ? key.slice(0, -suffix.length) : key
    if (!VARIABLE_NAME.test(name) || name === 'states')
      throw new InvalidDefinition(`'${name}' cannot be the name of a variable.`, location)
  }
}

/** `Arguments` of a Task or Parallel: without them the state's input. */
export function jsonataArguments(fields: JsonObject, location: string): Query<Json> {
  if (fields.Arguments === undefined) return async (scope) => scope.input
  return compileTemplate(fields.Arguments, 'Arguments', location).evaluate
}
