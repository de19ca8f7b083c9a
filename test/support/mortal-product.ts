import { setTimeout as pause } from 'node:timers/promises'
import { ACTED_COUNTY } from './case-acts.ts'
import { type CaseClient, createCaseClient } from './case-client.ts'
import { foundCounty } from './found-county.ts'
import { clientConfigOf, type SpawnedCloud, spawnLocalCloud } from './local-cloud.ts'
import { callersOf } from './product-cloud.ts'
import { createTestIssuer, type TestIssuer } from './test-issuer.ts'
import type { ToldLog } from './told-log.ts'

/** The whole product in a process of its own, killed and started again on its folder. */
export interface MortalProduct {
  readonly issuer: TestIssuer
  readonly folder: string
  cloud(): SpawnedCloud
  client(log: ToldLog): CaseClient
  kill(): Promise<void>
  /** Starts it again; gives the milliseconds until it was ready. */
  restart(): Promise<number>
  /** The clock of the trade, epoch milliseconds. */
  now(): Promise<number>
  /** Until nothing is on its way any more. */
  settled(): Promise<void>
  stop(): Promise<void>
}

export async function startMortalProduct(options: {
  assembly: string
  folder: string
  clockStart: number
  /** The county dispatches by the rules that it begins with; see {@link foundCounty}. */
  byRule?: boolean
}): Promise<MortalProduct> {
  const { assembly, folder, clockStart, byRule = false } = options
  const issuer = await createTestIssuer()
  const parameters = {
    IdentityJwks: JSON.stringify(issuer.jwks),
    IdentityIssuer: issuer.issuer,
    MessageGateway: 'sns',
  }
  const boot = (first: boolean) =>
    spawnLocalCloud({ assembly, folder, parameters, ...(first && { clockStart }) })
  let cloud = await boot(true)
  const settled = () => idle(() => cloud)
  await foundCounty(
    {
      ...callersOf(cloud.access.baseUrl ?? '', issuer),
      clientConfig: clientConfigOf(cloud.access),
      settled,
    },
    ACTED_COUNTY,
    '云阳县',
    { byRule },
  )
  return {
    issuer,
    folder,
    cloud: () => cloud,
    client: (log) => createCaseClient(cloud.access.baseUrl ?? '', issuer, log),
    kill: () => cloud.kill(),
    async restart() {
      const started = performance.now()
      cloud = await boot(false)
      return performance.now() - started
    },
    async now() {
      const { now } = (await cloud.operate('GET', 'clock')) as { now: string | number }
      return typeof now === 'number' ? now : Date.parse(now)
    },
    settled,
    async stop() {
      await cloud.stop()
    },
  }
}

/** Until nothing is on its way any more, seen twice. */
async function idle(cloud: () => SpawnedCloud): Promise<void> {
  for (let quiet = 0; quiet < 3; ) {
    await pause(200)
    const { busy } = (await cloud().operate('GET', 'activity')) as { busy: unknown }
    quiet = isNothing(busy) ? quiet + 1 : 0
  }
}

const isNothing = (busy: unknown) => busy === 0 || busy === false || JSON.stringify(busy) === '[]'
