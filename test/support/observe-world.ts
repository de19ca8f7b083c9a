import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { DynamoDBClient, ListTablesCommand, paginateScan } from '@aws-sdk/client-dynamodb'
import {
  DescribeExecutionCommand,
  GetExecutionHistoryCommand,
  paginateListExecutions,
  paginateListStateMachines,
  SFNClient,
} from '@aws-sdk/client-sfn'
import { unmarshall } from '@aws-sdk/util-dynamodb'
import type { ClientConfig } from './local-cloud.ts'
import { figuresOf } from './world/figures.ts'
import type {
  SeenCase,
  SeenExecution,
  SeenItem,
  SeenRecord,
  SeenRow,
  SeenToken,
  World,
} from './world/world.ts'

type Item = Record<string, unknown>

/** What only the harness itself knows of the world that it looks at. */
export type Known = Pick<World, 'nowMs' | 'settled' | 'told' | 'personal'> & Partial<Pick<World, 'terms'>>

/** A whole installation as it is now, read past every wall: tables, executions, logs. */
export async function observeWorld(
  { clientConfig, folder }: { clientConfig: ClientConfig; folder: string },
  known: Known,
): Promise<World> {
  const database = new DynamoDBClient(clientConfig)
  const states = new SFNClient(clientConfig)
  try {
    const [tenant, executions] = [await tenantItems(database), await caseExecutions(states)]
    const cases = casesOf(tenant)
    return {
      ...known,
      cases,
      // folded a few seconds after they were committed
      ...(known.settled && { figures: figuresOf(tenant, cases) }),
      tokens: tenant.filter(({ _et }) => _et === 'Token').map(tokenOf),
      items: tenant.map(itemOf),
      executions,
      logs: logLines(folder),
    }
  } finally {
    database.destroy()
    states.destroy()
  }
}

/** The name of the tenants' table in this installation. */
export async function tenantTableName(client: DynamoDBClient): Promise<string> {
  const { TableNames = [] } = await client.send(new ListTablesCommand({}))
  const name = TableNames.find((one) => one.includes('TenantTable'))
  if (!name) throw new Error('This cloud has no table of the tenants.')
  return name
}

async function tenantItems(client: DynamoDBClient): Promise<Item[]> {
  const items: Item[] = []
  const input = { TableName: await tenantTableName(client), ConsistentRead: true }
  for await (const { Items = [] } of paginateScan({ client }, input))
    items.push(...Items.map((item) => unmarshall(item)))
  return items
}

function casesOf(items: readonly Item[]): SeenCase[] {
  const rows = Map.groupBy(
    items.filter(({ _et }) => _et === 'History'),
    ({ pk }) => pk,
  )
  return items
    .filter(({ _et }) => _et === 'Case')
    .map((item) => ({
      record: item as unknown as SeenRecord,
      history: (rows.get(item.pk) ?? []).map(rowOf).toSorted((a, b) => a.version - b.version),
    }))
}

/** A history row as it was hashed: without what the table adds. */
function rowOf({ pk: _pk, sk: _sk, _et, tenant: _tenant, id: _id, ...row }: Item): SeenRow {
  return row as unknown as SeenRow
}

const tokenOf = ({ tenant, id, run, stage }: Item): SeenToken => ({
  tenant: String(tenant),
  caseId: String(id),
  run: Number(run),
  stage: String(stage),
})

function itemOf({ pk, work, month, tenant, ...rest }: Item): SeenItem {
  const partitions = [pk, work, month].filter((key): key is string => typeof key === 'string')
  return { partitions, text: JSON.stringify(rest), ...(typeof tenant === 'string' && { tenant }) }
}

async function caseExecutions(client: SFNClient): Promise<SeenExecution[]> {
  const machineArn = await caseMachine(client)
  const found: SeenExecution[] = []
  const pages = paginateListExecutions({ client }, { stateMachineArn: machineArn, maxResults: 1000 })
  for await (const { executions = [] } of pages)
    for (const { executionArn = '', name = '', status = '' } of executions) {
      const { input = '{}' } = await client.send(new DescribeExecutionCommand({ executionArn }))
      found.push({ name, status, input: JSON.parse(input), states: await statesOf(client, executionArn) })
    }
  return found
}

/** The state machine of cases in this installation. */
export async function caseMachine(client: SFNClient): Promise<string> {
  for await (const { stateMachines = [] } of paginateListStateMachines({ client }, {}))
    for (const { name, stateMachineArn } of stateMachines)
      if (name?.includes('CaseWorkflow') && stateMachineArn) return stateMachineArn
  throw new Error('This cloud has no workflow of cases.')
}

async function statesOf(client: SFNClient, executionArn: string): Promise<string[]> {
  const { events = [] } = await client.send(
    new GetExecutionHistoryCommand({ executionArn, maxResults: 1000 }),
  )
  return events.flatMap(({ stateEnteredEventDetails }) => stateEnteredEventDetails?.name ?? [])
}

function logLines(folder: string): string[] {
  const logs = join(folder, 'logs')
  return readdirSync(logs).flatMap((file) =>
    readFileSync(join(logs, file), 'utf8')
      .split('\n')
      .filter((line) => line !== ''),
  )
}
