import { paginateScan } from '@aws-sdk/client-dynamodb'
import { paginateListExecutions } from '@aws-sdk/client-sfn'
import { TOY } from '../../support/toy/template.ts'
import type { World } from './check-world.ts'
import type { Clients } from './cloud-process.ts'

/** Reads everything there is, strongly. */
export async function observe(clients: Clients, machine: string): Promise<World> {
  const world: World = {
    items: new Map(),
    cases: new Map(),
    history: new Map(),
    effects: new Map(),
    executions: await listExecutions(clients, machine),
  }
  for await (const row of scan(clients, TOY.effects)) {
    const effect = row.effect?.S ?? ''
    if (!effect.startsWith('TOKEN#')) world.effects.set(effect, Number(row.deliveries?.N))
  }
  // after the effects: whatever had an effect must be found here
  for await (const row of scan(clients, TOY.world)) {
    const id = row.id?.S ?? ''
    const sk = row.sk?.S ?? ''
    if (sk === 'ITEM') world.items.set(id, Number(row.value?.N))
    else if (sk === 'CASE') world.cases.set(id, Number(row.version?.N))
    else world.history.set(id, [...(world.history.get(id) ?? []), Number(row.version?.N)])
  }
  return world
}

async function* scan({ dynamodb }: Clients, table: string) {
  for await (const page of paginateScan({ client: dynamodb }, { TableName: table, ConsistentRead: true }))
    yield* page.Items ?? []
}

/** Status by name of every execution of a machine. */
export async function listExecutions({ states }: Clients, machine: string): Promise<Map<string, string>> {
  const executions = new Map<string, string>()
  for await (const page of paginateListExecutions(
    { client: states },
    { stateMachineArn: machine, maxResults: 1000 },
  ))
    for (const { name, status } of page.executions ?? []) executions.set(name ?? '', status ?? '')
  return executions
}
