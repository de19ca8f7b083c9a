import type { Json, JsonObject } from '../language/json.ts'
import type { Frame } from './frame.ts'
import { type Run, touch } from './run.ts'

export const LONGEST_HISTORY = 25_000

/** As AWS answers it, the timestamp aside: `[detailsName]: details` are its only further field. */
export interface HistoryEvent {
  id: number
  previousEventId: number
  type: string
  /** Virtual milliseconds. */
  at: number
  details?: { name: string; fields: Record<string, unknown> }
}

/** The history is full; nothing but the execution's failure fits any more. */
export class HistoryFull extends Error {
  override readonly name = 'HistoryFull'
}

const ENDS = new Set(['ExecutionSucceeded', 'ExecutionFailed', 'ExecutionAborted', 'ExecutionTimedOut'])

/** Adds an event behind `previous` and gives its id. */
export function record(
  run: Run,
  previous: number,
  type: string,
  details?: { name: string; fields: Record<string, unknown> },
): number {
  if (run.lastEvent >= LONGEST_HISTORY - 1 && !ENDS.has(type)) throw new HistoryFull()
  const id = ++run.lastEvent
  run.events.push({ id, previousEventId: previous, type, at: run.now(), ...(details && { details }) })
  return id
}

/** Adds an event behind the frame's last one, and makes it the last. */
export function follow(
  run: Run,
  frame: Frame,
  type: string,
  name?: string,
  fields?: Record<string, unknown>,
) {
  frame.lastEvent = record(run, frame.lastEvent, type, name && fields ? { name, fields } : undefined)
  touch(run, frame)
}

const WHOLE = { truncated: false }

export const inputDetails = (input: string) => ({ input, inputDetails: WHOLE })
export const outputDetails = (output: string) => ({ output, outputDetails: WHOLE })

/** `error` and `cause`, where there are any. */
export const failureDetails = (failure: { error?: string | undefined; cause?: string | undefined }) => ({
  ...(failure.cause !== undefined && { cause: failure.cause }),
  ...(failure.error !== undefined && { error: failure.error }),
})

/** Variables as the history shows them: each a JSON text. */
export function assignedDetails(assigned: JsonObject | undefined) {
  if (!assigned) return {}
  const texts = Object.entries(assigned).map(([name, value]: [string, Json]) => [name, JSON.stringify(value)])
  return { assignedVariables: Object.fromEntries(texts), assignedVariablesDetails: WHOLE }
}
