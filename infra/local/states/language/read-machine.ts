import { InvalidDefinition } from './failure.ts'
import { checkNames, numberField, objectField, readLanguage } from './fields.ts'
import { isObject, type Json, type JsonObject, parseJson } from './json.ts'
import { readState, type StateContext } from './read-state.ts'
import type { Block, Machine, State } from './state.ts'

const LONGEST_DEFINITION_BYTES = 1_048_576 // AWS's quota
const LONGEST_SECONDS = 99_999_999
const LONGEST_NAME = 80

/**
 * Reads an Amazon States Language document. `integrations` are the task resources (`sqs:sendMessage`) that this
 * installation runs besides Lambda. Throws {@link InvalidDefinition}, naming state and feature, for whatever is wrong
 * or not run here.
 */
export function readMachine(text: string, integrations: readonly string[] = []): Machine {
  if (Buffer.byteLength(text) > LONGEST_DEFINITION_BYTES)
    throw new InvalidDefinition(`The definition is longer than ${LONGEST_DEFINITION_BYTES} bytes.`, '/')
  const document = parseJson(text)?.value
  if (!isObject(document)) throw new InvalidDefinition('The definition is not a JSON object.', '/')
  checkNames(
    document,
    ['Comment', 'StartAt', 'States', 'QueryLanguage', 'TimeoutSeconds', 'Version'],
    'a state machine',
    '/',
  )
  if (document.Version !== undefined && document.Version !== '1.0')
    throw new InvalidDefinition("The field 'Version' must be 1.0.", '/')
  const language = readLanguage(document.QueryLanguage, 'JSONPath', '/')
  const block = readBlock(document, '', { language, integrations, names: new Set(), outer: new Set() })
  if (document.TimeoutSeconds === undefined) return block
  const rule = { default: 0, least: 1, most: LONGEST_SECONDS }
  return { ...block, timeoutSeconds: numberField(document, 'TimeoutSeconds', '/', rule) }
}

function readBlock(document: JsonObject, location: string, context: StateContext): Block {
  const described = objectField(document.States, 'States', location || '/')
  const names = Object.keys(described)
  if (names.length === 0) throw new InvalidDefinition('There must be at least one state.', location || '/')
  checkScope(described, location, context)
  const outer = new Set([...context.outer, ...assignedIn(described)])
  const states: Record<string, State> = Object.create(null)
  for (const name of names) {
    const where = `${location}/States/${name}`
    checkName(name, where, context.names)
    const fields = objectField(described[name], name, where)
    states[name] = readState(name, fields, where, { ...context, outer }, readBlock)
  }
  if (typeof document.StartAt !== 'string' || !states[document.StartAt])
    throw new InvalidDefinition("The field 'StartAt' must name a state.", location || '/')
  checkTransitions(states, document.StartAt, location)
  return { startAt: document.StartAt, states }
}

function checkName(name: string, location: string, names: Set<string>) {
  if (name.length > LONGEST_NAME)
    throw new InvalidDefinition(`The name of a state has at most ${LONGEST_NAME} characters.`, location)
  if (names.has(name))
    throw new InvalidDefinition(`The name '${name}' is used by two states of the machine.`, location)
  names.add(name)
}

function nextStates(state: State): string[] {
  const next = state.next === undefined ? [] : [state.next]
  if (state.type === 'Choice') next.push(...state.rules.map((rule) => rule.next))
  if ('catch' in state) next.push(...state.catch.map((catcher) => catcher.next))
  return next
}

function checkTransitions(states: Record<string, State>, startAt: string, location: string) {
  const reached = new Set([startAt])
  for (const name of reached)
    for (const next of nextStates(states[name]!)) {
      if (!states[next])
        throw new InvalidDefinition(
          `The state '${name}' leads to '${next}', which does not exist.`,
          `${location}/States/${name}`,
        )
      reached.add(next)
    }
  for (const name of Object.keys(states))
    if (!reached.has(name))
      throw new InvalidDefinition(`The state '${name}' cannot be reached.`, `${location}/States/${name}`)
}

/** Variables that the states of one block assign, their own inner blocks aside. */
function assignedIn(states: JsonObject): Set<string> {
  const names = new Set<string>()
  const collect = (assign: Json | undefined) => {
    if (isObject(assign)) for (const name of Object.keys(assign)) names.add(name.replace(/\.\$$/, ''))
  }
  for (const state of Object.values(states)) {
    if (!isObject(state)) continue
    collect(state.Assign)
    for (const list of [state.Choices, state.Catch])
      if (Array.isArray(list)) for (const one of list) collect(isObject(one) ? one.Assign : undefined)
  }
  return names
}

/** AWS: a variable of an inner block must not carry the name of one outside. */
function checkScope(states: JsonObject, location: string, context: StateContext) {
  for (const name of assignedIn(states))
    if (context.outer.has(name))
      throw new InvalidDefinition(
        `The variable '${name}' is assigned outside of this block already.`,
        location || '/',
      )
}
