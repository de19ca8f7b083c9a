import { createHmac } from 'node:crypto'
import { decodeJwt, decodeProtectedHeader } from 'jose'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type IdentityWorld, identityWorld } from '../support/identity-world.ts'
import { bootProduct, type ProductCloud } from '../support/product-cloud.ts'
import type { Page, Visitor } from '../support/visitor.ts'

const COUNTY = '500229'
const PASSWORD = 'zhe-ju-hua-bu-hao-cai-2049'
const MINUTE = 60_000
const DAY = 86_400_000

let cloud: ProductCloud
let world: IdentityWorld
beforeAll(async () => {
  // the trade's time is months away: tokens, codes and sessions live in real time nevertheless
  cloud = await bootProduct('2026-03-03T01:00:00Z')
  world = await identityWorld(cloud)
})
afterAll(() => cloud?.stop())

const personOf = (account: string) => `p-${account.replaceAll('.', '-')}`

/** Opens an account by an invitation. */
async function anAccount(name: string, posts = ['acceptor'], scope = COUNTY) {
  const visitor = world.visitor()
  const page = await visitor.open(await world.invite(scope, personOf(name), posts))
  const done = await visitor.submit(page, { account: name, new: PASSWORD, repeat: PASSWORD })
  expect(titleOf(done)).toBe('密码已设置')
  return name
}

/** Comes to the sign-in page as the portal sends people there. */
async function atSignIn(visitor: Visitor = world.visitor()) {
  const flow = world.begin()
  const page = await visitor.open(flow.path)
  expect(page.status).toBe(200)
  expect(titleOf(page)).toBe('登录')
  return { visitor, flow, page }
}

async function signIn(account: string, password = PASSWORD) {
  const started = await atSignIn()
  return { ...started, page: await started.visitor.submit(started.page, { account, password }) }
}

async function tokensOf(account: string) {
  const { page, flow } = await signIn(account)
  expect(isBack(page)).toBe(true)
  return world.redeem(page, flow)
}

const api = (token: string, path = `/api/t/${COUNTY}/queues/acceptor`) =>
  fetch(new URL(path, cloud.baseUrl), { headers: { authorization: `Bearer ${token}` } })

const titleOf = ({ text }: Page) => /<h1>([^<]*)<\/h1>/.exec(text)?.[1]
const noticeOf = ({ text }: Page) => /<p class="notice[^>]*><strong>([^<]*)</.exec(text)?.[1]
const secretOf = ({ text }: Page) => /<code>([^<]*)<\/code>/.exec(text)![1]!.replaceAll(' ', '')
/** With a code, on the portal's own address. */
const isBack = ({ at }: Page) => at.startsWith(`${world.redirectUri}?code=`)

/** Signs an administrator in for the first time; gives the secret of their authenticator. */
async function enrolled(account: string) {
  await anAccount(account, ['administrator'])
  const { page, visitor } = await signIn(account)
  expect(titleOf(page)).toBe('绑定验证器')
  const secret = secretOf(page)
  const back = await visitor.submit(page, { code: world.codeOf(secret, -1) })
  expect(isBack(back)).toBe(true)
  return secret
}

const denials = async (scope: string) =>
  (await world.all(world.names.tenant)).filter(({ pk }) => pk.startsWith(`${scope}#AUDIT#`))

describe('signing in', () => {
  it('with a password gives tokens that the API takes, for the own county alone', async () => {
    await anAccount('zhang.min')
    const { page, flow } = await signIn(' Zhang.Min ')
    expect(isBack(page)).toBe(true)
    expect(new URL(page.at).searchParams.get('state')).toBe(flow.state)
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
    expect(Math.abs(claims.iat! - Date.now() / 1000)).toBeLessThan(60)
    expect(decodeJwt(tokens.id_token).nonce).toBe(flow.nonce)
    expect((await api(tokens.access_token)).status).toBe(200)
    expect((await api(tokens.access_token, '/api/t/500230/queues/acceptor')).status).toBe(403)
  })

  it('as somebody of the commission gives tokens of the city', async () => {
    await anAccount('shi.wei', ['supervisor'], '500000')
    const claims = decodeJwt((await tokensOf('shi.wei')).access_token)
    expect(claims).toMatchObject({ city: '500000', posts: ['supervisor'] })
    expect(claims).not.toHaveProperty('tenant')
  })

  it('as an administrator tells an authenticator first, and asks for its code ever after', async () => {
    const secret = await enrolled('sun.yue')
    const { page, visitor, flow } = await signIn('sun.yue')
    expect(titleOf(page)).toBe('输入验证码')
    expect(page.text).not.toContain(secret)
    const wrong = await visitor.submit(page, { code: '000000' })
    expect([wrong.status, noticeOf(wrong)]).toEqual([400, '验证码不正确'])
    const back = await visitor.submit(wrong, { code: world.codeOf(secret) })
    expect(isBack(back)).toBe(true)
    const tokens = await world.redeem(back, flow)
    expect(decodeJwt(tokens.access_token).posts).toEqual(['administrator'])
  })

  it('with a code that was used before is refused, be it the same sign-in or another', async () => {
    const secret = await enrolled('qian.feng')
    const code = world.codeOf(secret)
    const first = await signIn('qian.feng')
    expect(isBack(await first.visitor.submit(first.page, { code }))).toBe(true)
    const second = await signIn('qian.feng')
    const replayed = await second.visitor.submit(second.page, { code })
    expect([replayed.status, noticeOf(replayed)]).toEqual([400, '验证码已经用过'])
    const older = await second.visitor.submit(replayed, { code: world.codeOf(secret, -1) })
    expect(noticeOf(older)).toBe('验证码已经用过')
  })

  it('with a wrong password is refused and recorded under the person it was tried as', async () => {
    await anAccount('wang.jian')
    const { page } = await signIn('wang.jian', 'not-the-password-at-all')
    expect([page.status, noticeOf(page)]).toEqual([400, '账号或密码不正确'])
    expect(page.text).not.toContain('not-the-password-at-all')
    expect(await denials(COUNTY)).toContainEqual(
      expect.objectContaining({ actor: 'p-wang-jian', code: 'wrong', route: 'sign-in' }),
    )
  })

  it('is refused to who is suspended, dormant or without a post, and only the right password is told so', async () => {
    await anAccount('zhou.li')
    const tried = async (password?: string) => noticeOf((await signIn('zhou.li', password)).page)
    await world.changeAccount('zhou.li', { state: 'suspended' })
    expect(await tried()).toBe('账号已停用')
    expect(await tried('not-the-password')).toBe('账号或密码不正确')
    await world.changeAccount('zhou.li', { state: 'active', quietSince: Date.now() - 91 * DAY })
    expect(await tried()).toBe('账号长期未用，已停用')
    await world.changeAccount('zhou.li', { state: 'active', quietSince: Date.now() - 89 * DAY })
    await world.changeStaff(COUNTY, 'p-zhou-li', { state: 'suspended' })
    expect(await tried()).toBe('账号已停用')
    await world.changeStaff(COUNTY, 'p-zhou-li', { state: 'active', posts: [] })
    expect(await tried()).toBe('没有在岗')
    await world.changeStaff(COUNTY, 'p-zhou-li', { posts: ['acceptor'] })
    expect(isBack((await signIn('zhou.li')).page)).toBe(true)
  })

  it('shows pages in English to who has switched to it', async () => {
    const visitor = world.visitor()
    visitor.cookies.set('language', { value: 'en', path: '/' })
    const page = await visitor.open(world.begin().path)
    expect(titleOf(page)).toBe('Sign in')
    expect(page.text.replace('中文', '')).not.toMatch(/\p{Script=Han}/u)
  })
})

describe('a name that is tried again and again', () => {
  it('is locked after five failures, and open again when the lock has ended', async () => {
    await anAccount('li.qiang')
    const wrong = async () => noticeOf((await signIn('li.qiang', 'wrong-every-time')).page)
    for (let failure = 1; failure < 5; failure++) expect(await wrong()).toBe('账号或密码不正确')
    expect(await wrong()).toBe('该账号名已暂时锁定')
    expect(noticeOf((await signIn('li.qiang')).page)).toBe('该账号名已暂时锁定')
    const failures = (await world.get('ACCOUNT#li.qiang', 'FAILURES'))!
    expect(failures.lockedUntil - failures.lastAt).toBe(15 * MINUTE)
    await world.put({ ...failures, lockedUntil: Date.now() - 1 })
    expect(isBack((await signIn('li.qiang')).page)).toBe(true)
    const acts = await denials(COUNTY)
    expect(acts).toContainEqual(
      expect.objectContaining({ act: 'sign-in-locked', actor: 'system', subject: 'p-li-qiang' }),
    )
    expect(acts).toContainEqual(expect.objectContaining({ act: 'signed-in', actor: 'p-li-qiang' }))
  })

  it('is checked no oftener when all guesses come at once', async () => {
    await anAccount('liu.yang')
    const started = await Promise.all(Array.from({ length: 12 }, () => atSignIn()))
    const pages = await Promise.all(
      started.map(({ visitor, page }) =>
        visitor.submit(page, { account: 'liu.yang', password: 'a-guess-too-many' }),
      ),
    )
    const checked = pages.filter((page) => noticeOf(page) === '账号或密码不正确').length
    expect(checked).toBeLessThanOrEqual(4)
    expect((await world.get('ACCOUNT#liu.yang', 'FAILURES'))!.count).toBeLessThanOrEqual(5)
  })

  it('tells nobody whether there is such an account: same answers, same lock, similar work', async () => {
    await anAccount('chen.jing')
    const attempt = async (account: string) => {
      const { visitor, page } = await atSignIn()
      const begun = performance.now()
      const answer = await visitor.submit(page, { account, password: 'one-of-many-guesses' })
      return {
        status: answer.status,
        text: answer.text.replaceAll(account, ''),
        ms: performance.now() - begun,
      }
    }
    const told = { known: [] as number[], unknown: [] as number[] }
    for (let failure = 1; failure <= 6; failure++) {
      const known = await attempt('chen.jing')
      const unknown = await attempt('no.such.one')
      expect([unknown.status, unknown.text]).toEqual([known.status, known.text])
      if (failure <= 4) told.known.push(known.ms)
      if (failure <= 4) told.unknown.push(unknown.ms)
    }
    const median = (values: number[]) => values.toSorted((a, b) => a - b)[1]!
    const ratio = median(told.unknown) / median(told.known)
    expect(ratio).toBeGreaterThan(1 / 3)
    expect(ratio).toBeLessThan(3)
    const recorded = await denials('100000')
    expect(recorded).toContainEqual(expect.objectContaining({ actor: 'anonymous', code: 'wrong' }))
    expect(JSON.stringify(recorded)).not.toContain('no.such.one')
  })
})

describe('an invitation', () => {
  const chosen = (account: string) => ({ account, new: PASSWORD, repeat: PASSWORD })

  it('makes account and active person in one go, and serves once', async () => {
    const address = await world.invite(COUNTY, 'p-once', ['acceptor'])
    const visitor = world.visitor()
    const page = await visitor.open(address)
    expect(noticeOf(await visitor.submit(page, chosen('once.only')))).toBe('')
    expect(await world.get(`${COUNTY}#STAFF`, 'p-once', world.names.tenant)).toMatchObject({
      state: 'active',
      version: 2,
    })
    const again = await visitor.submit(page, chosen('once.more'))
    expect([again.status, titleOf(again)]).toEqual([400, '邀请已经用过'])
    expect(titleOf(await world.visitor().open(address))).toBe('邀请已经用过')
    expect(await world.get('ACCOUNT#once.more', 'ACCOUNT')).toBeUndefined()
  })

  it('serves one of two who take it up at once', async () => {
    const address = await world.invite(COUNTY, 'p-twin', ['acceptor'])
    const pages = await Promise.all([world.visitor(), world.visitor()].map((one) => one.open(address)))
    const done = await Promise.all(
      pages.map((page, index) => world.visitor().submit(page, chosen(`twin.${index}`))),
    )
    expect(done.map(titleOf).filter((title) => title === '密码已设置').length).toBeLessThanOrEqual(1)
    const accounts = await Promise.all([0, 1].map((index) => world.get(`ACCOUNT#twin.${index}`, 'ACCOUNT')))
    expect(accounts.filter(Boolean).length).toBe(1)
  })

  it('is finished by who was cut off half-way, under another name too', async () => {
    const address = await world.invite(COUNTY, 'p-cut', ['acceptor'])
    const first = world.visitor()
    const page = await first.open(address)
    // the table of the counties is away: the account is there, the invitation not yet used
    cloud.faults.set([{ kind: 'error', method: 'dynamodb:TransactWriteItems', rate: 0.5 }])
    let tries = 0
    let last = page
    while (titleOf(last) !== '密码已设置' && tries++ < 20)
      last = await first.submit(page, chosen(`cut.off${tries}`))
    cloud.faults.set([])
    expect(titleOf(last)).toBe('密码已设置')
    const accounts = (await world.all(world.names.platform)).filter(({ person }) => person === 'p-cut')
    expect(accounts.filter(({ sk }) => sk === 'ACCOUNT').length).toBe(1)
  })

  it('is void once it has expired, another was sent, or its secret is another', async () => {
    const address = await world.invite(COUNTY, 'p-late', ['acceptor'])
    const item = (await world.get(`${COUNTY}#INVITATIONS`, 'p-late', world.names.tenant))!
    await world.put({ ...item, endsAt: Date.now() - 1 }, world.names.tenant)
    expect(titleOf(await world.visitor().open(address))).toBe('邀请已过期')
    await world.invite(COUNTY, 'p-late', ['acceptor'])
    expect(titleOf(await world.visitor().open(address))).toBe('邀请无效')
    const forged = `${address.slice(0, -22)}${'A'.repeat(22)}`
    expect(titleOf(await world.visitor().open(forged))).toBe('邀请无效')
    expect(titleOf(await world.visitor().open('/identity/invitation?to=500229'))).toBe('邀请无效')
  })

  it('refuses weak passwords, names that are taken or badly formed, saying which', async () => {
    await anAccount('taken.name')
    const address = await world.invite(COUNTY, 'p-choosy', ['acceptor'])
    const visitor = world.visitor()
    const page = await visitor.open(address)
    const said = async (fields: object) =>
      noticeOf(await visitor.submit(page, { ...chosen('choosy.one'), ...fields }))
    expect(await said({ new: 'short', repeat: 'short' })).toBe('密码太短')
    expect(await said({ new: 'chengyun2026', repeat: 'chengyun2026' })).toBe('密码太容易被猜到')
    expect(await said({ repeat: `${PASSWORD}!` })).toBe('两次输入的密码不一样')
    expect(await said({ account: '9lives' })).toBe('账号格式不对')
    expect(await said({ account: 'taken.name' })).toBe('账号已被使用')
    expect(await said({ account: '"><script>' })).toBe('账号格式不对')
    expect(await said({})).toBe('')
  })

  it('to somebody who has an account sets a new password and ends their sessions', async () => {
    await anAccount('wu.tao')
    const before = await tokensOf('wu.tao')
    const visitor = world.visitor()
    const page = await visitor.open(await world.invite(COUNTY, 'p-wu-tao', ['acceptor']))
    expect(titleOf(page)).toBe('设置新密码')
    const fresh = 'yi-ge-quan-xin-de-mi-ma-77'
    await visitor.submit(page, { new: fresh, repeat: fresh })
    expect(noticeOf((await signIn('wu.tao')).page)).toBe('账号或密码不正确')
    expect(isBack((await signIn('wu.tao', fresh)).page)).toBe(true)
    expect((await world.refresh(before.refresh_token)).error).toBe('invalid_grant')
  })
})

describe('changing the password', () => {
  it('takes the present one, and signs everybody out who came with it', async () => {
    await anAccount('zheng.hua')
    const before = await tokensOf('zheng.hua')
    const fresh = 'huan-yi-ju-hua-lai-zuo-mi-ma'
    const visitor = world.visitor()
    const page = await visitor.open('/identity/password')
    const fields = { account: 'zheng.hua', password: PASSWORD, new: fresh, repeat: fresh, code: '' }
    const wrong = await visitor.submit(page, { ...fields, password: 'not-the-password' })
    expect(noticeOf(wrong)).toBe('账号或密码不正确')
    const done = await visitor.submit(page, fields)
    expect(titleOf(done)).toBe('密码已修改')
    expect((await world.refresh(before.refresh_token)).error).toBe('invalid_grant')
    expect(noticeOf((await signIn('zheng.hua')).page)).toBe('账号或密码不正确')
    expect(isBack((await signIn('zheng.hua', fresh)).page)).toBe(true)
  })

  it('asks for a code where there is an authenticator, and locks like the sign-in', async () => {
    await enrolled('feng.jing')
    const visitor = world.visitor()
    const page = await visitor.open('/identity/password')
    const fresh = 'zhe-shi-xin-de-mi-ma-2077'
    const fields = { account: 'feng.jing', password: PASSWORD, new: fresh, repeat: fresh, code: '000000' }
    const told: unknown[] = []
    for (let failure = 1; failure <= 6; failure++) told.push(noticeOf(await visitor.submit(page, fields)))
    expect(told).toEqual([...Array(4).fill('账号或密码不正确'), '该账号名已暂时锁定', '该账号名已暂时锁定'])
  })
})

describe('tokens', () => {
  it('that are tampered with, or signed by another algorithm or key, open no door', async () => {
    await anAccount('tao.jun')
    const { access_token } = await tokensOf('tao.jun')
    const [header = '', payload = '', signature = ''] = access_token.split('.')
    const encode = (part: object) => Buffer.from(JSON.stringify(part)).toString('base64url')
    const claims = decodeJwt(access_token)
    const { kid } = decodeProtectedHeader(access_token)
    const { keys } = (await (await fetch(new URL('/identity/jwks', cloud.baseUrl))).json()) as {
      keys: object[]
    }
    const hmac = (text: string) =>
      `${text}.${createHmac('sha256', JSON.stringify(keys[0])).update(text).digest('base64url')}`
    const bad = {
      'another county': `${header}.${encode({ ...claims, tenant: '500230' })}.${signature}`,
      'more posts': `${header}.${encode({ ...claims, posts: ['leader'] })}.${signature}`,
      'a city beside the county': `${header}.${encode({ ...claims, city: '500000' })}.${signature}`,
      'no algorithm': `${encode({ alg: 'none', kid })}.${payload}.`,
      'HMAC over the public key': hmac(`${encode({ alg: 'HS256', kid })}.${payload}`),
      'a key of its own': `${encode({ alg: 'ES256', kid, jwk: keys[0] })}.${payload}.${signature}`,
      'the outside issuer named': `${header}.${encode({ ...claims, iss: cloud.issuer.issuer })}.${signature}`,
      'the outside key': await cloud.issuer.token({ ...claims }),
    }
    for (const [name, token] of Object.entries(bad)) expect((await api(token)).status, name).toBe(401)
    expect((await api(access_token)).status).toBe(200)
  })

  it('claim what the staff record says, whatever a request asks for', async () => {
    await anAccount('he.ping')
    const visitor = world.visitor()
    const wish = { tenant: '500230', person: 'p-1', posts: 'leader', claims: '{"id_token":{"tenant":null}}' }
    const flow = world.begin({ ...wish, login_hint: 'leader' })
    const page = await visitor.open(flow.path)
    const back = await visitor.submit(page, {
      account: 'he.ping',
      password: PASSWORD,
      scope: '500230',
      ...wish,
    })
    const tokens = await world.redeem(back, flow, { tenant: '500230', posts: 'leader' })
    expect(decodeJwt(tokens.access_token)).toMatchObject({
      tenant: COUNTY,
      person: 'p-he-ping',
      posts: ['acceptor'],
    })
  })

  it('are given anew with what is true now, while the session is open and a post is held', async () => {
    await anAccount('lin.bo')
    const first = await tokensOf('lin.bo')
    await world.changeStaff(COUNTY, 'p-lin-bo', { posts: ['dispatcher'] })
    const second = await world.refresh(first.refresh_token)
    expect(decodeJwt(second.access_token)).toMatchObject({
      posts: ['dispatcher'],
      sid: decodeJwt(first.access_token).sid,
    })
    await world.changeStaff(COUNTY, 'p-lin-bo', { state: 'suspended' })
    expect((await world.refresh(first.refresh_token)).error).toBe('invalid_grant')
    await world.changeStaff(COUNTY, 'p-lin-bo', { state: 'active' })
    const standing = (await world.get(`${COUNTY}#STANDING`, 'p-lin-bo', world.names.tenant))!
    await world.put({ ...standing, sessions: {} }, world.names.tenant)
    expect((await world.refresh(first.refresh_token)).error).toBe('invalid_grant')
  })

  it('outlive a rotation of the keys, and new ones are signed with the new key', async () => {
    await anAccount('xu.hai')
    const before = await tokensOf('xu.hai')
    await world.rotateKeys()
    const kids = async () =>
      ((await (await fetch(new URL('/identity/jwks', cloud.baseUrl))).json()) as { keys: { kid: string }[] })
        .keys
    expect(await kids()).not.toEqual([])
    expect((await api(before.access_token)).status).toBe(200)
  })
})

describe('the protocol', () => {
  it('refuses a request without PKCE, or with a plain challenge', async () => {
    for (const changes of [
      { code_challenge: undefined, code_challenge_method: undefined },
      { code_challenge_method: 'plain' },
    ]) {
      const page = await world.visitor().open(world.begin(changes).path)
      expect(page.at).toContain('error=invalid_request')
      expect(page.at).not.toContain('code=')
    }
  })

  it('gives no tokens without the verifier, or for another', async () => {
    await anAccount('ma.li')
    for (const verifier of ['', 'x'.repeat(43)]) {
      const { page, flow } = await signIn('ma.li')
      expect((await world.redeem(page, { ...flow, verifier })).error).toMatch(/^invalid_(grant|request)$/)
    }
  })

  it('gives no tokens without the secret of the client', async () => {
    await anAccount('hu.bin')
    const { page, flow } = await signIn('hu.bin')
    const parameters = {
      grant_type: 'authorization_code',
      code: new URL(page.at).searchParams.get('code')!,
      redirect_uri: world.redirectUri,
      code_verifier: flow.verifier,
    }
    const wrong = `Basic ${Buffer.from('portal:guess').toString('base64')}`
    expect((await world.askToken(parameters, wrong)).error).toBe('invalid_client')
    const without = await world.askToken({ ...parameters, client_id: 'portal' }, '')
    expect(without.error).toMatch(/^invalid_(client|request)$/)
    expect(without.access_token).toBeUndefined()
  })

  it('sends nobody to an address that is not the portal’s', async () => {
    for (const redirect_uri of [
      'https://evil.example/callback',
      `${world.redirectUri}/../evil`,
      `${world.redirectUri}?next=https://evil.example`,
      `${world.origin}@evil.example/sign-in/callback`,
      '//evil.example',
      undefined,
    ]) {
      const page = await world.visitor().open(world.begin({ redirect_uri }).path)
      expect(page.status, redirect_uri).toBe(400)
      expect(page.headers.get('location')).toBeNull()
      expect(page.text).not.toContain('evil.example')
    }
  })

  it('answers on the installation’s own origin, whatever host a request names', async () => {
    const flow = world.begin()
    const page = await world.visitor().open(flow.path)
    const discovery = await fetch(new URL('/identity/.well-known/openid-configuration', cloud.baseUrl), {
      headers: {
        'x-forwarded-host': 'evil.example',
        'x-forwarded-proto': 'https',
        forwarded: 'host=evil.example',
      },
    })
    expect(await discovery.json()).toMatchObject({
      issuer: `${world.origin}/identity`,
      token_endpoint: `${world.origin}/identity/token`,
    })
    expect(page.at).toMatch(/^\/identity\/interaction\//)
  })

  it('serves a code once: the second time takes back what the first gave', async () => {
    await anAccount('gao.fei')
    const { page, flow } = await signIn('gao.fei')
    const tokens = await world.redeem(page, flow)
    expect((await world.redeem(page, flow)).error).toBe('invalid_grant')
    expect((await world.refresh(tokens.refresh_token)).error).toBe('invalid_grant')
  })

  it('has a page for addresses that lead nowhere', async () => {
    const page = await world.visitor().open('/identity/nowhere')
    expect([page.status, titleOf(page)]).toEqual([404, '没有这个页面'])
  })
})

describe("another's browser", () => {
  it('cannot be made to sign in to a session that was begun elsewhere (fixation)', async () => {
    await anAccount('luo.yi')
    const attacker = await atSignIn()
    const victim = world.visitor()
    const page = await victim.open(attacker.page.at)
    expect([page.status, titleOf(page)]).toEqual([400, '这次登录已过期'])
    const known = new Map(attacker.visitor.cookies)
    const signedIn = await attacker.visitor.submit(attacker.page, { account: 'luo.yi', password: PASSWORD })
    expect(isBack(signedIn)).toBe(true)
    // the cookies of before the sign-in, and those left after it, sign nobody in again
    for (const cookies of [known, attacker.visitor.cookies]) {
      const later = world.visitor()
      for (const [name, cookie] of cookies) later.cookies.set(name, cookie)
      const asked = await later.open(world.begin().path)
      expect(titleOf(asked)).toBe('登录')
    }
  })

  it('cannot be made to submit our forms (CSRF), whatever origin it names', async () => {
    await anAccount('song.jia')
    const fields = { account: 'song.jia', password: PASSWORD }
    for (const headers of [
      { origin: 'https://evil.example' },
      { origin: 'null' },
      { origin: undefined },
      { origin: `${world.origin}.evil.example` },
      { 'sec-fetch-site': 'cross-site' },
      { 'sec-fetch-site': 'same-site' },
      { 'content-type': 'text/plain' },
    ]) {
      const { visitor, page } = await atSignIn()
      const answer = await visitor.submit(page, fields, headers)
      expect([answer.status, titleOf(answer)], JSON.stringify(headers)).toEqual([403, '提交没有生效'])
      const still = await visitor.open(page.at)
      expect(titleOf(still)).toBe('登录')
    }
    expect((await world.get('ACCOUNT#song.jia', 'ACCOUNT'))!.lastSignInAt).toBeUndefined()
  })

  it('is shown pages that run nothing, load nothing and cannot be framed', async () => {
    const { page } = await atSignIn()
    const policy = page.headers.get('content-security-policy')
    expect(policy).toMatch(/^default-src 'none'; style-src 'sha256-/)
    expect(policy).toContain("frame-ancestors 'none'")
    expect(page.headers.get('cache-control')).toBe('no-store')
    expect(page.text).not.toContain('<script')
    const { visitor, page: failed } = await signIn('"><img src=x onerror=alert(1)>')
    expect(failed.text).not.toContain('<img')
    for (const line of [...visitor.cookies.keys()]) expect(line).toMatch(/^__(Host|Secure)-/)
  })
})

describe('a new county', () => {
  const TENANT = '500230'
  const commission = {
    tenant: undefined,
    city: '500000',
    person: 'c1',
    posts: ['commission-administrator'],
  }

  /** What went out to a telephone, as the outbox page of the local cloud has it. */
  async function textsTo(phone: string): Promise<string[]> {
    const door = `${cloud.endpointUrl}/_local/messages?token=${cloud.access.operatorToken}`
    const { messages } = (await (await fetch(door)).json()) as { messages: { to: string; body: string }[] }
    return messages.filter(({ to }) => to.includes(phone)).map(({ body }) => body)
  }

  it('is entered by its first administrator through the message that the onboarding sent', async () => {
    await cloud.post('/api/city/500000', { name: '重庆市' }, { claims: commission })
    const founding = { tenant: TENANT, name: '丰都县', administrator: { name: '何某', phone: '13900000007' } }
    const founded = await cloud.post('/api/city/500000/tenants', founding, { claims: commission })
    expect(founded.status).toBe(201)
    await cloud.settled()
    const [text = ''] = await textsTo('13900000007')
    const { pathname, search, origin } = new URL(/https?:\S+/.exec(text)![0])
    expect(origin).toBe(world.origin)
    const visitor = world.visitor()
    const page = await visitor.open(pathname + search)
    await visitor.submit(page, { account: 'he.first', new: PASSWORD, repeat: PASSWORD })
    const signedIn = await signIn('he.first')
    expect(titleOf(signedIn.page)).toBe('绑定验证器')
    const code = world.codeOf(secretOf(signedIn.page))
    const back = await signedIn.visitor.submit(signedIn.page, { code })
    const tokens = await world.redeem(back, signedIn.flow)
    expect(decodeJwt(tokens.access_token)).toMatchObject({ tenant: TENANT, posts: ['administrator'] })
    const county = await api(tokens.access_token, `/api/t/${TENANT}`)
    expect(await county.json()).toMatchObject({ county: TENANT, placeName: '丰都县' })
    await cloud.settled()
    expect((await textsTo('13900000007')).some((one) => one.includes('二次验证'))).toBe(true)
  })

  it('may ask other posts for a second factor', async () => {
    await anAccount('yu.bo', ['acceptor'], TENANT)
    expect(isBack((await signIn('yu.bo')).page)).toBe(true)
    const file = await cloud.get(`/api/city/500000/tenants/${TENANT}`, commission)
    const { version, settings } = file.body.settingsNow
    const changed = await cloud.post(
      `/api/city/500000/tenants/${TENANT}/settings`,
      { version: file.body.version ?? version, settings: { ...settings, secondFactor: ['acceptor'] } },
      { claims: commission },
    )
    expect(changed.status).toBe(200)
    expect(titleOf((await signIn('yu.bo')).page)).toBe('绑定验证器')
  })
})
