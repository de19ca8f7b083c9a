import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type IdentityWorld, identityWorld } from '../support/identity-world.ts'
import { bootProduct, type ProductCloud } from '../support/product-cloud.ts'

const COUNTY = '500229'
const CITY = '500000'
const PERSON = 'p-zhang-min'
const PASSWORD = 'zhe-ju-hua-bu-hao-cai-2049'
const security = { tenant: COUNTY, person: 'p-security', posts: ['security-administrator'] }
const commission = { tenant: undefined, city: CITY, person: 'c1', posts: ['commission-administrator'] }
const citySecurity = { ...commission, person: 'c2', posts: ['commission-security-administrator'] }

let cloud: ProductCloud
let world: IdentityWorld
beforeAll(async () => {
  cloud = await bootProduct('2026-11-24T01:00:00Z')
  world = await identityWorld(cloud)
  const visitor = world.visitor()
  const page = await visitor.open(await world.invite(COUNTY, PERSON, ['acceptor']))
  await visitor.submit(page, { account: 'zhang.min', new: PASSWORD, repeat: PASSWORD })
})
afterAll(() => cloud?.stop())

async function signIn() {
  const visitor = world.visitor()
  const flow = world.begin()
  return {
    flow,
    page: await visitor.submit(await visitor.open(flow.path), { account: 'zhang.min', password: PASSWORD }),
  }
}

async function token(): Promise<string> {
  const { flow, page } = await signIn()
  return (await world.redeem(page, flow)).access_token
}

async function use(bearer: string) {
  const answer = await fetch(new URL(`/api/t/${COUNTY}/queues/acceptor`, cloud.baseUrl), {
    headers: { authorization: `Bearer ${bearer}` },
  })
  const { code } = (await answer.json()) as { code?: string }
  return code ?? answer.status
}

const accounts = `/api/t/${COUNTY}/accounts`
const lineOf = async (path = accounts, claims: Record<string, unknown> = security) =>
  (await cloud.get(path, claims)).body.accounts.find(({ person }: { person: string }) => person === PERSON)

async function act(what: string, path = accounts, claims: Record<string, unknown> = security) {
  const { version } = await lineOf(path, claims)
  return cloud.post(`${path}/${PERSON}/acts/${what}`, { version }, { claims })
}

describe('a security administrator', () => {
  it('sees who has an account and is signed in', async () => {
    expect(await lineOf()).toMatchObject({ account: 'zhang.min', state: 'active', openSessions: 0 })
    expect(await use(await token())).toBe(200)
    expect(await lineOf()).toMatchObject({ openSessions: 1, lastSignInAt: expect.any(String) })
  })

  it('suspends somebody, who is out with the next request and does not come in again', async () => {
    const bearer = await token()
    expect(await act('suspend')).toMatchObject({ status: 200, body: { state: 'suspended', openSessions: 0 } })
    expect(['signed-out', 'account-suspended']).toContain(await use(bearer))
    expect((await signIn()).page.text).toContain('停用')
  })

  it('restores them, to sign in anew', async () => {
    const { status, body } = await act('restore')
    expect({ status, state: body.state }).toEqual({ status: 200, state: 'active' })
    expect(await use(await token())).toBe(200)
  })

  it('ends every session of somebody', async () => {
    const [one, other] = [await token(), await token()]
    expect(await act('end-sessions')).toMatchObject({ status: 200, body: { openSessions: 0 } })
    expect([await use(one), await use(other)]).toEqual(['signed-out', 'signed-out'])
  })

  it('makes an authenticator unknown, so that the next sign-in asks for another', async () => {
    await world.changeAccount('zhang.min', { secondFactor: { secret: 'JBSWY3DPEHPK3PXP', usedStep: 0 } })
    expect(await lineOf()).toMatchObject({ secondFactor: true })
    expect(await act('reset-second-factor')).toMatchObject({ status: 200, body: { secondFactor: false } })
    expect(await use(await token())).toBe(200)
  })

  it('is refused what is another’s to do, and whoever holds another post is refused all of it', async () => {
    const own = { ...security, person: PERSON }
    expect(await act('suspend', accounts, own)).toMatchObject({ status: 403, body: { code: 'own-account' } })
    for (const posts of [['administrator'], ['auditor'], ['leader']])
      expect(await cloud.get(accounts, { ...security, posts })).toMatchObject({
        status: 403,
        body: { code: 'post-not-held' },
      })
    expect(await cloud.get(accounts, { ...security, tenant: '500230' })).toMatchObject({ status: 403 })
  })
})

describe('a county too small for three administrators', () => {
  const path = `/api/city/${CITY}/tenants/${COUNTY}`

  it('has its accounts kept at the commission once its settings say so', async () => {
    await cloud.post(`/api/city/${CITY}`, { name: '重庆市' }, { claims: commission })
    const administrator = { name: '何某', phone: '13900000001' }
    const county = { tenant: COUNTY, name: '城口县', administrator }
    await cloud.post(`/api/city/${CITY}/tenants`, county, { claims: commission })
    await cloud.settled()
    expect(await cloud.get(`${path}/accounts`, citySecurity)).toMatchObject({
      status: 403,
      body: { code: 'administrator-in-county' },
    })
    const { version, settingsNow } = (await cloud.get(path, commission)).body
    const settings = { ...settingsNow.settings, administratorsAtCommission: ['security', 'audit'] }
    await cloud.post(`${path}/settings`, { version, settings }, { claims: commission })
    expect(await act('suspend', `${path}/accounts`, citySecurity)).toMatchObject({
      status: 200,
      body: { state: 'suspended' },
    })
    expect(await cloud.get(`${path.replace(COUNTY, '510104')}/accounts`, citySecurity)).toMatchObject({
      status: 404,
      body: { code: 'unknown-tenant' },
    })
  })

  it('has its audit read there, on record in the county', async () => {
    const auditor = { ...commission, person: 'c3', posts: ['commission-auditor'] }
    const day = '?date=2026-11-24'
    await cloud.get(`${path}/audit/denials${day}`, auditor)
    const { status, body } = await cloud.get(`${path}/audit/acts${day}`, auditor)
    expect(status).toBe(200)
    const told = body.acts.map(({ act, post }: { act: string; post?: string }) => `${act} ${post}`)
    expect(told).toContain('account-suspended security-administrator')
    expect(told).toContain('account-suspended commission-security-administrator')
    expect(told).toContain('audit-read commission-auditor')
  })

  it('leaves the commission its own accounts', async () => {
    const someone = { contact: { name: '何某', phone: '13900000009' }, posts: ['supervisor'] }
    const added = await cloud.post(`/api/city/${CITY}/staff`, someone, { claims: commission })
    const { person } = added.body
    const { body } = await cloud.get(`/api/city/${CITY}/accounts`, citySecurity)
    expect(body.accounts).toMatchObject([{ person, state: 'invited', acts: ['suspend'] }])
    const suspend = `/api/city/${CITY}/accounts/${person}/acts/suspend`
    expect(await cloud.post(suspend, { version: 1 }, { claims: citySecurity })).toMatchObject({
      status: 200,
      body: { state: 'suspended' },
    })
  })
})
