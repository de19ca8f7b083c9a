import { InvalidDefinition, QueryProblem } from './failure.ts'
import { checkNames, objectField } from './fields.ts'
import type { Json, JsonObject } from './json.ts'
import { compileInteger, compileTemplate, compileTyped } from './query.ts'
import type { Query } from './scope.ts'

const COUNT = { least: 0, most: Number.MAX_SAFE_INTEGER }

/** The fields of an inline Map apart from the states of its processor. */
export function readMapFields(fields: JsonObject, processor: JsonObject, location: string) {
  checkNames(
    processor,
    ['ProcessorConfig', 'StartAt', 'States', 'Comment'],
    'an ItemProcessor',
    `${location}/ItemProcessor`,
  )
  checkMode(processor.ProcessorConfig, `${location}/ItemProcessor`)
  const select = fields.ItemSelector
  return {
    items: readItems(fields.Items, location),
    ...(select !== undefined && {
      selectItem: compileTemplate(select, 'ItemSelector', location).evaluate,
    }),
    maxConcurrency: count(fields, 'MaxConcurrency', location),
    toleratedCount: count(fields, 'ToleratedFailureCount', location),
    toleratedPercentage: percentage(fields.ToleratedFailurePercentage, location),
  }
}

function checkMode(config: Json | undefined, location: string) {
  if (config === undefined) return
  const fields = objectField(config, 'ProcessorConfig', location)
  checkNames(fields, ['Mode'], 'ProcessorConfig', location)
  if (fields.Mode !== undefined && fields.Mode !== 'INLINE')
    throw new InvalidDefinition('The local cloud runs inline maps only.', location)
}

function readItems(items: Json | undefined, location: string): Query<Json[]> {
  if (items !== undefined) return compileTyped(items, 'array', 'Items', location)
  return async ({ input }) => {
    if (Array.isArray(input)) return input
    throw new QueryProblem(`Map state input must be an array but was: ${JSON.stringify(input)}`)
  }
}

const count = (fields: JsonObject, field: string, location: string) =>
  compileInteger(fields[field] ?? 0, field, location, COUNT)

function percentage(value: Json | undefined, location: string): Query<number> {
  const field = 'ToleratedFailurePercentage'
  const query = compileTyped(value ?? 0, 'number', field, location)
  return async (scope) => {
    const found = await query(scope)
    if (found >= 0 && found <= 100) return found
    throw new QueryProblem(`The ${field} field must be between 0 and 100 but was: ${found}`, field, {
      evaluated: true,
    })
  }
}
