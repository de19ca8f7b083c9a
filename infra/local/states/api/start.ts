import { randomUUID } from 'node:crypto'
import type { Clock } from '../../clock/clock.ts'
import { AwsError } from '../../kernel/aws.ts'
import type { Database } from '../../kernel/database.ts'
import type { Place } from '../../kernel/resource.ts'
import type { Frame } from '../engine/frame.ts'
import { type HistoryEvent, inputDetails } from '../engine/history.ts'
import type { Execution } from '../engine/run.ts'
import type { Runner } from '../engine/runner.ts'
import type { ExecutionStore } from '../store/executions.ts'
import { executionArn } from './arns.ts'
import type { Catalogue, Target } from './catalogue.ts'
import { checkName, checkPayload, optionalText, seconds } from './check.ts'

const DAY_MS = 86_400_000
/** How long AWS remembers an execution after its end, and keeps its name taken. */
const MEMORY_MS = 90 * DAY_MS
const LONGEST_EXECUTION_MS = 365 * DAY_MS

export interface Executions {
  /** `authorize` is asked about the ARN as it was given, before anything else is said about it. */
  start(input: Record<string, unknown>, authorize: (arn: string) => void): Promise<unknown>
  /** Nothing once it is forgotten. */
  find(arn: string): Execution | undefined
  machineFor(execution: Execution): unknown
  /** Executions that ended before this instant are forgotten. */
  forgottenBefore(): number
}

export function createExecutions(deps: {
  database: Database
  clock: Clock
  place: Place
  store: ExecutionStore
  runner: Runner
  catalogue: Catalogue
}): Executions {
  const { database, clock, place, store, runner, catalogue } = deps
  const forgottenBefore = () => clock.now() - MEMORY_MS

  function find(arn: string): Execution | undefined {
    const execution = store.byArn(arn)
    const forgotten = execution?.endedAt !== undefined && execution.endedAt <= forgottenBefore()
    return forgotten ? undefined : execution
  }

  function begin(target: Target, name: string, input: string): Execution {
    const { machine } = target
    const arn = executionArn(place, machine.name, name)
    const taken = find(arn)
    if (taken) return sameOrRefused(taken, target, input)
    const forgotten = store.byArn(arn)
    if (forgotten) store.forget(forgotten.id)
    const startedAt = Math.floor(clock.now())
    const { timeoutSeconds } = catalogue.machine(target.definition)
    const limit = timeoutSeconds === undefined ? LONGEST_EXECUTION_MS : timeoutSeconds * 1000
    const execution = {
      arn,
      name,
      machineArn: machine.arn,
      machineName: machine.name,
      ...(target.versionArn !== undefined && { versionArn: target.versionArn }),
      ...(target.aliasArn !== undefined && { aliasArn: target.aliasArn }),
      definition: target.definition,
      roleArn: target.roleArn,
      startedAt,
      dueAt: startedAt + Math.min(limit, LONGEST_EXECUTION_MS),
      input,
    }
    const { startAt } = catalogue.machine(target.definition)
    const id = store.begin(execution, firstFrame(startAt, input), firstEvent(execution))
    return { ...execution, id, status: 'RUNNING' }
  }

  return {
    find,
    forgottenBefore,
    machineFor: (execution) => catalogue.describeFor(execution),
    async start(given, authorize) {
      const target = catalogue.target(given.stateMachineArn, authorize)
      const name = checkName(optionalText(given.name, 'name', 80) || randomUUID())
      const input = checkPayload(
        optionalText(given.input, 'input', Number.MAX_SAFE_INTEGER) ?? '{}',
        (text) =>
          new AwsError(
            'InvalidExecutionInput',
            `Invalid State Machine Execution Input: '${text}' is not valid JSON`,
          ),
      )
      const execution = await database.write(() => begin(target, name, input))
      runner.begun(execution.id, execution.dueAt)
      return { executionArn: execution.arn, startDate: seconds(execution.startedAt) }
    },
  }
}

/** AWS: the same start again is answered as the first while it runs; anything else is refused. */
function sameOrRefused(taken: Execution, target: Target, input: string): Execution {
  const same =
    taken.status === 'RUNNING' &&
    taken.input === input &&
    taken.versionArn === target.versionArn &&
    taken.aliasArn === target.aliasArn
  if (same) return taken
  throw new AwsError('ExecutionAlreadyExists', `Execution Already Exists: '${taken.arn}'`)
}

const firstFrame = (startAt: string, input: string): Frame => ({
  id: 1,
  index: 0,
  path: [],
  phase: 'enter',
  state: startAt,
  input: JSON.parse(input),
  variables: {},
  lastEvent: 0,
  enteredAt: 0,
  enteredEvent: 0,
  enteredAfter: 0,
  tries: [],
  retryCount: 0,
})

const firstEvent = (
  execution: Pick<Execution, 'input' | 'roleArn' | 'startedAt' | 'versionArn' | 'aliasArn'>,
): HistoryEvent => ({
  id: 1,
  previousEventId: 0,
  type: 'ExecutionStarted',
  at: execution.startedAt,
  details: {
    name: 'executionStartedEventDetails',
    fields: {
      ...inputDetails(execution.input),
      roleArn: execution.roleArn,
      ...(execution.versionArn !== undefined && { stateMachineVersionArn: execution.versionArn }),
      ...(execution.aliasArn !== undefined && { stateMachineAliasArn: execution.aliasArn }),
    },
  },
})
