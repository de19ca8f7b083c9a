import { type ChildProcess, fork } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Connection, openConnection } from '../support/dynamodb-client.ts'
import type { BenchResult, Figure } from './main.ts'
import { bench as benchExecutions } from './states.ts'

const WRITERS = 16
const ROUNDS = 5
const SLICE_MS = 1000
const WARM_UP_MS = 500
const PUTS_BAR = 0.8
const TRANSACTIONS_BAR = 0.3

const TABLE = {
  TableName: 'bench',
  KeySchema: [
    { AttributeName: 'pk', KeyType: 'HASH' },
    { AttributeName: 'sk', KeyType: 'RANGE' },
  ],
  AttributeDefinitions: [
    { AttributeName: 'pk', AttributeType: 'S' },
    { AttributeName: 'sk', AttributeType: 'S' },
  ],
  BillingMode: 'PAY_PER_REQUEST',
}

/** Items, then executions: what the local cloud keeps on disk, and how fast. */
export async function bench(): Promise<BenchResult> {
  const [items, executions] = [await benchItems(), await benchExecutions()]
  return {
    figures: [...items.figures, ...executions.figures],
    notes: [...(items.notes ?? []), ...(executions.notes ?? [])],
  }
}

/**
 * The store against dynalite (puts) and against node:sqlite without any server (transactions of three items),
 * in one run of alternating slices: what else the machine does meanwhile strikes all of them alike.
 */
async function benchItems(): Promise<BenchResult> {
  const ours = await startServer('ours')
  const other = await startServer('dynalite')
  const bare = await startServer('bare')
  try {
    await createTable(ours)
    await createTable(other)
    const slices = {
      ours: () => requestsPerSecond(ours.connections, SLICE_MS, put),
      dynalite: () => requestsPerSecond(other.connections, SLICE_MS, put),
      transactions: () => requestsPerSecond(ours.connections, SLICE_MS, transaction),
      bare: () => ask<number>(bare.child, { ms: SLICE_MS }),
    }
    await requestsPerSecond(ours.connections, WARM_UP_MS, put)
    await requestsPerSecond(other.connections, WARM_UP_MS, put)
    const rates = await alternate(slices)
    const memory = (await ask<number>(ours.child, 'memory')) / 2 ** 20
    return { figures: figuresOf(rates, ours.startMs, memory), notes: NOTES }
  } finally {
    for (const server of [ours, other, bare]) await server.stop()
  }
}

const NOTES = [
  `Puts and transactions: ${WRITERS} connections, ${ROUNDS} alternating slices of ${SLICE_MS} ms, medians; items of about 300 bytes.`,
  'Ours answers after an fsync of the commit group (WAL, synchronous = FULL); bare node:sqlite syncs each transaction.',
  'dynalite writes to LevelDB without sync: an answered put survives the end of the process, not that of the machine.',
]

type Slice = 'ours' | 'dynalite' | 'transactions' | 'bare'

async function alternate(slices: Record<Slice, () => Promise<number>>): Promise<Record<Slice, number>> {
  const names = Object.keys(slices) as Slice[]
  const rates = new Map(names.map((name) => [name, [] as number[]]))
  for (let round = 0; round < ROUNDS; round++)
    for (const name of names) rates.get(name)!.push(await slices[name]())
  return Object.fromEntries([...rates].map(([name, values]) => [name, median(values)])) as Record<
    Slice,
    number
  >
}

const median = (values: number[]) =>
  values.toSorted((left, right) => left - right)[Math.floor(values.length / 2)]!

function figuresOf(rates: Record<Slice, number>, startMs: number, memory: number): Figure[] {
  const puts = rates.ours / rates.dynalite
  const transactions = rates.transactions / rates.bare
  return [
    { name: 'puts, ours', value: rates.ours, unit: '/s' },
    { name: 'puts, dynalite', value: rates.dynalite, unit: '/s' },
    { name: 'puts, ours to dynalite', value: puts, unit: '×', bar: PUTS_BAR, ok: puts >= PUTS_BAR },
    { name: 'transactions of three items, ours', value: rates.transactions, unit: '/s' },
    { name: 'transactions of three rows, bare node:sqlite', value: rates.bare, unit: '/s' },
    {
      name: 'transactions, ours to bare',
      value: transactions,
      unit: '×',
      bar: TRANSACTIONS_BAR,
      ok: transactions >= TRANSACTIONS_BAR,
    },
    { name: 'start of the process to ready, ours', value: startMs, unit: 'ms' },
    { name: 'memory after the run, ours', value: memory, unit: 'MB' },
  ]
}

/** Requests per second of all connections together, each sending its next request when the last was answered. */
async function requestsPerSecond(
  connections: Connection[],
  ms: number,
  request: () => { target: string; body: string },
): Promise<number> {
  const start = performance.now()
  let answered = 0
  await Promise.all(
    connections.map(async (connection) => {
      while (performance.now() - start < ms) {
        const { target, body } = request()
        const answer = await connection.send(target, body)
        if (answer.status !== 200) throw new Error(answer.body)
        answered++
      }
    }),
  )
  return (answered * 1000) / (performance.now() - start)
}

let serial = 0
const newItem = () => ({
  pk: { S: `500229#${serial % 1000}` },
  sk: { S: String(serial++) },
  stage: { S: 'registered' },
  due: { N: String(1_800_000_000 + serial) },
  words: { S: '垃圾'.repeat(30) },
})

const put = () => ({
  target: 'PutItem',
  body: JSON.stringify({ TableName: 'bench', Item: newItem() }),
})

/** As the SDK sends it: with a token, which ours has to remember durably. */
const transaction = () => ({
  target: 'TransactWriteItems',
  body: JSON.stringify({
    ClientRequestToken: `token-${serial}`,
    TransactItems: [newItem(), newItem(), newItem()].map((Item) => ({ Put: { TableName: 'bench', Item } })),
  }),
})

interface Server {
  child: ChildProcess
  connections: Connection[]
  startMs: number
  stop(): Promise<void>
}

async function startServer(kind: 'ours' | 'dynalite' | 'bare'): Promise<Server> {
  const folder = await mkdtemp(join(tmpdir(), 'bench-'))
  const start = performance.now()
  const child = fork(new URL('./store/server.ts', import.meta.url), [kind, folder])
  const { port } = await nextMessage<{ port: number }>(child)
  const startMs = performance.now() - start
  const connections =
    kind === 'bare' ? [] : await Promise.all(Array.from({ length: WRITERS }, () => openConnection(port)))
  return {
    child,
    connections,
    startMs,
    async stop() {
      for (const connection of connections) connection.close()
      const ended = new Promise((resolve) => child.once('exit', resolve))
      child.kill()
      await ended
      await rm(folder, { recursive: true, force: true })
    },
  }
}

function ask<T>(child: ChildProcess, message: 'memory' | { ms: number }): Promise<T> {
  const answer = nextMessage<T>(child)
  child.send(message)
  return answer
}

const nextMessage = <T>(child: ChildProcess) =>
  new Promise<T>((resolve, reject) => {
    child.once('message', resolve)
    child.once('exit', (code) => reject(new Error(`the process ended with ${code}`)))
  })

async function createTable({ connections }: Server) {
  await connections[0]!.send('CreateTable', JSON.stringify(TABLE))
  await new Promise((resolve) => setTimeout(resolve, 200))
}
