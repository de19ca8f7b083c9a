import { decodeJwt } from 'jose'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type IdentityWorld, identityWorld } from '../support/identity-world.ts'
import { bootProduct, type ProductCloud } from '../support/product-cloud.ts'
import type { Visitor } from '../support/visitor.ts'

const COUNTY = '500229'
const PASSWORD = 'zhe-ju-hua-bu-hao-cai-2049'

let cloud: ProductCloud
let world: IdentityWorld
beforeAll(async () => {
  cloud = await bootProduct('2026-11-24T01:00:00Z')
  world = await identityWorld(cloud)
})
afterAll(() => cloud?.stop())

const personOf = (account: string) => `p-${account.replaceAll('.', '-')}`

/** Opens an account by an invitation. */
async function anAccount(name: string, posts = ['acceptor'], scope = COUNTY) {
  const visitor = world.visitor()
  const page = await visitor.open(await world.invite(scope, personOf(name), posts))
  const done = await visitor.submit(page, { account: name, new: PASSWORD, repeat: PASSWORD })
  expect(done.text).toContain('密码已设置')
  return name
}

/** Comes to the sign-in page as the portal sends people there. */
async function atSignIn(visitor: Visitor = world.visitor()) {
  const flow = world.begin()
  const page = await visitor.open(flow.path)
  expect(page).toMatchObject({ status: 200 })
  expect(page.text).toContain('<h1>登录</h1>')
  return { visitor, flow, page }
}

async function signIn(account: string, password = PASSWORD) {
  const started = await atSignIn()
  return { ...started, page: await started.visitor.submit(started.page, { account, password }) }
}

const api = (token: string, path = `/api/t/${COUNTY}/queues/acceptor`) =>
  fetch(new URL(path, cloud.baseUrl), { headers: { authorization: `Bearer ${token}` } })

describe('signing in', () => {
  it('with a password gives tokens that the API takes, for the own county alone', async () => {
    await anAccount('zhang.min')
    const { page, flow } = await signIn('Zhang.Min ')
    const back = new URL(page.at)
    expect(back.origin + back.pathname).toBe(world.redirectUri)
    expect(back.searchParams.get('state')).toBe(flow.state)
    const tokens = await world.redeem(page, flow)
    expect(tokens.status).toBe(200)
    const claims = decodeJwt(tokens.access_token)
    expect(claims).toMatchObject({
      iss: `${world.origin}/identity`,
      aud: 'chengyun',
      tenant: COUNTY,
      person: 'p-zhang-min',
      posts: ['acceptor'],
      sid: expect.any(String),
    })
    expect(claims.exp! - claims.iat!).toBe(300)
    expect(decodeJwt(tokens.id_token).nonce).toBe(flow.nonce)
    expect((await api(tokens.access_token)).status).toBe(200)
    expect((await api(tokens.access_token, '/api/t/500230/queues/acceptor')).status).toBe(403)
  })
})
