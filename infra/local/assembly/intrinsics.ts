/** What the intrinsic functions of one stack may ask. All answers are resolved values. */
export interface Scope {
  /** For messages: where the expression stands, e.g. `resource Orders of stack Shop`. */
  where: string
  /** A parameter, a pseudo parameter or a resource's Ref; undefined when there is no such name. */
  ref(name: string): unknown
  attribute(logicalId: string, attribute: string): unknown
  importValue(name: string): unknown
  condition(name: string): boolean
  mapping(map: string, first: string, second: string): unknown
}

/** `AWS::NoValue`: the property or list entry that holds it disappears. */
export const NO_VALUE = Symbol('AWS::NoValue')

type Evaluate = (argument: unknown, scope: Scope) => unknown

const functions: Record<string, Evaluate> = {
  Ref: (name, scope) => {
    const value = scope.ref(text(name, scope))
    if (value === undefined) throw fault(scope, `Ref names ${String(name)}, which does not exist`)
    return value
  },
  'Fn::GetAtt': (argument, scope) => {
    const [logicalId, ...path] = typeof argument === 'string' ? argument.split('.') : list(argument, scope)
    return scope.attribute(
      text(logicalId, scope),
      path.map((part) => text(resolve(part, scope), scope)).join('.'),
    )
  },
  'Fn::Join': (argument, scope) => {
    const [separator, parts] = list(argument, scope)
    return list(resolve(parts, scope), scope)
      .map((part) => text(part, scope))
      .join(text(separator, scope))
  },
  'Fn::Sub': (argument, scope) => {
    const [template, given] = Array.isArray(argument) ? argument : [argument, {}]
    return substitute(text(template, scope), (given ?? {}) as Record<string, unknown>, scope)
  },
  'Fn::Select': (argument, scope) => {
    const [index, values] = list(argument, scope)
    const chosen = list(resolve(values, scope), scope)[Number(resolve(index, scope))]
    if (chosen === undefined) throw fault(scope, `Fn::Select finds nothing at position ${String(index)}`)
    return chosen
  },
  'Fn::Split': (argument, scope) => {
    const [separator, value] = list(argument, scope)
    return text(resolve(value, scope), scope).split(text(separator, scope))
  },
  'Fn::ImportValue': (name, scope) => scope.importValue(text(resolve(name, scope), scope)),
  'Fn::If': (argument, scope) => {
    const [condition, yes, no] = list(argument, scope)
    return resolve(scope.condition(text(condition, scope)) ? yes : no, scope)
  },
  'Fn::FindInMap': (argument, scope) => {
    const [map, first, second] = list(argument, scope).map((part) => text(resolve(part, scope), scope))
    return scope.mapping(map ?? '', first ?? '', second ?? '')
  },
  'Fn::Base64': (value, scope) => Buffer.from(text(resolve(value, scope), scope)).toString('base64'),
  'Fn::Equals': (argument, scope) => {
    const [left, right] = list(argument, scope).map((part) => resolve(part, scope))
    return String(left) === String(right)
  },
  'Fn::And': (argument, scope) => list(argument, scope).every((part) => resolve(part, scope) === true),
  'Fn::Or': (argument, scope) => list(argument, scope).some((part) => resolve(part, scope) === true),
  'Fn::Not': (argument, scope) => resolve(list(argument, scope)[0], scope) !== true,
}

/** Replaces every intrinsic function inside `value` by what it gives. */
export function resolve(value: unknown, scope: Scope): unknown {
  if (typeof value === 'string') return refuseDynamicReference(value, scope)
  if (Array.isArray(value))
    return value.map((item) => resolve(item, scope)).filter((item) => item !== NO_VALUE)
  if (value === null || typeof value !== 'object') return value
  const entries = Object.entries(value)
  const [name, argument] = entries[0] ?? ['', undefined]
  if (entries.length === 1) {
    const evaluate = Object.hasOwn(functions, name) ? functions[name] : undefined
    if (evaluate) return evaluate(argument, scope)
    if (name.startsWith('Fn::')) throw fault(scope, `the local cloud does not run ${name}`)
    // inside conditions only: IAM statements have a Condition too, but never a bare name
    if (name === 'Condition' && typeof argument === 'string') return scope.condition(argument)
  }
  const resolved: Record<string, unknown> = {}
  for (const [key, item] of entries) {
    const result = resolve(item, scope)
    if (result !== NO_VALUE) resolved[key] = result
  }
  return resolved
}

function substitute(template: string, given: Record<string, unknown>, scope: Scope): string {
  return template.replace(/\$\{(!?)([^}]*)\}/g, (_, escaped: string, name: string) => {
    if (escaped) return `\${${name}}`
    const key = name.trim()
    if (Object.hasOwn(given, key)) return text(resolve(given[key], scope), scope)
    if (!key.includes('.')) return text(functions.Ref!(key, scope), scope)
    const dot = key.indexOf('.')
    return text(scope.attribute(key.slice(0, dot), key.slice(dot + 1)), scope)
  })
}

function refuseDynamicReference(value: string, scope: Scope): string {
  const reference = /\{\{resolve:[^}]+\}\}/.exec(value)
  if (reference) throw fault(scope, `the local cloud does not run the dynamic reference ${reference[0]}`)
  return value
}

function text(value: unknown, scope: Scope): string {
  if (typeof value === 'string') return value
  if (typeof value === 'number' || typeof value === 'boolean') return String(value)
  throw fault(scope, `a text was expected, not ${JSON.stringify(value)}`)
}

function list(value: unknown, scope: Scope): unknown[] {
  if (Array.isArray(value)) return value
  throw fault(scope, `a list was expected, not ${JSON.stringify(value)}`)
}

const fault = (scope: Scope, reason: string) => new Error(`In ${scope.where}: ${reason}.`)
