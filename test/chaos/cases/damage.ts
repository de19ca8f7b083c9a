import { DeleteItemCommand, DynamoDBClient } from '@aws-sdk/client-dynamodb'
import {
  paginateListExecutions,
  SFNClient,
  StartExecutionCommand,
  StopExecutionCommand,
} from '@aws-sdk/client-sfn'
import type { Chance } from '../../support/chance.ts'
import { caseMachine, tenantTableName } from '../../support/observe-world.ts'
import type { ProductCloud } from '../../support/product-cloud.ts'
import { ends } from '../../support/world/edges.ts'
import type { World } from '../../support/world/world.ts'

/** What was broken on purpose. */
export interface Damage {
  /** Cases whose execution was ended. */
  readonly orphans: ReadonlySet<string>
  /** Names of executions that time nothing. */
  readonly strays: ReadonlySet<string>
}

/** One case in three, and as many executions of nothing as there are cases that have ended. */
const SHARE = 0.35

/** Ends executions of open cases, and starts some for cases that have ended or go on in another run. */
export async function orphan(cloud: ProductCloud, world: World, chance: Chance): Promise<Damage> {
  const client = new SFNClient(cloud.clientConfig)
  const machine = await caseMachine(client)
  const arns = await runningArns(client, machine)
  const orphans = new Set<string>()
  const strays = new Set<string>()
  for (const { record } of world.cases) {
    const { number, episode, run, tenant, id, version, stage } = record
    const arn = arns.get(`${number}-${episode}-${run}`)
    if (!ends.includes(stage) && arn && chance.happens(SHARE)) {
      await client.send(new StopExecutionCommand({ executionArn: arn, error: 'Killed' }))
      orphans.add(id)
    } else if (chance.happens(SHARE)) {
      const name = `${number}-${episode}-${run + 7}`
      const input = JSON.stringify({ tenant, caseId: id, episode, run: run + 7, stage: 'reported', version })
      await client.send(new StartExecutionCommand({ stateMachineArn: machine, name, input }))
      strays.add(name)
    }
  }
  client.destroy()
  return { orphans, strays }
}

/** Deletes the token of every open case. Gives how many. */
export async function loseTokens(cloud: ProductCloud, { tokens }: World): Promise<number> {
  const client = new DynamoDBClient(cloud.clientConfig)
  const table = await tenantTableName(client)
  for (const { tenant, caseId, run } of tokens) {
    const Key = { pk: { S: `${tenant}#CASE#${caseId}` }, sk: { S: `TOKEN#${run}` } }
    await client.send(new DeleteItemCommand({ TableName: table, Key }))
  }
  client.destroy()
  return tokens.length
}

async function runningArns(client: SFNClient, stateMachineArn: string): Promise<ReadonlyMap<string, string>> {
  const arns = new Map<string, string>()
  const pages = paginateListExecutions({ client }, { stateMachineArn, statusFilter: 'RUNNING' })
  for await (const { executions = [] } of pages)
    for (const { name = '', executionArn = '' } of executions) arns.set(name, executionArn)
  return arns
}
