import { InvalidDefinition } from './failure.ts'
import { checkNames, type Language, numberField, objectList } from './fields.ts'
import type { Json, JsonObject } from './json.ts'
import { jsonataLeave } from './jsonata-flow.ts'
import { jsonpathLeave } from './jsonpath-flow.ts'
import type { Catcher, Retrier } from './state.ts'

const LONGEST_SECONDS = 99_999_999 // AWS's bound for every field in seconds
const LONGEST_DELAY_SECONDS = 31_622_400 // AWS: one leap year

export function readRetry(value: Json | undefined, location: string): Retrier[] {
  return objectList(value, 'Retry', location).map((fields, at, list) => {
    const where = `${location}/Retry[${at}]`
    checkNames(
      fields,
      [
        'ErrorEquals',
        'IntervalSeconds',
        'MaxAttempts',
        'BackoffRate',
        'MaxDelaySeconds',
        'JitterStrategy',
        'Comment',
      ],
      'Retry',
      where,
    )
    return {
      errors: readErrors(fields, at === list.length - 1, where),
      intervalSeconds: numberField(fields, 'IntervalSeconds', where, {
        default: 1,
        least: 1,
        most: LONGEST_SECONDS,
      }),
      maxAttempts: numberField(fields, 'MaxAttempts', where, { default: 3, least: 0, most: LONGEST_SECONDS }),
      backoffRate: numberField(fields, 'BackoffRate', where, {
        default: 2,
        least: 1,
        most: Number.MAX_SAFE_INTEGER,
        whole: false,
      }),
      maxDelaySeconds: numberField(fields, 'MaxDelaySeconds', where, {
        default: LONGEST_DELAY_SECONDS,
        least: 1,
        most: LONGEST_DELAY_SECONDS,
      }),
      jitter: readJitter(fields.JitterStrategy, where),
    }
  })
}

function readJitter(value: Json | undefined, location: string): boolean {
  if (value === undefined || value === 'NONE') return false
  if (value === 'FULL') return true
  throw new InvalidDefinition("The field 'JitterStrategy' must be FULL or NONE.", location)
}

export function readCatch(value: Json | undefined, language: Language, location: string): Catcher[] {
  const allowed = language === 'JSONata' ? ['Output', 'Assign'] : ['ResultPath', 'Assign']
  return objectList(value, 'Catch', location).map((fields, at, list) => {
    const where = `${location}/Catch[${at}]`
    checkNames(fields, ['ErrorEquals', 'Next', 'Comment', ...allowed], `Catch in ${language}`, where)
    if (typeof fields.Next !== 'string') throw new InvalidDefinition("A Catch needs the field 'Next'.", where)
    return {
      errors: readErrors(fields, at === list.length - 1, where),
      next: fields.Next,
      leave: language === 'JSONata' ? jsonataLeave(fields, where) : jsonpathLeave(fields, where),
    }
  })
}

function readErrors(fields: JsonObject, last: boolean, location: string): string[] {
  const names = fields.ErrorEquals
  if (!Array.isArray(names) || names.length === 0 || !names.every((name) => typeof name === 'string'))
    throw new InvalidDefinition(
      "The field 'ErrorEquals' must be a list of error names that is not empty.",
      location,
    )
  // as AWS: a wildcard before others would hide them
  if (names.includes('States.ALL') && (names.length > 1 || !last))
    throw new InvalidDefinition('States.ALL must stand alone and last.', location)
  return names
}
