import { randomUUID } from 'node:crypto'
import { ACTED_COUNTY, by } from '../../support/case-acts.ts'
import type { OwnCase } from '../../support/case-client.ts'
import { foundCounty } from '../../support/found-county.ts'
import type { ProductCloud } from '../../support/product-cloud.ts'
import { Stuck, type Walker } from './walker.ts'

/** A county beside the one that is walked through: rules accept, file and dispatch here, and citizens report. */
export const RULED_COUNTY = '500229'
const CITY = '/api/city/500000'
const commission = { tenant: undefined, city: '500000', person: 'c1', posts: ['commission-administrator'] }
/** A tree that has fallen; what collectors report of it needs nobody until it is with the unit. */
const FILED_BY_RULE = '10402-1'

/** Found before any case comes in: what a county's cases run by is read anew every half minute. */
export async function foundRuledCounty(cloud: ProductCloud): Promise<void> {
  await foundCounty(cloud, RULED_COUNTY, '城口县', { byRule: true })
  const path = `${CITY}/tenants/${RULED_COUNTY}`
  const { body } = await cloud.get(path, commission)
  const filedByRule = [{ condition: FILED_BY_RULE, channels: ['collector'] }]
  const change = { version: body.version, settings: { ...body.settingsNow.settings, filedByRule } }
  const { status } = await cloud.post(`${path}/settings`, change, { claims: commission })
  if (status !== 200) throw new Error(`The county's rules of filing were answered ${status}.`)
}

/** What needs a county with rules, citizens and a neighbour; a sentence for each that does otherwise. */
export async function walkByRule(
  cloud: ProductCloud,
  { walker, ruled }: { readonly walker: Walker; readonly ruled: Walker },
) {
  const flows: readonly (readonly [string, () => Promise<string[]>])[] = [
    ['filed and dispatched by rule', () => filedByRule(cloud, ruled)],
    ['objected to by who reported, twice', () => objectedByReporter(cloud, ruled)],
    ['passed on to another county', () => passedOn(cloud, walker)],
  ]
  const findings: string[] = []
  for (const [name, flow] of flows)
    try {
      findings.push(...(await flow()).map((what) => `${name}: ${what}`))
    } catch (error) {
      if (!(error instanceof Stuck)) throw error
      findings.push(`${name}: ${error.message}`)
    }
  return { flows: flows.length, findings }
}

interface File {
  readonly history: readonly { readonly action: string; readonly post: string }[]
  readonly origin?: { readonly tenant: string; readonly number: string }
}

const inRuled = (claims: object) => ({ ...claims, tenant: RULED_COUNTY })

async function filedByRule(cloud: ProductCloud, ruled: Walker): Promise<string[]> {
  const words = { words: '行道树倒伏', place: '滨江路 12 号', kind: FILED_BY_RULE.slice(0, 5) }
  const collector = inRuled(by('w-collector', undefined, 'collector'))
  const { body } = await cloud.post(`/api/t/${RULED_COUNTY}/cases`, words, { claims: collector })
  await cloud.settled()
  const { history } = (await ruled.file(body.id)) as File
  const steps = history.map(({ action, post }) => `${action} by ${post}`).join(', ')
  const expected = 'report by collector, accept by system, file by system, dispatch by system'
  return steps === expected ? [] : [steps]
}

/** Whoever reported has no account: they know the number and a code. */
async function objectedByReporter(cloud: ProductCloud, ruled: Walker): Promise<string[]> {
  const path = `/api/t/${RULED_COUNTY}/public/reports`
  const ask = async (to: string, body: object) => {
    const headers = { 'content-type': 'application/json', 'idempotency-key': randomUUID() }
    const init = { method: 'POST', headers, body: JSON.stringify(body) }
    const answer = await fetch(new URL(to, cloud.baseUrl), init)
    return (await answer.json()) as Record<string, string>
  }
  const told = { words: '路灯不亮', place: '东大街', device: `device-${randomUUID()}` }
  const { number = '', queryCode } = await ask(path, told)
  const own = await queued(cloud, number)
  const handled = ['sign', 'report-back', 'pass']
  await ruled.take(own, ['accept', 'file'])
  // its unit is named by rule
  await cloud.settled()
  await ruled.look(own)
  await ruled.take(own, handled)
  for (const round of [
    ['report-back', 'pass', 'close'],
    ['report-back', 'pass', 'close'],
  ]) {
    const objected = await ask(`${path}/${number}/objections`, { code: queryCode, reason: '路灯还是不亮' })
    if (objected.status !== 'in-hand') return [`the objection was answered ${JSON.stringify(objected)}`]
    await ruled.look(own)
    await ruled.take(own, round)
  }
  return own.stage === 'closed' ? [] : [`ended as ${own.stage}`]
}

async function queued(cloud: ProductCloud, number: string): Promise<OwnCase> {
  await cloud.settled()
  const acceptor = inRuled(by('w-acceptor', undefined, 'acceptor'))
  const { body } = await cloud.get(`/api/t/${RULED_COUNTY}/queues/acceptor`, acceptor)
  const found = (body.cases as (OwnCase & { readonly number: string })[]).find((one) => one.number === number)
  if (!found) throw new Stuck(`report ${number} stands in no list`)
  return { id: found.id, version: found.version, stage: found.stage }
}

/** The receiver has a case of its own, which says where it comes from. */
async function passedOn(cloud: ProductCloud, walker: Walker): Promise<string[]> {
  const own = await walker.at('handling')
  const claims = by('w-dispatcher', undefined, 'dispatcher')
  const evidence = { to: RULED_COUNTY, reason: '位于城口县境内' }
  await walker.send(own, { action: 'transfer', claims, evidence })
  await cloud.settled()
  const acceptor = inRuled(by('w-acceptor', undefined, 'acceptor'))
  const { body } = await cloud.get(`/api/t/${RULED_COUNTY}/queues/acceptor`, acceptor)
  for (const { id } of body.cases as OwnCase[]) {
    const path = `/api/t/${RULED_COUNTY}/cases/${id}`
    const file = (await cloud.get(path, acceptor)).body as File
    if (file.origin?.tenant === ACTED_COUNTY) return []
  }
  return ['it went, and nobody received it']
}
