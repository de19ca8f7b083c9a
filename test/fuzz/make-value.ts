import fc from 'fast-check'
import type { Chance } from '../support/chance.ts'
import type { Known } from './known.ts'

/** The parts of a JSON Schema that our contracts come out as. */
export interface JsonSchema {
  readonly type?: string
  readonly enum?: readonly unknown[]
  readonly const?: unknown
  readonly anyOf?: readonly JsonSchema[]
  readonly oneOf?: readonly JsonSchema[]
  readonly properties?: Readonly<Record<string, JsonSchema>>
  readonly required?: readonly string[]
  readonly additionalProperties?: JsonSchema | false
  readonly propertyNames?: JsonSchema
  readonly items?: JsonSchema | false
  readonly prefixItems?: readonly JsonSchema[]
  readonly minItems?: number
  readonly maxItems?: number
  readonly minLength?: number
  readonly maxLength?: number
  readonly minimum?: number
  readonly maximum?: number
  readonly pattern?: string
  readonly format?: string
}

interface Making {
  readonly chance: Chance
  readonly known: Known
  /** Ids that the request names already: versions are taken from beside them. */
  readonly ids: readonly unknown[]
  /** The path it is sent to. */
  readonly path: string
}

const COUNTERS = ['version', 'sequence', 'revision']
/** Optional fields that are given. */
const GIVEN = 0.6
const KNOWN_USED = 0.7
const LONGEST_LIST = 3

/** A value that the schema takes, as far as a schema says it; much of it from what is known under the field's name. */
export function makeValue(schema: JsonSchema, name: string, making: Making): unknown {
  const { chance, known } = making
  if (schema.const !== undefined) return schema.const
  if (schema.enum) return chance.one(schema.enum)
  const choices = schema.anyOf ?? schema.oneOf
  if (choices) return makeValue(chance.one(choices), name, making)
  if (COUNTERS.includes(name) && chance.happens(0.85)) {
    const count = known.countOf(name, making.ids, making.path)
    if (count !== undefined) return count
  }
  if (chance.happens(KNOWN_USED)) {
    const seen = known.of(name, (value) => fits(schema, value))
    if (seen !== undefined) return seen
  }
  switch (schema.type) {
    case 'object':
      return makeObject(schema, making)
    case 'array':
      return makeList(schema, name, making)
    case 'string':
      return makeText(schema, chance)
    case 'integer':
      return chance.whole(schema.minimum ?? 0, Math.min(schema.maximum ?? 100, (schema.minimum ?? 0) + 100))
    case 'number':
      return makeNumber(schema, name, chance)
    case 'boolean':
      return chance.happens(0.5)
    default:
      return null
  }
}

/** Whether what is known has at least the right type and pattern. */
export function fits({ type, pattern }: JsonSchema, value: unknown): boolean {
  const is = Array.isArray(value) ? 'array' : Number.isInteger(value) ? 'integer' : typeof value
  if (is !== type && !(is === 'integer' && type === 'number')) return false
  return pattern === undefined || new RegExp(pattern).test(value as string)
}

function makeObject(schema: JsonSchema, making: Making): Record<string, unknown> {
  const { properties = {}, required = [], additionalProperties, propertyNames } = schema
  const object: Record<string, unknown> = {}
  for (const [name, inner] of Object.entries(properties))
    if (required.includes(name) || making.chance.happens(GIVEN)) object[name] = makeValue(inner, name, making)
  if (additionalProperties && additionalProperties.type !== undefined)
    for (let left = making.chance.whole(0, 2); left > 0; left--) {
      const name = String(makeValue(propertyNames ?? { type: 'string', minLength: 1 }, '', making))
      object[name] = makeValue(additionalProperties, '', making)
    }
  return object
}

function makeList(schema: JsonSchema, name: string, making: Making): unknown[] {
  const { prefixItems = [], items, minItems = 0, maxItems = LONGEST_LIST } = schema
  const first = prefixItems.map((inner) => makeValue(inner, '', making))
  if (!items) return first
  const length = making.chance.whole(minItems, Math.min(maxItems, minItems + LONGEST_LIST))
  const rest = Array.from({ length: Math.max(0, length - first.length) }, () =>
    makeValue(items, name.replace(/s$/, ''), making),
  )
  return [...first, ...rest]
}

/** Degrees near the county more often than anywhere else. */
const around: Readonly<Record<string, number>> = { longitude: 108.697, latitude: 30.9306 }

function makeNumber({ minimum = -1000, maximum = 1000 }: JsonSchema, name: string, chance: Chance): number {
  const centre = around[name]
  if (centre !== undefined && chance.happens(0.8)) return centre + chance.whole(-50, 50) / 1000
  return chance.whole(Math.ceil(minimum * 100), Math.floor(maximum * 100)) / 100
}

const DAY_MS = 86_400_000
const MORNING_MS = Date.parse('2026-11-24T01:00:00Z')
const letters = [...'滨江路灯不亮垃圾未清井盖缺失云阳县望街道 abcABC019，。-']

function makeText({ pattern, format, minLength = 0, maxLength = 40 }: JsonSchema, chance: Chance): string {
  const moment = new Date(MORNING_MS + chance.whole(-3, 60) * DAY_MS).toISOString()
  if (format === 'date') return moment.slice(0, 10)
  if (format === 'date-time') return moment
  if (pattern !== undefined) return matching(pattern, chance)
  const length = chance.whole(Math.max(minLength, 1), Math.min(maxLength, minLength + 30))
  return Array.from({ length }, () => chance.one(letters)).join('')
}

const arbitraries = new Map<string, fc.Arbitrary<string>>()

function matching(pattern: string, chance: Chance): string {
  const arbitrary = arbitraries.get(pattern) ?? fc.stringMatching(new RegExp(pattern))
  arbitraries.set(pattern, arbitrary)
  return fc.sample(arbitrary, { numRuns: 1, seed: chance.whole(1, 2 ** 30) })[0]!
}
