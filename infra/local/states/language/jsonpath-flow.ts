import { InvalidDefinition } from './failure.ts'
import type { Json, JsonObject } from './json.ts'
import { checkAssign } from './jsonata-flow.ts'
import { compilePathTemplate, follow, type Path, place, readPath } from './paths.ts'
import type { Leaving, Query, Scope } from './scope.ts'

/** InputPath, then Parameters: what a JSONPath state works on. */
export function jsonpathArguments(fields: JsonObject, location: string): Query<Json> {
  const select = selector(fields.InputPath, 'InputPath', location)
  if (fields.Parameters === undefined) return async (scope) => select(scope.input, scope)
  const parameters = compilePathTemplate(fields.Parameters, 'Parameters', location)
  return async (scope) => parameters(select(scope.input, scope), scope)
}

/** ResultSelector, Assign, ResultPath and OutputPath, in this order; `Result` takes a Pass state's place. */
export function jsonpathLeave(fields: JsonObject, location: string): Query<Leaving> {
  const prepare = jsonpathArguments(fields, location)
  const selectResult =
    fields.ResultSelector === undefined
      ? undefined
      : compilePathTemplate(fields.ResultSelector, 'ResultSelector', location)
  const assign = compileAssign(fields.Assign, location)
  const resultPath = readResultPath(fields.ResultPath, location)
  const selectOutput = selector(fields.OutputPath, 'OutputPath', location)

  async function resultOf(scope: Scope): Promise<Json> {
    if (scope.errorOutput !== undefined) return scope.errorOutput
    if (scope.result !== undefined) return selectResult ? selectResult(scope.result, scope) : scope.result
    return fields.Result === undefined ? prepare(scope) : fields.Result
  }

  return async (scope) => {
    const result = await resultOf(scope)
    const assigned = assign?.(result, scope)
    const combined = resultPath === null ? scope.input : place(scope.input, resultPath.steps, result)
    return { output: selectOutput(combined, scope), ...(assigned && { assigned }) }
  }
}

function compileAssign(assign: Json | undefined, location: string) {
  if (assign === undefined) return undefined
  checkAssign(assign, location, '.$')
  return compilePathTemplate(assign, 'Assign', location) as (value: Json, scope: Scope) => JsonObject
}

function readResultPath(text: Json | undefined, location: string): Path | null {
  if (text === null) return null
  const path = readPath(text ?? '$', 'ResultPath', location)
  if (path.root !== 'value')
    throw new InvalidDefinition("The field 'ResultPath' must begin with $ alone.", location)
  return path
}

/** A path that chooses a part; null chooses nothing, which AWS gives as an empty object. */
function selector(text: Json | undefined, field: string, location: string) {
  if (text === null) return () => ({}) as Json
  const path = readPath(text ?? '$', field, location)
  return (value: Json, scope: Scope) => follow(path, value, scope, field)
}
