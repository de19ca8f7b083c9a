import type { DatabaseSync, SQLInputValue } from 'node:sqlite'
import type { Execution, Status } from '../engine/run.ts'
import { executionOf } from '../store/executions.ts'
import type { MachineRef } from './arns.ts'
import { pageSize, readPage, seconds, validation, writePage } from './check.ts'

const STATUSES: Status[] = ['RUNNING', 'SUCCEEDED', 'FAILED', 'TIMED_OUT', 'ABORTED']

interface Position {
  started: number
  id: number
}

const isPosition = (value: unknown): value is Position =>
  typeof (value as Position | null)?.started === 'number' && typeof (value as Position).id === 'number'

interface ListInput {
  statusFilter?: unknown
  redriveFilter?: unknown
  mapRunArn?: unknown
  maxResults?: unknown
  nextToken?: unknown
}

/** ListExecutions: the newest first, by machine, version or alias. */
export function createListExecutions(sqlite: DatabaseSync) {
  const list = sqlite.prepare(`SELECT * FROM states_execution WHERE machine = ?
    AND (started, id) < (?, ?) AND (? IS NULL OR status = ?) AND (? IS NULL OR version = ? OR alias = ?)
    AND (ended IS NULL OR ended > ?) ORDER BY started DESC, id DESC LIMIT ?`)

  return (machine: MachineRef, arn: string, input: ListInput, forgottenBefore: number) => {
    if (input.mapRunArn !== undefined || input.redriveFilter !== undefined)
      throw validation('The local cloud lists neither map runs nor redriven executions.')
    const status = (input.statusFilter ?? null) as Status | null
    if (status !== null && !STATUSES.includes(status))
      throw validation(`Value at 'statusFilter' must be one of ${STATUSES.join(', ')}.`)
    const limit = pageSize(input.maxResults)
    const from = readPage(input.nextToken, isPosition) ?? { started: Number.MAX_VALUE, id: 0 }
    const qualified = machine.arn === arn ? null : arn
    const values: SQLInputValue[] = [machine.arn, from.started, from.id, status, status]
    values.push(qualified, qualified, qualified, forgottenBefore, limit + 1)
    const found = list.all(...values).map((row) => executionOf(row)!)
    const page = found.slice(0, limit)
    const last = page.at(-1)
    return {
      executions: page.map(entry),
      ...(found.length > limit && { nextToken: writePage({ started: last!.startedAt, id: last!.id }) }),
    }
  }
}

const entry = (execution: Execution) => ({
  executionArn: execution.arn,
  stateMachineArn: execution.machineArn,
  name: execution.name,
  status: execution.status,
  startDate: seconds(execution.startedAt),
  ...(execution.endedAt !== undefined && { stopDate: seconds(execution.endedAt) }),
  ...(execution.versionArn !== undefined && { stateMachineVersionArn: execution.versionArn }),
  ...(execution.aliasArn !== undefined && { stateMachineAliasArn: execution.aliasArn }),
  redriveCount: 0,
})
