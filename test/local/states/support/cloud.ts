import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Clock, createClock } from '../../../../infra/local/clock/clock.ts'
import { type Activity, createActivity } from '../../../../infra/local/kernel/activity.ts'
import { type Authorize, AwsError, newRequestId, type Principal } from '../../../../infra/local/kernel/aws.ts'
import { type Database, openDatabase } from '../../../../infra/local/kernel/database.ts'
import type { Functions } from '../../../../infra/local/kernel/functions.ts'
import type { Place } from '../../../../infra/local/kernel/resource.ts'
import { createStates, type States, type StatesDeps } from '../../../../infra/local/states/states.ts'

export const place: Place = { partition: 'aws', region: 'us-east-1', account: '111111111111' }
export const roleArn = `arn:aws:iam::${place.account}:role/machine`
export const rootPrincipal: Principal = {
  arn: `arn:aws:iam::${place.account}:root`,
  account: place.account,
  root: true,
  tags: {},
}

export type Handler = (event: unknown) => unknown | Promise<unknown>

/** Functions by name; a handler that throws fails as Lambda does. `invoked` keeps what each was given. */
export interface TestFunctions extends Functions {
  handlers: Record<string, Handler>
  invoked: { name: string; event: unknown }[]
}

export function testFunctions(handlers: Record<string, Handler> = {}): TestFunctions {
  const invoked: TestFunctions['invoked'] = []
  return {
    handlers,
    invoked,
    async invoke(functionArn, payload) {
      const name = functionArn.split(':')[6]!
      const handler = handlers[name]
      if (!handler) throw new AwsError('ResourceNotFoundException', `Function not found: ${functionArn}`, 404)
      const event: unknown = JSON.parse(payload)
      invoked.push({ name, event })
      const requestId = newRequestId()
      try {
        const answer = JSON.stringify((await handler(event)) ?? null)
        return { payload: answer, executedVersion: '$LATEST', requestId }
      } catch (error) {
        if (error instanceof AwsError) throw error
        const {
          name: errorType,
          message: errorMessage,
          stackTrace,
        } = error as Error & { stackTrace?: string[] }
        const fields = { errorMessage, errorType, requestId, stackTrace: stackTrace ?? [] }
        return {
          payload: JSON.stringify(fields),
          functionError: 'Unhandled',
          executedVersion: '$LATEST',
          requestId,
        }
      }
    },
    async invokeLater(functionArn, payload) {
      invoked.push({ name: functionArn.split(':')[6]!, event: JSON.parse(payload) })
    },
  }
}

export interface HistoryEvent {
  id: number
  previousEventId: number
  type: string
  timestamp: number
  [details: string]: unknown
}

export interface TestCloud {
  folder: string
  database: Database
  clock: Clock
  activity: Activity
  states: States
  functions: TestFunctions
  /** One request to the service; rejects with AwsError as a client would see it. */
  call<T = Record<string, unknown>>(
    operation: string,
    input: Record<string, unknown>,
    principal?: Principal,
  ): Promise<T>
  /** Creates a machine (with its name) and gives its ARN. */
  machine(definition: unknown, name?: string): Promise<string>
  start(machineArn: string, input?: unknown, name?: string): Promise<string>
  describe(executionArn: string): Promise<Record<string, unknown>>
  history(executionArn: string): Promise<HistoryEvent[]>
  types(executionArn: string): Promise<string[]>
  /** Waits until nobody has anything to do at this instant. */
  settled(): Promise<void>
  advance(seconds: number): Promise<void>
  /** As kill -9 would: nothing is said to anybody, the file is let go. */
  kill(): void
  /** Ends it, and removes its folder unless that is to be opened again. */
  close(options?: { keep: boolean }): Promise<void>
}

export const newFolder = () => mkdtempSync(join(tmpdir(), 'states-'))

export function openCloud(
  options: {
    folder?: string
    functions?: TestFunctions
    authorize?: Authorize
    integrations?: StatesDeps['integrations']
    startAt?: number
  } = {},
): TestCloud {
  const folder = options.folder ?? newFolder()
  const functions = options.functions ?? testFunctions()
  const database = openDatabase(folder)
  const activity = createActivity()
  const clock = createClock(database, activity, options.startAt)
  const states = createStates({
    database,
    clock,
    activity,
    authorize: options.authorize ?? (() => undefined),
    place,
    functions,
    ...(options.integrations && { integrations: options.integrations }),
  })

  async function call<T>(operation: string, input: Record<string, unknown>, principal = rootPrincipal) {
    const answer = await states.service.handle({
      service: 'states',
      target: `AWSStepFunctions.${operation}`,
      method: 'POST',
      path: '/',
      query: new URLSearchParams(),
      headers: {},
      body: Buffer.from(JSON.stringify(input)),
      principal,
      region: place.region,
      requestId: newRequestId(),
    })
    const body = JSON.parse(answer.body.toString()) as Record<string, unknown>
    if (answer.status !== 200) throw new AwsError(String(body.__type), String(body.message), answer.status)
    return body as T
  }

  const cloud: TestCloud = {
    folder,
    database,
    clock,
    activity,
    states,
    functions,
    call,
    async machine(definition, name = 'machine') {
      const text = typeof definition === 'string' ? definition : JSON.stringify(definition)
      const created = await call<{ stateMachineArn: string }>('CreateStateMachine', {
        name,
        definition: text,
        roleArn,
      })
      return created.stateMachineArn
    },
    async start(stateMachineArn, input = {}, name) {
      const given = { stateMachineArn, input: JSON.stringify(input), ...(name && { name }) }
      return (await call<{ executionArn: string }>('StartExecution', given)).executionArn
    },
    describe: (executionArn) => call('DescribeExecution', { executionArn }),
    async history(executionArn) {
      const events: HistoryEvent[] = []
      let nextToken: string | undefined
      do {
        const page = await call<{ events: HistoryEvent[]; nextToken?: string }>('GetExecutionHistory', {
          executionArn,
          maxResults: 1000,
          ...(nextToken && { nextToken }),
        })
        events.push(...page.events)
        nextToken = page.nextToken
      } while (nextToken)
      return events
    },
    types: async (executionArn) => (await cloud.history(executionArn)).map((event) => event.type),
    settled: () => activity.idle(),
    advance: (seconds) => clock.advanceTo(clock.now() + seconds * 1000),
    kill() {
      clock.stop()
      database.sqlite.close()
    },
    async close({ keep } = { keep: false }) {
      await states.stop()
      clock.stop()
      await database.close()
      if (!keep) rmSync(folder, { recursive: true, force: true })
    },
  }
  return cloud
}
