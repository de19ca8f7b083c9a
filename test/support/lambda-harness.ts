import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Clock, createClock } from '../../infra/local/clock/clock.ts'
import { createFaults, type Faults } from '../../infra/local/faults/faults.ts'
import { createIam } from '../../infra/local/iam/iam.ts'
import { type Activity, createActivity } from '../../infra/local/kernel/activity.ts'
import { type Database, openDatabase } from '../../infra/local/kernel/database.ts'
import type { Invocation } from '../../infra/local/kernel/functions.ts'
import type { Place, Resource } from '../../infra/local/kernel/resource.ts'
import { createLambda, type Lambda } from '../../infra/local/lambda/lambda.ts'
import { openLogs } from '../../infra/local/lambda/logs.ts'
import { createSessions } from '../../infra/local/sts/sessions.ts'

export const place: Place = { partition: 'aws', region: 'us-east-1', account: '000000000000' }
const ROLE = 'arn:aws:iam::000000000000:role/F'

const role: Resource = {
  ...{ stack: 'S', logicalId: 'F', type: 'AWS::IAM::Role', metadata: {}, dependsOn: [], ref: 'F' },
  attributes: { Arn: ROLE },
  properties: {
    AssumeRolePolicyDocument: {
      Statement: {
        Effect: 'Allow',
        Principal: { Service: 'lambda.amazonaws.com' },
        Action: 'sts:AssumeRole',
      },
    },
  },
}

export const arnOf = (name: string) => `arn:aws:lambda:us-east-1:000000000000:function:${name}`

/** A function whose code is `source`, in a file `index.<end>`. */
export interface TestFunction {
  source: string
  end?: 'mjs' | 'js' | 'cjs'
  properties?: Record<string, unknown>
  isolation?: 'process'
  /** Invocations that one sandbox runs at once. */
  concurrency?: number
  /** Further files of the bundle. */
  files?: Record<string, string>
}

export interface LambdaHarness {
  folder: string
  lambda: Lambda
  clock: Clock
  activity: Activity
  database: Database
  faults: Faults
  /** What went to queues and topics. */
  sent: { arn: string; body: unknown }[]
  invoke(name: string, event?: unknown): Promise<Invocation & { value: unknown }>
  log(name: string): string
  stop(): Promise<void>
}

/** Lambda alone: no other service behind it. `folder` lets a second one take up what a first one left. */
export function createLambdaHarness(
  functions: Record<string, TestFunction>,
  options: { folder?: string; poolSize?: number; more?: Resource[]; keep?: boolean } = {},
): LambdaHarness {
  const folder = options.folder ?? mkdtempSync(join(tmpdir(), 'lambda-'))
  const database = openDatabase(folder)
  const activity = createActivity()
  const clock = createClock(database, activity)
  const faults = createFaults()
  const iam = createIam({ place, now: clock.now })
  iam.provision([role])
  const logs = openLogs(join(folder, 'logs'))
  const sent: LambdaHarness['sent'] = []
  const lambda = createLambda({
    ...{ database, clock, activity, place, iam, faults, logs, folder },
    authorize: iam.authorize,
    sessions: createSessions(Date.now),
    endpointUrl: 'http://127.0.0.1:9',
    poolSize: options.poolSize ?? 4,
    deliver: async (arn, body) => void sent.push({ arn, body: JSON.parse(body) }),
  })
  const resources = Object.entries(functions).map(([name, given]) => resourceOf(folder, name, given))
  lambda.provision([...resources, ...(options.more ?? [])], ({ ref }) => join(folder, 'bundles', ref))
  return {
    ...{ folder, lambda, clock, activity, database, faults, sent },
    async invoke(name, event = {}) {
      const invocation = await lambda.invoke(arnOf(name), JSON.stringify(event))
      return { ...invocation, value: JSON.parse(invocation.payload) }
    },
    log: (name) => readFileSync(join(folder, 'logs', `${name}.log`), 'utf8'),
    async stop() {
      await lambda.stop()
      clock.stop()
      await database.close()
      await logs.close()
      if (!options.keep) rmSync(folder, { recursive: true, force: true })
    },
  }
}

function resourceOf(folder: string, name: string, given: TestFunction): Resource {
  const { source, end = 'mjs', files = {}, isolation, concurrency = 1, properties = {} } = given
  const bundle = join(folder, 'bundles', name)
  mkdirSync(bundle, { recursive: true })
  for (const [file, text] of Object.entries({ ...files, [`index.${end}`]: source }))
    writeFileSync(join(bundle, file), text)
  return {
    ...{ stack: 'S', logicalId: name, type: 'AWS::Lambda::Function', dependsOn: [], ref: name },
    attributes: { Arn: arnOf(name) },
    metadata: isolation ? { 'local-cloud': { isolation, concurrency } } : {},
    properties: {
      Runtime: 'nodejs24.x',
      Handler: 'index.handler',
      Role: ROLE,
      MemorySize: 256,
      Timeout: 5,
      Code: {},
      ...properties,
    },
  }
}

export const resource = (type: string, ref: string, properties: object): Resource => ({
  ...{ stack: 'S', logicalId: ref, metadata: {}, dependsOn: [], attributes: {} },
  ...{ type, ref, properties: properties as Record<string, unknown> },
})
