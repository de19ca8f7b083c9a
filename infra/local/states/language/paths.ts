import { InvalidDefinition, QueryProblem } from './failure.ts'
import { isObject, type Json, type JsonObject } from './json.ts'
import type { Scope } from './scope.ts'

/**
 * The reference paths of JSONPath states: `$.a.b[0]['c']` into a value, `$$.Execution.Id` into the context object,
 * `$name.a` into a variable. Wildcards, filters, slices and intrinsic functions are refused when the machine is loaded.
 */
export interface Path {
  text: string
  root: 'value' | 'context' | { variable: string }
  steps: (string | number)[]
}

const HEAD = /^(\$\$|\$([\p{L}_][\p{L}\p{N}_]*)?)/u
const STEP = /^(?:\.([\p{L}_][\p{L}\p{N}_-]*)|\[(\d+)\]|\['((?:[^'\\]|\\.)*)'\])/u

export function readPath(text: Json, field: string, location: string): Path {
  const refuse = () =>
    new InvalidDefinition(
      `The field '${field}' has ${JSON.stringify(text)}: the local cloud reads JSONPath reference paths such as $.a.b[0] only.`,
      location,
    )
  if (typeof text !== 'string') throw refuse()
  const head = HEAD.exec(text)
  if (!head) throw refuse()
  const steps: (string | number)[] = []
  for (let rest = text.slice(head[0].length); rest !== ''; ) {
    const step = STEP.exec(rest)
    if (!step) throw refuse()
    steps.push(step[2] === undefined ? (step[1] ?? step[3]!.replace(/\\(.)/g, '$1')) : Number(step[2]))
    rest = rest.slice(step[0].length)
  }
  const root = head[0] === '$$' ? 'context' : head[2] === undefined ? 'value' : { variable: head[2] }
  return { text, root, steps }
}

export function follow(path: Path, value: Json, scope: Scope, field: string): Json {
  let found: Json | undefined = startOf(path, value, scope)
  for (const step of path.steps) {
    if (typeof step === 'number') found = Array.isArray(found) ? found[step] : undefined
    else found = isObject(found) && Object.hasOwn(found, step) ? found[step] : undefined
    if (found === undefined) break
  }
  if (found !== undefined) return found
  throw new QueryProblem(
    `The JSONPath '${path.text}' specified for the field '${field}' could not be found in the input '${JSON.stringify(value)}'`,
    field,
    { error: 'States.Runtime' },
  )
}

function startOf(path: Path, value: Json, scope: Scope): Json | undefined {
  if (path.root === 'value') return value
  return path.root === 'context' ? scope.context : scope.variables[path.root.variable]
}

/** A copy of `target` with `value` at the path; what is missing on the way, or is no object, becomes one. */
export function place(target: Json, steps: readonly (string | number)[], value: Json): Json {
  const [step, ...rest] = steps
  if (step === undefined) return value
  if (typeof step === 'number') {
    const list = Array.isArray(target) ? [...target] : []
    list[step] = place(list[step] ?? {}, rest, value)
    return list
  }
  const fields: JsonObject = isObject(target) ? { ...target } : {}
  fields[step] = place(fields[step] ?? {}, rest, value)
  return fields
}

/** A payload template: fields named `….$` hold paths, everything else stands for itself. */
export function compilePathTemplate(
  template: Json,
  field: string,
  location: string,
): (value: Json, scope: Scope) => Json {
  if (Array.isArray(template)) {
    const items = template.map((item, at) => compilePathTemplate(item, `${field}[${at}]`, location))
    return (value, scope) => items.map((item) => item(value, scope))
  }
  if (!isObject(template)) return () => template
  const fields = Object.entries(template).map(([key, item]) => {
    if (!key.endsWith('.$')) return [key, compilePathTemplate(item, `${field}/${key}`, location)] as const
    const path = readPath(item, key, location)
    return [key.slice(0, -2), (value: Json, scope: Scope) => follow(path, value, scope, key)] as const
  })
  return (value, scope) => Object.fromEntries(fields.map(([key, item]) => [key, item(value, scope)]))
}
