import dynalite from 'dynalite'
import fc from 'fast-check'
import { openConnection } from '../../../support/dynamodb-client.ts'
import { listenOn, startDynamoDb } from '../../../support/dynamodb-server.ts'
import { type Answer, normalize } from './normalize.ts'
import { type Request, request } from './requests.ts'
import { createTableInput, TABLES } from './tables.ts'

export interface Difference {
  request: Request
  ours: unknown
  dynalite: unknown
}

export interface DifferentialResult {
  requests: number
  byOperation: Record<string, number>
  refused: number
  differences: Difference[]
  seed: number
}

type Call = (operation: string, input: unknown) => Promise<Answer>

const MAX_DIFFERENCES = 20

/** Sends `count` random requests, one after the other, to dynalite and to ours and compares every answer. */
export async function runDifferential(count: number, seed = Date.now()): Promise<DifferentialResult> {
  const ours = await startDynamoDb()
  const other = dynalite({ createTableMs: 0 })
  const connection = await openConnection(await listenOn(other))
  const calls: [Call, Call] = [ours.call, dynaliteCall(connection.send)]
  const result: DifferentialResult = { requests: 0, byOperation: {}, refused: 0, differences: [], seed }
  try {
    for (const shape of TABLES) for (const call of calls) await create(call, createTableInput(shape))
    for (const next of fc.sample(request, { numRuns: count, seed })) {
      const answers = await Promise.all(calls.map((call) => follow(call, next)))
      result.requests++
      result.byOperation[next.operation] = (result.byOperation[next.operation] ?? 0) + 1
      if (answers[0]!.some(({ status }) => status !== 200)) result.refused++
      const [mine, theirs] = answers.map((pages) => comparable(pages, next))
      if (JSON.stringify(mine) === JSON.stringify(theirs)) continue
      result.differences.push({ request: next, ours: mine, dynalite: theirs })
      if (result.differences.length >= MAX_DIFFERENCES) break
    }
    return result
  } finally {
    connection.close()
    await new Promise((resolve) => other.close(resolve))
    await ours.close()
  }
}

const dynaliteCall =
  (send: Awaited<ReturnType<typeof openConnection>>['send']): Call =>
  async (operation, input) => {
    const answer = await send(operation, JSON.stringify(input))
    return { status: answer.status, body: JSON.parse(answer.body) as Answer['body'] }
  }

async function create(call: Call, input: { TableName: string }) {
  await call('CreateTable', input)
  for (let ready = false; !ready; ) {
    const { body } = await call('DescribeTable', { TableName: input.TableName })
    ready = (body.Table as { TableStatus?: string } | undefined)?.TableStatus === 'ACTIVE'
  }
}

/** One answer, or all pages of a walk. */
async function follow(call: Call, { operation, input, walk }: Request): Promise<Answer[]> {
  const pages = [await call(operation, input)]
  for (
    let start = pages[0]!.body.LastEvaluatedKey;
    walk && start;
    start = pages.at(-1)!.body.LastEvaluatedKey
  )
    pages.push(await call(operation, { ...input, ExclusiveStartKey: start }))
  return pages
}

/** In an unordered walk only the whole counts: where its pages end is up to the order. */
function comparable(pages: Answer[], { input, unordered = false }: Request) {
  const indexed = input.TableName === 'indexed'
  if (!unordered || pages.length === 1) return pages.map((page) => normalize(page, { unordered, indexed }))
  const items = pages.flatMap(({ body }) => (body.Items ?? []) as unknown[])
  const count = pages.reduce((sum, { body }) => sum + Number(body.Count), 0)
  const scanned = pages.reduce((sum, { body }) => sum + Number(body.ScannedCount), 0)
  const whole = { status: 200, body: { Items: items, Count: count, ScannedCount: scanned } }
  return [normalize(whole, { unordered, indexed }), pages.length]
}
