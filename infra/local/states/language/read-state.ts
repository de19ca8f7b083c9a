import { InvalidDefinition } from './failure.ts'
import { checkFields, checkNames, type Language, objectField, objectList, readLanguage } from './fields.ts'
import { readCatch, readRetry } from './guards.ts'
import type { Json, JsonObject } from './json.ts'
import { jsonataArguments, jsonataLeave } from './jsonata-flow.ts'
import { jsonpathArguments, jsonpathLeave } from './jsonpath-flow.ts'
import { compileInteger, compileTyped } from './query.ts'
import { readMapFields } from './read-map.ts'
import type { Block, ChoiceState, State } from './state.ts'
import { checkInvokeArguments, readTarget } from './target.ts'
import { readWait } from './wait.ts'

export interface StateContext {
  language: Language
  integrations: readonly string[]
  /** Names of all states read so far: they are unique in a machine. */
  names: Set<string>
  /** Variables of the blocks around. */
  outer: ReadonlySet<string>
}

export type ReadBlock = (document: JsonObject, location: string, context: StateContext) => Block

const SECONDS = { least: 1, most: 99_999_999 }

export function readState(
  name: string,
  fields: JsonObject,
  location: string,
  context: StateContext,
  readBlock: ReadBlock,
): State {
  const language = readLanguage(fields.QueryLanguage, context.language, location)
  const type = checkFields(fields, language, location)
  const jsonata = language === 'JSONata'
  const leave = jsonata ? jsonataLeave(fields, location) : jsonpathLeave(fields, location)
  const next = readNext(type, fields, location)
  const common = { name, leave, ...(next !== undefined && { next }) }
  const prepare = () => (jsonata ? jsonataArguments(fields, location) : jsonpathArguments(fields, location))
  const guards = () => ({
    retry: readRetry(fields.Retry, location),
    catch: readCatch(fields.Catch, language, location),
  })
  switch (type) {
    case 'Pass':
    case 'Succeed':
      return { type, ...common }
    case 'Fail':
      return { type, ...common, ...readFail(fields, language, location) }
    case 'Wait':
      return { type, ...common, until: readWait(fields, location) }
    case 'Choice':
      return { type, ...common, rules: readRules(fields, location) }
    case 'Task': {
      const target = readTarget(fields.Resource, context.integrations, location)
      checkInvokeArguments(target, jsonata ? fields.Arguments : fields.Parameters, location)
      return { type, ...common, ...guards(), target, prepare: prepare(), ...readTimes(fields, location) }
    }
    case 'Parallel': {
      const branches = objectList(fields.Branches, 'Branches', location).map((branch, at) => {
        checkNames(branch, ['StartAt', 'States', 'Comment'], 'a branch', `${location}/Branches[${at}]`)
        return readBlock(branch, `${location}/Branches[${at}]`, context)
      })
      if (branches.length === 0)
        throw new InvalidDefinition('A Parallel needs at least one branch.', location)
      return { type, ...common, ...guards(), prepare: prepare(), branches }
    }
    case 'Map': {
      const processor = objectField(fields.ItemProcessor, 'ItemProcessor', location)
      const map = readMapFields(fields, processor, location)
      const block = readBlock(processor, `${location}/ItemProcessor`, context)
      return { type, ...common, ...guards(), ...map, processor: block }
    }
  }
}

function readNext(type: string, fields: JsonObject, location: string): string | undefined {
  if (type === 'Succeed' || type === 'Fail') return undefined
  const { Next: next, End: end, Default: otherwise } = fields
  if (type === 'Choice') return text(otherwise, 'Default', location)
  if ((next === undefined) === (end !== true))
    throw new InvalidDefinition("A state needs either the field 'Next' or 'End': true.", location)
  return text(next, 'Next', location)
}

function text(value: Json | undefined, field: string, location: string): string | undefined {
  if (value === undefined || typeof value === 'string') return value
  throw new InvalidDefinition(`The field '${field}' must be a string.`, location)
}

function readFail(fields: JsonObject, language: Language, location: string) {
  const compile = (field: 'Error' | 'Cause') => {
    const value = fields[field]
    if (value === undefined) return undefined
    if (language === 'JSONata') return compileTyped(value, 'string', field, location)
    const literal = text(value, field, location)!
    return async () => literal
  }
  const error = compile('Error')
  const cause = compile('Cause')
  return { ...(error && { error }), ...(cause && { cause }) }
}

function readRules(fields: JsonObject, location: string): ChoiceState['rules'] {
  const rules = objectList(fields.Choices, 'Choices', location)
  if (rules.length === 0) throw new InvalidDefinition('A Choice needs at least one rule.', location)
  return rules.map((rule, at) => {
    const where = `${location}/Choices[${at}]`
    checkNames(rule, ['Condition', 'Next', 'Output', 'Assign', 'Comment'], 'a Choice rule in JSONata', where)
    if (rule.Condition === undefined || typeof rule.Next !== 'string')
      throw new InvalidDefinition("A Choice rule needs the fields 'Condition' and 'Next'.", where)
    return {
      condition: compileTyped(rule.Condition, 'boolean', `Choices[${at}]/Condition`, where),
      next: rule.Next,
      leave: jsonataLeave(rule, where),
    }
  })
}

function readTimes(fields: JsonObject, location: string) {
  const { TimeoutSeconds: timeout, HeartbeatSeconds: heartbeat } = fields
  if (typeof timeout === 'number' && typeof heartbeat === 'number' && heartbeat >= timeout)
    throw new InvalidDefinition('HeartbeatSeconds must be less than TimeoutSeconds.', location)
  return {
    ...(timeout !== undefined && {
      timeoutSeconds: compileInteger(timeout, 'TimeoutSeconds', location, SECONDS),
    }),
    ...(heartbeat !== undefined && {
      heartbeatSeconds: compileInteger(heartbeat, 'HeartbeatSeconds', location, SECONDS),
    }),
  }
}
