import { type AwsCall, AwsError } from '../../kernel/aws.ts'
import type { HistoryEvent } from '../engine/history.ts'
import type { Execution } from '../engine/run.ts'
import type { Runner } from '../engine/runner.ts'
import type { ExecutionStore } from '../store/executions.ts'
import { readExecutionArn } from './arns.ts'
import { optionalText, pageSize, readPage, seconds, writePage } from './check.ts'
import type { Executions } from './start.ts'

export interface ExecutionApiDeps {
  authorize(call: AwsCall, action: string, resource: string): void
  store: ExecutionStore
  runner: Runner
  executions: Executions
}

interface ByArn {
  executionArn?: unknown
}

/** What is asked and told about single executions. */
export function executionOperations(deps: ExecutionApiDeps) {
  const { authorize, store, runner, executions } = deps

  function find(input: ByArn, call: AwsCall, action: string): Execution {
    const arn = readExecutionArn(input.executionArn)
    authorize(call, action, arn)
    const execution = executions.find(arn)
    if (!execution) throw new AwsError('ExecutionDoesNotExist', `Execution Does Not Exist: '${arn}'`)
    return execution
  }

  return {
    StartExecution: (input: Record<string, unknown>, call: AwsCall) =>
      executions.start(input, (arn) => authorize(call, 'StartExecution', arn)),

    DescribeExecution: (input: ByArn, call: AwsCall) => describe(find(input, call, 'DescribeExecution')),

    DescribeStateMachineForExecution: (input: ByArn, call: AwsCall) =>
      executions.machineFor(find(input, call, 'DescribeStateMachineForExecution')),

    async StopExecution(input: ByArn & { error?: unknown; cause?: unknown }, call: AwsCall) {
      const error = optionalText(input.error, 'error', 256)
      const cause = optionalText(input.cause, 'cause', 32_768)
      const { id, arn } = find(input, call, 'StopExecution')
      await runner.tell(id, {
        kind: 'stop',
        ...(error !== undefined && { error }),
        ...(cause !== undefined && { cause }),
      })
      return { stopDate: seconds(executions.find(arn)!.endedAt!) }
    },

    GetExecutionHistory(
      input: ByArn & {
        maxResults?: unknown
        nextToken?: unknown
        reverseOrder?: boolean
        includeExecutionData?: boolean
      },
      call: AwsCall,
    ) {
      const { id } = find(input, call, 'GetExecutionHistory')
      const reverse = input.reverseOrder === true
      const limit = pageSize(input.maxResults)
      const after = readPage(input.nextToken, isEventId) ?? (reverse ? Number.MAX_SAFE_INTEGER : 0)
      const events = store.events(id, after, limit + 1, reverse)
      const page = events.slice(0, limit)
      return {
        events: page.map((event) => eventAnswer(event, input.includeExecutionData !== false)),
        ...(events.length > limit && { nextToken: writePage(page.at(-1)!.id) }),
      }
    },
  }
}

const isEventId = (position: unknown): position is number =>
  typeof position === 'number' && Number.isInteger(position)

const DATA = new Set(['input', 'output', 'parameters', 'assignedVariables', 'cause', 'error'])

function eventAnswer({ id, previousEventId, type, at, details }: HistoryEvent, withData: boolean) {
  const event = { timestamp: seconds(at), type, id, previousEventId }
  if (!details) return event
  const fields = withData
    ? details.fields
    : Object.fromEntries(Object.entries(details.fields).filter(([name]) => !DATA.has(name)))
  return { ...event, [details.name]: fields }
}

function describe(execution: Execution) {
  const { status, endedAt, output, error, cause, versionArn, aliasArn } = execution
  return {
    executionArn: execution.arn,
    stateMachineArn: execution.machineArn,
    name: execution.name,
    status,
    startDate: seconds(execution.startedAt),
    ...(endedAt !== undefined && { stopDate: seconds(endedAt) }),
    input: execution.input,
    inputDetails: { included: true },
    ...(output !== undefined && { output, outputDetails: { included: true } }),
    ...(error !== undefined && { error }),
    ...(cause !== undefined && { cause }),
    ...(versionArn !== undefined && { stateMachineVersionArn: versionArn }),
    ...(aliasArn !== undefined && { stateMachineAliasArn: aliasArn }),
    redriveCount: 0,
    redriveStatus: 'NOT_REDRIVABLE',
    redriveStatusReason:
      status === 'RUNNING' || status === 'SUCCEEDED'
        ? `Execution is ${status} and cannot be redriven`
        : 'The local cloud does not redrive executions',
  }
}
