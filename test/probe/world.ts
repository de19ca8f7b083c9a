import { randomBytes, randomUUID } from 'node:crypto'
import { setTimeout } from 'node:timers/promises'
import type { TestIssuer } from '../support/test-issuer.ts'
import type { Ask, Told } from './http.ts'
import { type Thing, UNIT } from './matrix/row.ts'
import { PERSON } from './roles.ts'

/** A county of the probe, with things in it that nobody of another county may ever be shown. */
export interface County {
  readonly code: string
  readonly city: string
  readonly things: Readonly<Record<Thing, string>>
  /** The idempotency key of its first report. */
  readonly key: string
  /** What it would be a leak to find in an answer to somebody else. */
  readonly marks: RegExp
  /** Whose names and telephones: the commission sees cases of its counties, and these of nobody. */
  readonly people: RegExp
  /** Cases that stay at their stage: nobody may act on them. */
  readonly kept: Readonly<Record<CaseStage, string>>
  /** A case of its own, brought to the stage. */
  freshCase(stage: CaseStage): Promise<string>
  /** The things that nobody may have changed, as they are now. */
  untouched(): Promise<string>
}

/** How far a case was brought: `asked`: its unit waits for the answer to an extension. */
export const caseStages = ['reported', 'accepted', 'dispatched', 'handling', 'asked'] as const
export type CaseStage = (typeof caseStages)[number]

type Send = (ask: Ask) => Promise<Told>

/** One reported under a key that others know, one that ids name. */
const OTHER_CASES = 2
const SEEDED_CASES = OTHER_CASES + caseStages.length

/** The world of the probe cannot be laid, for the product refuses what it must let through. */
export class WorldBroken extends Error {}

/** Fills a county by its own doors, with words that stand nowhere else. */
export async function seedCounty(
  send: Send,
  issuer: TestIssuer,
  { code, city }: { code: string; city: string },
): Promise<County> {
  const secret = `秘${code}${randomBytes(6).toString('hex')}`
  const name = `某${secret}`
  const posts = ['acceptor', 'shift-leader', 'dispatcher', 'handler', 'leader', 'administrator']
  const claims = { sub: PERSON, person: PERSON, tenant: code, unit: UNIT, posts }
  const authorization = `Bearer ${await issuer.token({ ...claims, exp: inAnHour() })}`

  async function ask(method: string, path: string, body?: unknown, key = randomUUID() as string) {
    const json = { 'content-type': 'application/json', 'idempotency-key': key }
    const headers = { authorization, ...(body === undefined ? {} : json) }
    const answer = await send({ method, path: `/api/t/${code}${path}`, headers, body })
    if (answer.status >= 300)
      throw new WorldBroken(`${method} ${path}: ${answer.status} ${answer.body?.code}`)
    return answer.body
  }

  await found(send, issuer, { code, city, name })
  // no rule may be quicker than whoever dispatches
  await ask('POST', '/dispatch-rules', { version: 1, reason: '一律人工派遣', rules: [] })
  const report = (key?: string) =>
    ask(
      'POST',
      '/cases',
      {
        words: `${secret} 路灯不亮`,
        place: `${secret} 滨江路`,
        reporter: { name, phone: `139${code}01` },
      },
      key,
    )
  const key = `probe-${code}-${randomUUID()}`.slice(0, 60)
  const cases = [await report(key)]
  while (cases.length < SEEDED_CASES) cases.push(await report())
  const kept: Partial<Record<CaseStage, string>> = {}
  for (const [index, stage] of caseStages.entries()) {
    kept[stage] = cases[OTHER_CASES + index].id
    await bring(ask, kept[stage]!, stage)
  }
  const { next } = await ask('GET', '/queues/acceptor?limit=1')
  const street = await streetOf(ask, code)
  const { person } = await ask('POST', '/organisation/people', {
    contact: { name, phone: `139${code}03` },
    posts: ['collector'],
  })
  const { messages } = (await ask('GET', '/messages')) as { messages: { id: string; person: string }[] }
  const message = messages.find((one) => one.person === person)!.id
  const started = await ask('POST', '/imports', { kind: 'areas' })
  const begun = await ask('POST', '/photos', {})
  const letIn = await ask('POST', '/clients', { name: `${secret} 平台` })
  const told = await ask('POST', '/webhooks', {
    client: letIn.client.id,
    url: `https://${code}.example.org/`,
    events: ['case.done'],
  })
  const people = [name, `139${code}01`, `139${code}02`, `139${code}03`]
  const names = [
    secret,
    ...people,
    person,
    message,
    started.import.id,
    begun.photo.id,
    letIn.client.id,
    letIn.apiKey,
    told.webhook.id,
    told.secret,
    ...cases.map(({ id }) => id as string),
  ]

  return {
    code,
    city,
    key,
    things: {
      case: cases[1].id,
      'queue-place': next,
      street,
      person,
      message,
      import: started.import.id,
      photo: begun.photo.id,
      client: letIn.client.id,
      webhook: told.webhook.id,
    },
    kept: kept as Record<CaseStage, string>,
    people: new RegExp(people.join('|')),
    marks: new RegExp([...names, `${code}\\d{13}`].join('|')),
    async freshCase(stage) {
      const { id } = await report()
      await bring(ask, id, stage)
      return id
    },
    async untouched() {
      const files = await Promise.all(cases.map(({ id }) => ask('GET', `/cases/${id}`)))
      const entry = await ask('GET', `/organisation/people/${person}`)
      return JSON.stringify([
        entry,
        ...files.map(({ history, words }) => ({ history: history.filter(isByPerson), words })),
      ])
    },
  }
}

/** What the workflow does when a term passes is nobody's doing. */
const isByPerson = ({ post }: { post: string }) => post !== 'system'

/** The acts that lead from stage to stage, in their order. */
const steps: readonly { to: CaseStage; action: string; evidence: object }[] = [
  { to: 'accepted', action: 'accept', evidence: {} },
  { to: 'dispatched', action: 'file', evidence: { filingCondition: '10137-1' } },
  { to: 'dispatched', action: 'dispatch', evidence: { unit: UNIT } },
  { to: 'handling', action: 'sign', evidence: {} },
  { to: 'asked', action: 'ask-extension', evidence: { reason: '配件未到' } },
]

async function bring(ask: AskCounty, id: string, stage: CaseStage) {
  const onTheWay = steps.filter(({ to }) => caseStages.indexOf(to) <= caseStages.indexOf(stage))
  for (const [index, { action, evidence }] of onTheWay.entries())
    await ask('POST', `/cases/${id}/actions/${action}`, { version: index + 1, evidence })
}

type AskCounty = (method: string, path: string, body?: unknown) => Promise<{ areas: { code: string }[] }>

/** A street of the county: laid by its onboarding, or by us when we come first. */
async function streetOf(ask: AskCounty, code: string): Promise<string> {
  const street = `${code}001`
  const fields = { name: '某街道', class: 'built-up', retired: false, version: 0 }
  for (const [area, change] of [
    [code, { ...fields, class: 'town' }],
    [street, fields],
  ] as const) {
    const { areas } = await ask('GET', '/organisation/areas')
    if (!areas.some((one) => one.code === area)) await ask('POST', `/organisation/areas/${area}`, change)
  }
  return street
}

/** Puts the county into the register of its city, through the commission's doors. Its name is nobody's secret there. */
async function found(
  send: Send,
  issuer: TestIssuer,
  { code, city, name }: { code: string; city: string; name: string },
) {
  const posts = ['commission-administrator']
  const claims = { sub: PERSON, person: PERSON, tenant: undefined, city, posts, exp: inAnHour() }
  const authorization = `Bearer ${await issuer.token(claims)}`
  async function command(path: string, body: object) {
    const headers = {
      authorization,
      'content-type': 'application/json',
      'idempotency-key': `probe-${randomUUID()}`,
    }
    const answer = await send({ method: 'POST', path: `/api/city/${city}${path}`, headers, body })
    if (answer.status >= 300) throw new Error(`The probe's world: POST ${path}: ${answer.text}`)
  }
  await command('', { name: '重庆市' })
  const administrator = { name, phone: `139${code}02` }
  await command('/tenants', { tenant: code, name: `${code}县`, administrator })
  await untilLaid(send, authorization, { code, city })
}

/** What cases are filed under is laid with the county. */
async function untilLaid(send: Send, authorization: string, { code, city }: { code: string; city: string }) {
  for (let asked = 0; asked < 600; asked++) {
    const path = `/api/city/${city}/tenants/${code}`
    const { body } = await send({ method: 'GET', path, headers: { authorization }, body: undefined })
    if (body?.onboarding?.state === 'done') return
    await setTimeout(100)
  }
  throw new WorldBroken(`The county ${code} is not laid after a minute.`)
}

const inAnHour = () => Math.floor(Date.now() / 1000) + 3_600
