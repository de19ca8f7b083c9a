import type { Clock, Timer } from '../clock/clock.ts'
import type { Activity } from '../kernel/activity.ts'
import { AwsError } from '../kernel/aws.ts'
import type { Database } from '../kernel/database.ts'
import type { Functions, Invocation } from '../kernel/functions.ts'
import type { Resource } from '../kernel/resource.ts'
import { destinationDocument } from './destination-document.ts'
import { type FunctionConfig, parseFunctionReference } from './function.ts'
import { INVOKE_DEFAULTS, type InvokeConfig, readInvokeConfig } from './invoke-config.ts'

interface LaterDeps {
  database: Database
  clock: Clock
  activity: Activity
  invoke: Functions['invoke']
  configOf(reference: string): FunctionConfig
  deliver: (arn: string, body: string) => Promise<void>
}

/** Asynchronous invocations: durable rows, tried again on the virtual clock, then handed to a destination. */
export interface Later {
  provision(invokeConfigs: Resource[]): void
  /** Resolves when the invocation is durable. */
  accept(reference: string, payload: string): Promise<void>
  resume(): void
  stop(): void
}

interface Row {
  id: number
  function: string
  payload: string
  /** Failed attempts of the function itself. */
  attempts: number
  /** Attempts that never reached the function. */
  refusals: number
  accepted: number
}

const LONGEST_PAYLOAD = 1024 * 1024
/** Lambda waits one minute before the second attempt and two before the third. */
const retryDelayMs = (attempts: number) => attempts * 60_000
/** Throttled: after a second, then twice as long each time, five minutes at most. */
const refusalDelayMs = (refusals: number) => Math.min(1000 * 2 ** (refusals - 1), 300_000)

export function createLater(deps: LaterDeps): Later {
  const { database, clock, activity } = deps
  database.sqlite.exec(
    `CREATE TABLE IF NOT EXISTS lambda_later (id INTEGER PRIMARY KEY AUTOINCREMENT, function TEXT NOT NULL,
     payload TEXT NOT NULL, attempts INTEGER NOT NULL DEFAULT 0, refusals INTEGER NOT NULL DEFAULT 0,
     accepted REAL NOT NULL, due REAL NOT NULL)`,
  )
  const insert = database.sqlite.prepare(
    'INSERT INTO lambda_later (function, payload, accepted, due) VALUES (?, ?, ?, ?)',
  )
  const read = database.sqlite.prepare('SELECT * FROM lambda_later WHERE id = ?')
  const open = database.sqlite.prepare('SELECT id, due FROM lambda_later ORDER BY due, id')
  const remove = database.sqlite.prepare('DELETE FROM lambda_later WHERE id = ?')
  const postpone = database.sqlite.prepare(
    'UPDATE lambda_later SET attempts = ?, refusals = ?, due = ? WHERE id = ?',
  )
  const configs = new Map<string, InvokeConfig>()
  const timers = new Map<number, Timer>()
  let stopped = false

  // a database that closes meanwhile leaves the row: it is taken up at the next start
  const begin = (id: number) =>
    void activity.during('asynchronous invocation', () => attempt(id)).catch(() => undefined)

  function schedule(id: number, due: number) {
    const timer = clock.at(due, () => {
      timers.delete(id)
      begin(id)
    })
    timers.set(id, timer)
  }

  async function attempt(id: number) {
    if (stopped) return
    const row = read.get(id) as unknown as Row | undefined
    if (!row) return
    const config =
      configs.get(row.function) ?? configs.get(parseFunctionReference(row.function).name) ?? INVOKE_DEFAULTS
    const age = clock.now() - row.accepted
    let invocation: Invocation | undefined
    try {
      invocation = await deps.invoke(row.function, row.payload)
    } catch (error) {
      if (!(error instanceof AwsError)) throw error
    }
    if (stopped) return
    if (invocation && !invocation.functionError) return finish(row, config.onSuccess, 'Success', invocation)
    const attempts = row.attempts + (invocation ? 1 : 0)
    const refusals = row.refusals + (invocation ? 0 : 1)
    const delay = invocation ? retryDelayMs(attempts) : refusalDelayMs(refusals)
    const tooOld = age + delay > config.longestAgeMs
    if (attempts > config.retries || tooOld) {
      const condition = attempts > config.retries ? 'RetriesExhausted' : 'EventAgeExceeded'
      return finish({ ...row, attempts }, config.onFailure, condition, invocation)
    }
    const due = clock.now() + delay
    await database.write(() => postpone.run(attempts, refusals, due, id))
    schedule(id, due)
  }

  async function finish(
    row: Row,
    destination: string | undefined,
    condition: string,
    invocation?: Invocation,
  ) {
    const { arn, deadLetterArn } = deps.configOf(row.function)
    if (condition !== 'Success' && deadLetterArn) await deps.deliver(deadLetterArn, row.payload)
    if (destination)
      await deps.deliver(
        destination,
        JSON.stringify(destinationDocument(row, `${arn}:$LATEST`, condition, invocation, clock.now())),
      )
    await database.write(() => remove.run(row.id))
  }

  return {
    provision(resources) {
      for (const resource of resources) {
        const { name, config } = readInvokeConfig(resource)
        configs.set(name, config)
      }
    },
    async accept(reference, payload) {
      const bytes = Buffer.byteLength(payload)
      if (bytes > LONGEST_PAYLOAD)
        throw new AwsError(
          'RequestTooLargeException',
          `${bytes} byte payload is too large for the Event invocation type (limit ${LONGEST_PAYLOAD} bytes)`,
          413,
        )
      const now = clock.now()
      await activity.during('asynchronous invocation', async () => {
        begin(await database.write(() => Number(insert.run(reference, payload, now, now).lastInsertRowid)))
      })
    },
    resume() {
      for (const row of open.all()) schedule(row.id as number, row.due as number)
    },
    stop() {
      stopped = true
      for (const timer of timers.values()) timer.cancel()
    },
  }
}
