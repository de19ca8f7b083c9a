import { setTimeout as pause } from 'node:timers/promises'
import { divisionNames, isZone } from '#shared/tenants/divisions'
import { assembleProduct } from '../../support/assemble-product.ts'
import { createTestIssuer } from '../../support/test-issuer.ts'
import { createPersistentClient, type PersistentClient } from './client.ts'
import { type Killed, startMortalCloud } from './killer.ts'
import { problemsOf } from './whole.ts'

export interface OnboardingReport {
  counties: number
  killed: Killed
  resumptions: number
  /** Cases that the county in use acknowledged meanwhile. */
  acknowledged: number
  milliseconds: number
  problems: string[]
}

/** 两江新区: no division data, and busy with cases all the while. */
const IN_USE = '500901'
const city = '/api/city/500000'
const commission = { tenant: undefined, city: '500000', person: 'c1', posts: ['commission-administrator'] }
const staff = { tenant: IN_USE, posts: ['acceptor'] }
const AT_ONCE = 6
const STALE_MS = 2_000

/** Counties of the published divisions. */
export const allCounties = Object.keys(divisionNames).filter((code) => !isZone(code))

/** Onboards counties while another one is used and whoever does the work is killed at random, then looks at all of them. */
export async function onboardUnderFire(options: {
  counties: readonly string[]
  processKills: number
  random: () => number
  /** For the assembly and the data. */
  folder: string
}): Promise<OnboardingReport> {
  const { counties, processKills, random, folder } = options
  const assembly = await assembleProduct(`${folder}/build`)
  const issuer = await createTestIssuer()
  const parameters = { IdentityJwks: JSON.stringify(issuer.jwks), IdentityIssuer: issuer.issuer }
  const cloud = await startMortalCloud('Onboarding', { assembly, folder: `${folder}/data`, parameters })
  try {
    const client = createPersistentClient(() => cloud.access().baseUrl ?? '', issuer)
    await client.post(city, { name: '重庆市' }, commission)
    await onboard(client, IN_USE)
    let ended = false
    const isEnded = () => ended
    const started = performance.now()
    const use = workIn(client, isEnded)
    const rampage = cloud.rampage(processKills, random, isEnded)
    const resumptions = await inTurns(counties, (tenant) => onboard(client, tenant)).finally(() => {
      ended = true
    })
    const milliseconds = performance.now() - started
    const [acknowledged, killed] = [await use, await rampage]
    const lost = await lostCases(client, acknowledged)
    const problems = await problemsOf(cloud.clientConfig(), client, [...counties, IN_USE])
    return {
      counties: counties.length,
      killed,
      resumptions: resumptions.reduce((sum, count) => sum + count, 0),
      acknowledged: acknowledged.length,
      milliseconds,
      problems: [...client.faults(), ...lost, ...problems],
    }
  } finally {
    await cloud.stop()
  }
}

/** Founds a county twice at once, as an impatient hand does, and resumes it until it is whole. Gives how often. */
async function onboard(client: PersistentClient, tenant: string): Promise<number> {
  const founding = {
    tenant,
    name: divisionNames[tenant],
    administrator: { name: '何某', phone: `139${tenant}01`.slice(0, 11) },
  }
  const answers = await Promise.all([0, 1].map(() => client.post(`${city}/tenants`, founding, commission)))
  const outcomes = answers.map(({ status, body }) => (status === 201 ? 'founded' : String(body.code)))
  // the same hand under another key: told that it is there
  if (outcomes.toSorted().join() !== 'founded,tenant-exists')
    throw new Error(`${tenant} was founded twice at once and answered ${outcomes.join(' and ')}.`)
  let resumptions = 0
  let seen = ''
  for (let movedAt = performance.now(); ; ) {
    const { body } = await client.get(`${city}/tenants/${tenant}`, commission)
    if (body.onboarding.state === 'done') return resumptions
    const now = JSON.stringify([body.onboarding, body.steps.length])
    if (now !== seen) movedAt = performance.now()
    seen = now
    if (body.onboarding.state === 'stopped' || performance.now() - movedAt > STALE_MS) {
      const { body: resumed } = await client.post(`${city}/tenants/${tenant}/onboarding`, {}, commission)
      if (resumed.onboarding && resumed.onboarding.attempt > body.onboarding.attempt) resumptions++
      movedAt = performance.now()
    }
    await pause(100)
  }
}

async function inTurns<R>(list: readonly string[], work: (one: string) => Promise<R>): Promise<R[]> {
  const queue = [...list]
  const results: R[] = []
  async function worker() {
    for (let one = queue.shift(); one !== undefined; one = queue.shift()) results.push(await work(one))
  }
  await Promise.all(Array.from({ length: AT_ONCE }, worker))
  return results
}

/** Reports cases until told to end; gives the ids of those that were acknowledged. */
async function workIn(client: PersistentClient, ended: () => boolean): Promise<string[]> {
  const ids: string[] = []
  while (!ended()) {
    const words = { words: '路灯不亮', place: '金渝大道' }
    const { status, body } = await client.post(`/api/t/${IN_USE}/cases`, words, staff)
    if (status !== 201) throw new Error(`The county in use answered ${status} ${body.code}.`)
    ids.push(body.id)
    await pause(50)
  }
  return ids
}

async function lostCases(client: PersistentClient, ids: readonly string[]): Promise<string[]> {
  const lost: string[] = []
  for (const id of ids) {
    const { status } = await client.get(`/api/t/${IN_USE}/cases/${id}`, staff)
    if (status !== 200) lost.push(`the acknowledged case ${id} is gone (${status})`)
  }
  return lost
}
