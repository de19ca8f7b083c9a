import type { JsonObject } from '../language/json.ts'
import type { Scope } from '../language/scope.ts'
import type { Frame } from './frame.ts'
import { type Run, variablesOf } from './run.ts'

const instant = (at: number) => new Date(Math.floor(at)).toISOString()

/** What the state a frame is in may see; `extra` are a task's token, or the item of an iteration about to start. */
export function scopeOf(
  run: Run,
  frame: Frame,
  extra: { token?: string; item?: { index: number; value: JsonObject[string] } } = {},
): Scope {
  const { execution } = run
  const item = extra.item ?? itemOf(run, frame)
  const context: JsonObject = {
    Execution: {
      Id: execution.arn,
      Input: run.input,
      Name: execution.name,
      RoleArn: execution.roleArn,
      StartTime: instant(execution.startedAt),
      RedriveCount: 0,
    },
    StateMachine: { Id: execution.machineArn, Name: execution.machineName },
    State: { EnteredTime: instant(frame.enteredAt), Name: frame.state, RetryCount: frame.retryCount },
    ...(item && { Map: { Item: { Index: item.index, Value: item.value } } }),
    ...(extra.token !== undefined && { Task: { Token: extra.token } }),
  }
  return { input: frame.input, context, variables: variablesOf(run, frame), now: run.now() }
}

/** The nearest iteration around a frame. */
function itemOf(run: Run, frame: Frame): { index: number; value: JsonObject[string] } | undefined {
  if (frame.item !== undefined) return { index: frame.index, value: frame.item }
  const parent = frame.parent === undefined ? undefined : run.frames.get(frame.parent)
  return parent && itemOf(run, parent)
}
