import { GetItemCommand, PutItemCommand, TransactWriteItemsCommand } from '@aws-sdk/client-dynamodb'
import { SendTaskSuccessCommand, StartExecutionCommand } from '@aws-sdk/client-sfn'
import { TOY } from '../../support/toy/template.ts'
import type { Clients } from './cloud-process.ts'
import type { Journal } from './journal.ts'

export interface Load {
  /** Stops asking and resolves when nothing is under way. */
  stop(): Promise<void>
}

const CASE_WRITERS = 6
const ITEM_WRITERS = 4
const STARTERS = 3
const VERSIONS_PER_CASE = 6
const VALUES_PER_ITEM = 4
const START_PAUSE_MS = 40 // executions cost the most of all; they leave the writers some air
const TOKEN_TRIES = 100
const TOKEN_PAUSE_MS = 20

/** Everything one client of a cycle works with. A failed request ends the case, item or execution it belongs to. */
interface Client {
  clients: Clients
  journal: Journal
  machine: string
  running: () => boolean
}

/** Writes, transactions and executions from all sides; every acknowledgement goes to the journal. */
export function startLoad(clients: Clients, journal: Journal, machine: string, cycle: number): Load {
  let running = true
  const client: Client = { clients, journal, machine, running: () => running }
  const loops = [
    ...writers(CASE_WRITERS, (id) => writeCase(client, id)),
    ...writers(ITEM_WRITERS, (id) => writeItem(client, id)),
    ...writers(STARTERS, (id) => runExecution(client, id)),
  ]

  function writers(count: number, work: (id: string) => Promise<void>) {
    return Array.from({ length: count }, async (_, writer) => {
      for (let turn = 0; running; turn++) await work(`${cycle}-${writer}-${turn}`).catch(forgetWhenKilled)
    })
  }

  const done = Promise.all(loops)
  done.catch(() => undefined) // told by stop(), which may be called later
  return {
    async stop() {
      running = false
      await done
    },
  }
}

/** What a client sees of a kill: its connection breaks, its answer stays unknown. Anything else is a finding. */
async function forgetWhenKilled(error: unknown) {
  const { name, code, message } = error as Error & { code?: string }
  const broken = ['ECONNRESET', 'ECONNREFUSED', 'EPIPE', 'UND_ERR_SOCKET']
  if (name === 'TimeoutError' || broken.includes(code ?? '') || /socket hang up|aborted/.test(message)) {
    await pause(TOKEN_PAUSE_MS)
    return
  }
  throw error
}

/** The case and its history row in one transaction, version after version, as the product does. */
async function writeCase({ clients, journal, running }: Client, id: string) {
  const key = `CASE#${id}`
  for (let version = 1; version <= VERSIONS_PER_CASE && running(); version++) {
    const row = (sk: string) => ({
      pk: { S: key },
      sk: { S: sk },
      id: { S: id },
      version: { N: `${version}` },
    })
    await clients.dynamodb.send(
      new TransactWriteItemsCommand({
        TransactItems: [
          {
            Put: {
              TableName: TOY.world,
              Item: row('CASE'),
              ConditionExpression: version === 1 ? 'attribute_not_exists(pk)' : '#version = :before',
              ...(version > 1 && {
                ExpressionAttributeNames: { '#version': 'version' },
                ExpressionAttributeValues: { ':before': { N: `${version - 1}` } },
              }),
            },
          },
          {
            Put: {
              TableName: TOY.world,
              Item: row(`HISTORY#${String(version).padStart(6, '0')}`),
              ConditionExpression: 'attribute_not_exists(pk)',
            },
          },
        ],
      }),
    )
    await journal.note({ kind: 'case', id, version })
  }
}

async function writeItem({ clients, journal, running }: Client, id: string) {
  for (let value = 1; value <= VALUES_PER_ITEM && running(); value++) {
    await clients.dynamodb.send(
      new PutItemCommand({
        TableName: TOY.world,
        Item: { pk: { S: `ITEM#${id}` }, sk: { S: 'ITEM' }, id: { S: id }, value: { N: `${value}` } },
      }),
    )
    await journal.note({ kind: 'item', id, value })
  }
}

async function runExecution({ clients, journal, machine, running }: Client, id: string) {
  await pause(START_PAUSE_MS)
  const name = `work-${id}`
  await clients.states.send(new StartExecutionCommand({ stateMachineArn: machine, name, input: '{}' }))
  await journal.note({ kind: 'started', name })
  for (let attempt = 0; attempt < TOKEN_TRIES && running(); attempt++) {
    const taskToken = await readToken(clients, name)
    if (taskToken) {
      await clients.states.send(new SendTaskSuccessCommand({ taskToken, output: '{}' }))
      return journal.note({ kind: 'answered', name })
    }
    await pause(TOKEN_PAUSE_MS)
  }
}

export async function readToken(clients: Clients, name: string): Promise<string | undefined> {
  const { Item } = await clients.dynamodb.send(
    new GetItemCommand({
      TableName: TOY.effects,
      Key: { effect: { S: `TOKEN#${name}` } },
      ConsistentRead: true,
    }),
  )
  return Item?.token?.S
}

const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds))
