import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import {
  GetExecutionHistoryCommand,
  ListExecutionsCommand,
  ListStateMachinesCommand,
  SFNClient,
  StopExecutionCommand,
} from '@aws-sdk/client-sfn'
import { assembleProduct } from './assemble-product.ts'
import { bootLocalCloud, type TestCloud, type TestCloudOptions } from './local-cloud.ts'
import { createTestIssuer, type TestIssuer } from './test-issuer.ts'

/** An HTTP answer with its document read. */
export interface Answer {
  status: number
  // biome-ignore lint/suspicious/noExplicitAny: documents of every door; each test says what it expects
  body: any
}

/** An execution and the names of the states that it entered, in order. */
export interface Trace {
  arn: string
  name: string
  status: string
  states: string[]
}

/** The whole product on a local cloud in this process, with an issuer that tests sign with. The portal is left out. */
export interface ProductCloud extends TestCloud {
  issuer: TestIssuer
  get(path: string, claims?: Record<string, unknown>): Promise<Answer>
  post(
    path: string,
    body: unknown,
    options?: { key?: string; claims?: Record<string, unknown> },
  ): Promise<Answer>
  executions(): Promise<Trace[]>
  /** Ends an execution as a mishap would. */
  abort(arn: string): Promise<void>
  /** Waits until nothing is on its way any more. */
  settled(): Promise<void>
}

/**
 * Bundles and synthesizes what deploys, then boots it at `clockStart` on an empty folder. `standIns` puts other code in
 * the place of functions, by name: it runs under their roles and environments.
 */
export async function bootProduct(
  clockStart: string,
  standIns: Readonly<Record<string, string>> = {},
  options: Pick<TestCloudOptions, 'onWrite' | 'poolSize'> = {},
): Promise<ProductCloud> {
  const build = mkdtempSync(join(tmpdir(), 'product-'))
  const assembly = await assembleProduct(build, { standIns })
  const issuer = await createTestIssuer()
  const cloud = await bootLocalCloud({
    assembly,
    parameters: {
      IdentityJwks: JSON.stringify(issuer.jwks),
      IdentityIssuer: issuer.issuer,
      MessageGateway: 'sns',
    },
    clockStart: Date.parse(clockStart),
    ...options,
  })
  return {
    ...cloud,
    issuer,
    ...callersOf(cloud.baseUrl, issuer),
    ...watch(cloud),
    settled: () => cloud.activity.idle(),
    async stop() {
      await cloud.stop()
      rmSync(build, { recursive: true, force: true })
    },
  }
}

/** Asks a cloud as whoever the claims name. */
export function callersOf(baseUrl: string, issuer: TestIssuer): Pick<ProductCloud, 'get' | 'post'> {
  async function ask(path: string, init: RequestInit, claims: Record<string, unknown> = {}): Promise<Answer> {
    const authorization = `Bearer ${await issuer.token(claims)}`
    const answer = await fetch(new URL(path, baseUrl), {
      ...init,
      headers: { ...init.headers, authorization },
    })
    return { status: answer.status, body: await answer.json() }
  }
  return {
    get: (path, claims) => ask(path, {}, claims),
    post: (path, body, { key = randomUUID(), claims } = {}) =>
      ask(
        path,
        {
          method: 'POST',
          headers: { 'content-type': 'application/json', 'idempotency-key': key },
          body: JSON.stringify(body),
        },
        claims,
      ),
  }
}

function watch(cloud: TestCloud): Pick<ProductCloud, 'executions' | 'abort'> {
  const client = new SFNClient(cloud.clientConfig)
  async function trace(arn: string): Promise<string[]> {
    const { events = [] } = await client.send(
      new GetExecutionHistoryCommand({ executionArn: arn, maxResults: 1000 }),
    )
    return events.flatMap(({ stateEnteredEventDetails }) => stateEnteredEventDetails?.name ?? [])
  }
  return {
    async executions() {
      const { stateMachines = [] } = await client.send(new ListStateMachinesCommand({}))
      const found: Trace[] = []
      for (const { stateMachineArn } of stateMachines) {
        const { executions = [] } = await client.send(new ListExecutionsCommand({ stateMachineArn }))
        for (const { executionArn = '', name = '', status = '' } of executions)
          found.push({ arn: executionArn, name, status, states: await trace(executionArn) })
      }
      return found.toSorted((a, b) => (a.name < b.name ? -1 : 1))
    },
    async abort(executionArn) {
      await client.send(new StopExecutionCommand({ executionArn }))
    },
  }
}
