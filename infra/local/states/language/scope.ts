import type { Json, JsonObject } from './json.ts'

/** What the expressions of one state may see. */
export interface Scope {
  input: Json
  context: JsonObject
  variables: JsonObject
  /** Of a Task, Parallel or Map that succeeded. */
  result?: Json
  /** Inside a Catch: `{ Error, Cause? }`. */
  errorOutput?: Json
  /** Virtual instant of the evaluation, milliseconds since the epoch. */
  now: number
}

export type Query<T> = (scope: Scope) => Promise<T>

/** What a state hands on when it is left. */
export interface Leaving {
  output: Json
  assigned?: JsonObject
}
