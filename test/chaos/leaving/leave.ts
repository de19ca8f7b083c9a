import { setTimeout as pause } from 'node:timers/promises'
import { divisionNames } from '#shared/tenants/divisions'
import { assembleProduct } from '../../support/assemble-product.ts'
import { createTestIssuer } from '../../support/test-issuer.ts'
import { createPersistentClient, type PersistentClient } from '../onboarding/client.ts'
import { type Killed, startMortalCloud } from '../onboarding/killer.ts'
import { type Files, keysOf, problemsOf, type TakenOut } from './proof.ts'

export interface LeavingReport {
  counties: number
  items: number
  killed: Killed
  resumptions: number
  milliseconds: number
  problems: string[]
}

const city = '/api/city/500000'
const commission = { tenant: undefined, city: '500000', person: 'c1', posts: ['commission-administrator'] }
const CASES = 3
const STALE_MS = 2_000
const MINUTE = 60_000

/** Takes counties out and erases them while whoever does the work is killed at random, then looks at what is left and what was taken. */
export async function leaveUnderFire(options: {
  leaving: readonly string[]
  staying: string
  processKills: number
  random: () => number
  /** For the assembly and the data. */
  folder: string
}): Promise<LeavingReport> {
  const { leaving, staying, processKills, random, folder } = options
  const assembly = await assembleProduct(`${folder}/build`)
  const issuer = await createTestIssuer()
  const parameters = { IdentityJwks: JSON.stringify(issuer.jwks), IdentityIssuer: issuer.issuer }
  const cloud = await startMortalCloud('Leaving', { assembly, folder: `${folder}/data`, parameters })
  try {
    const client = createPersistentClient(() => cloud.access().baseUrl ?? '', issuer)
    await client.post(city, { name: '重庆市' }, commission)
    for (const tenant of [...leaving, staying]) await foundAndUse(client, tenant)
    for (const tenant of leaving) await move(client, tenant, 'leave')
    // what was done is counted minutes later, in two steps
    for (let step = 0; step < 3; step++) await cloud.pass(5 * MINUTE)
    const before = await keysOf(cloud.clientConfig(), [...leaving, staying])

    let ended = false
    const started = performance.now()
    const rampage = cloud.rampage(processKills, random, () => ended)
    const taken = await Promise.all(leaving.map((tenant) => leave(client, tenant))).finally(() => {
      ended = true
    })
    const milliseconds = performance.now() - started
    const killed = await rampage
    const problems = await problemsOf(cloud.clientConfig(), { before, taken, staying })
    return {
      counties: leaving.length,
      items: leaving.reduce((sum, tenant) => sum + before.get(tenant)!.length, 0),
      killed,
      resumptions: taken.reduce((sum, { resumptions }) => sum + resumptions, 0),
      milliseconds,
      problems: [...client.faults(), ...problems],
    }
  } finally {
    await cloud.stop()
  }
}

async function foundAndUse(client: PersistentClient, tenant: string) {
  const administrator = { name: '何某', phone: `139${tenant}01` }
  await client.post(`${city}/tenants`, { tenant, name: divisionNames[tenant], administrator }, commission)
  await until(
    () => view(client, tenant),
    ({ onboarding }) => onboarding?.state === 'done',
  )
  const claims = { tenant, posts: ['acceptor'] }
  for (let count = 0; count < CASES; count++) {
    const words = { words: '路灯不亮', place: '东大街', reporter: { name: '王某', phone: '13800001234' } }
    await client.post(`/api/t/${tenant}/cases`, words, claims)
  }
}

// biome-ignore lint/suspicious/noExplicitAny: the document of a county; whoever asks says what is expected
const view = async (client: PersistentClient, tenant: string): Promise<any> =>
  (await client.get(`${city}/tenants/${tenant}`, commission)).body

async function move(client: PersistentClient, tenant: string, action: string) {
  const { version } = await view(client, tenant)
  const moved = await client.post(`${city}/tenants/${tenant}/actions/${action}`, { version }, commission)
  if (moved.status !== 200) throw new Error(`${tenant} could not ${action}: ${moved.body.code}.`)
}

/** Exports and erases a county; whatever stands still for a while is asked for again, as an impatient hand does. */
async function leave(client: PersistentClient, tenant: string): Promise<TakenOut & { resumptions: number }> {
  const exports = `${city}/tenants/${tenant}/exports`
  let resumptions = 0
  const impatiently = async (
    begin: () => Promise<number>,
    look: () => Promise<{ done: boolean; seen: string }>,
  ) => {
    let attempt = await begin()
    let seen = ''
    for (let movedAt = performance.now(); ; ) {
      const now = await look()
      if (now.done) return
      if (now.seen !== seen) movedAt = performance.now()
      seen = now.seen
      if (performance.now() - movedAt > STALE_MS) {
        const next = await begin()
        if (next > attempt) resumptions++
        attempt = next
        movedAt = performance.now()
      }
      await pause(100)
    }
  }

  let number = 1
  await impatiently(
    async () => {
      const { body } = await client.post(exports, {}, commission)
      number = body.number
      return body.attempt
    },
    async () => {
      const { body } = await client.get(`${exports}/${number}`, commission)
      return { done: body.state === 'done', seen: JSON.stringify([body.parts, body.counts]) }
    },
  )
  const { body: told } = await client.get(`${exports}/${number}`, commission)
  const files = await download(client, `${exports}/${number}`)
  await impatiently(
    async () => {
      const upon = { export: number, manifest: told.manifest }
      const { body } = await client.post(`${city}/tenants/${tenant}/erasure`, upon, commission)
      return body.attempt ?? 0
    },
    async () => {
      const { state, erasure } = await view(client, tenant)
      return { done: state === 'left', seen: JSON.stringify(erasure) }
    },
  )
  return {
    tenant,
    manifest: told.manifest,
    files,
    erasure: (await view(client, tenant)).erasure,
    resumptions,
  }
}

/** The links name the process that made them: when it is killed, others are asked for. */
async function download(client: PersistentClient, path: string): Promise<Files> {
  return until(
    async () => {
      const { body } = await client.get(path, commission)
      const texts = body.files.map(async ({ name, url }: { name: string; url: string }) => {
        const answer = await fetch(url)
        if (!answer.ok) throw new Error(`${name}: ${answer.status}`)
        return [name, await answer.text()] as const
      })
      return Promise.all(texts).then(
        (found) => new Map(found),
        () => undefined,
      )
    },
    (found) => found !== undefined,
  ) as Promise<Files>
}

async function until<T>(look: () => Promise<T>, isSo: (found: T) => boolean): Promise<T> {
  for (;;) {
    const found = await look()
    if (isSo(found)) return found
    await pause(100)
  }
}
