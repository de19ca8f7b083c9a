import { InvalidDefinition, QueryProblem } from './failure.ts'
import type { JsonObject } from './json.ts'
import { compileInteger, compileTyped } from './query.ts'
import type { Query } from './scope.ts'

const SECONDS = { least: 0, most: 99_999_999 }
const ISO_8601 = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.(\d{1,9}))?)?(?:Z|[+-]\d{2}:\d{2})$/

/** The instant a Wait state ends: `Seconds` from its evaluation, or `Timestamp`. */
export function readWait(fields: JsonObject, location: string): Query<number> {
  const { Seconds: seconds, Timestamp: timestamp } = fields
  if ((seconds === undefined) === (timestamp === undefined))
    throw new InvalidDefinition("A Wait needs either the field 'Seconds' or 'Timestamp'.", location)
  if (seconds !== undefined) {
    const query = compileInteger(seconds, 'Seconds', location, SECONDS)
    return async (scope) => scope.now + (await query(scope)) * 1000
  }
  const query = compileTyped(timestamp!, 'string', 'Timestamp', location)
  return async (scope) => {
    const text = await query(scope)
    const instant = parseInstant(text)
    if (instant !== undefined) return instant
    throw new QueryProblem(
      `The Timestamp field cannot be parsed as an ISO-8601 extended offset date-time format string: ${text}`,
      'Timestamp',
      { evaluated: true },
    )
  }
}

/** Milliseconds; a fraction of one counts as a whole, so that no wait ends early. */
export function parseInstant(text: string): number | undefined {
  const match = ISO_8601.exec(text)
  if (!match) return undefined
  const instant = Date.parse(text)
  if (Number.isNaN(instant)) return undefined
  return Number(match[1]?.slice(3) || 0) > 0 ? instant + 1 : instant
}
