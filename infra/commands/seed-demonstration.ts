import { setTimeout } from 'node:timers/promises'
import { importJWK, type JWK, SignJWT } from 'jose'
import type { IdentityParameters } from './demonstration-key.ts'

/** 云阳县 under 重庆市, with what a county that has worked for a morning has on its desks. */
const CITY = '500000'
const COUNTY = '500235'
const AUDIENCE = 'chengyun'
const PATIENCE_MS = 60_000

interface Signed {
  readonly tenant?: string
  readonly city?: string
  readonly person: string
  readonly posts: readonly string[]
  readonly unit?: string
}

const commission: Signed = { city: CITY, person: 'demo-commission', posts: ['commission-administrator'] }
const of = (post: string, unit?: string): Signed => ({
  tenant: COUNTY,
  person: `demo-${post}`,
  posts: [post],
  ...(unit && { unit }),
})

/** A problem that was reported, and how far it has come: each act by its post. */
const problems: readonly {
  words: string
  place: string
  kind: string
  acts: readonly (readonly [post: string, action: string, evidence?: object])[]
}[] = [
  { words: '滨江路路灯不亮，夜间行人不便', place: '滨江大道 12 号门前', kind: '10137', acts: [] },
  {
    words: '人行道井盖破损，有绊倒危险',
    place: '青龙街 46 号旁',
    kind: '10101',
    acts: [['acceptor', 'accept']],
  },
  {
    words: '绿地内暴露垃圾未清',
    place: '外滩公园西门',
    kind: '20101',
    acts: [
      ['acceptor', 'accept'],
      ['shift-leader', 'file', { filingCondition: '20101-1' }],
    ],
  },
  {
    words: '路灯杆倾斜',
    place: '望江大道公交站',
    kind: '10137',
    acts: [
      ['acceptor', 'accept'],
      ['shift-leader', 'file', { filingCondition: '10137-1' }],
    ],
  },
]

/**
 * Fills an empty demonstration through the product's own doors: the county is laid like any other, and its cases come in
 * like any others. A demonstration that has its county already is left as it is. Answers whether anything was done.
 */
export async function seedDemonstration(baseUrl: string, identity: IdentityParameters): Promise<boolean> {
  const jwk = JSON.parse(identity.DemonstrationKey) as JWK
  const key = await importJWK(jwk, 'ES256')

  async function ask(method: string, path: string, who: Signed, body?: object, idempotencyKey?: string) {
    const { person, ...claims } = who
    const token = await new SignJWT({ person, ...claims })
      .setProtectedHeader({ alg: 'ES256', ...(jwk.kid && { kid: jwk.kid }) })
      .setSubject(person)
      .setIssuer(identity.IdentityIssuer)
      .setAudience(AUDIENCE)
      .setIssuedAt()
      .setExpirationTime('5m')
      .sign(key)
    const headers = new Headers({ authorization: `Bearer ${token}` })
    if (body) {
      headers.set('content-type', 'application/json')
      headers.set('idempotency-key', idempotencyKey ?? crypto.randomUUID())
    }
    const answer = await fetch(new URL(path, baseUrl), {
      method,
      headers,
      ...(body && { body: JSON.stringify(body) }),
    })
    return { status: answer.status, body: (await answer.json()) as Record<string, unknown> }
  }

  const tenant = `/api/city/${CITY}/tenants/${COUNTY}`
  if ((await ask('GET', tenant, commission)).status === 200) return false
  await ask('POST', `/api/city/${CITY}`, commission, { name: '重庆市' })
  const administrator = { name: '孙悦', phone: '13900000001' }
  await ask('POST', `/api/city/${CITY}/tenants`, commission, {
    tenant: COUNTY,
    name: '云阳县',
    administrator,
  })
  await untilLaid(async () => (await ask('GET', tenant, commission)).body)

  for (const { acts, ...report } of problems) {
    const reported = await ask('POST', `/api/t/${COUNTY}/cases`, of('collector'), report)
    const path = `/api/t/${COUNTY}/cases/${String(reported.body.id)}/actions`
    for (const [index, [post, action, evidence = {}]] of acts.entries())
      await ask('POST', `${path}/${action}`, of(post), { version: index + 1, evidence })
  }
  return true
}

async function untilLaid(read: () => Promise<Record<string, unknown>>): Promise<void> {
  const giveUp = Date.now() + PATIENCE_MS
  while (Date.now() < giveUp) {
    const { onboarding } = (await read()) as { onboarding?: { state?: string } }
    if (onboarding?.state === 'done') return
    await setTimeout(100)
  }
}
