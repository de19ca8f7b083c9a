import { DynamoDBClient, ListTablesCommand } from '@aws-sdk/client-dynamodb'
import {
  GetExecutionHistoryCommand,
  ListStateMachinesCommand,
  paginateListExecutions,
  SFNClient,
} from '@aws-sdk/client-sfn'
import { DynamoDBDocumentClient, paginateScan } from '@aws-sdk/lib-dynamodb'
import { ACTED_COUNTY } from '../../support/case-acts.ts'
import type { ClientConfig } from '../../support/local-cloud.ts'

/** What became of one deadline; instants in epoch milliseconds. */
export interface Fired {
  readonly due: number
  /** When the timer of its wait should fire: at a whole second after the wait began. */
  readonly second: number
  readonly firedAt: readonly number[]
  /** Acts that marked the case as overdue at its first stage. */
  readonly markedAt: readonly number[]
}

const READERS = 32

/** Of every case that was reported: its deadline, its timer and its marks. */
export async function readFired(config: ClientConfig): Promise<Fired[]> {
  const [rows, timers] = await Promise.all([historyOf(config), timersOf(config)])
  return [...rows].map(([number, { due, markedAt }]) => {
    const { second = Number.NaN, firedAt = [] } = timers.get(number) ?? {}
    return { due, markedAt, second, firedAt }
  })
}

interface Marks {
  due: number
  markedAt: number[]
}

async function historyOf(config: ClientConfig): Promise<Map<string, Marks>> {
  const client = DynamoDBDocumentClient.from(new DynamoDBClient(config))
  const { TableNames = [] } = await client.send(new ListTablesCommand({}))
  const TableName = TableNames.find((name) => name.includes('TenantTable'))!
  const numbers = new Map<string, string>()
  const marks = new Map<string, Marks>()
  for await (const { Items = [] } of paginateScan({ client }, { TableName })) {
    for (const item of Items) {
      if (item._et === 'Case') numbers.set(item.id, item.number)
      if (item._et !== 'History') continue
      const caseId = String(item.pk).split('#').at(-1)!
      const one = marks.get(caseId) ?? { due: 0, markedAt: [] }
      if (item.version === 1) one.due = Date.parse(item.due)
      if (item.action === 'mark-overdue') one.markedAt.push(Date.parse(item.at))
      marks.set(caseId, one)
    }
  }
  client.destroy()
  return new Map([...marks].map(([caseId, one]) => [numbers.get(caseId)!, one]))
}

async function timersOf(config: ClientConfig) {
  const client = new SFNClient(config)
  const { stateMachines = [] } = await client.send(new ListStateMachinesCommand({}))
  const arns: [string, string][] = []
  for (const { stateMachineArn } of stateMachines)
    for await (const { executions = [] } of paginateListExecutions({ client }, { stateMachineArn }))
      for (const { executionArn = '', name = '' } of executions)
        if (name.startsWith(ACTED_COUNTY)) arns.push([name.split('-')[0]!, executionArn])
  const timers = new Map<string, Pick<Fired, 'second' | 'firedAt'>>()
  let next = 0
  const read = async () => {
    while (next < arns.length) {
      const [number, executionArn] = arns[next++]!
      const { events = [] } = await client.send(
        new GetExecutionHistoryCommand({ executionArn, maxResults: 100 }),
      )
      const wait = events.find(({ taskScheduledEventDetails: task }) => task?.timeoutInSeconds !== undefined)
      const seconds = wait?.taskScheduledEventDetails?.timeoutInSeconds ?? Number.NaN
      timers.set(number, {
        second: wait!.timestamp!.getTime() + seconds * 1_000,
        firedAt: events
          .filter(({ type }) => type === 'TaskTimedOut')
          .map(({ timestamp }) => timestamp!.getTime()),
      })
    }
  }
  await Promise.all(Array.from({ length: READERS }, read))
  client.destroy()
  return timers
}
