import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { build } from '../../infra/commands/build.ts'
import { identityParameters } from '../../infra/commands/demonstration-key.ts'
import { findBrowser, startBrowser } from '../support/browser.ts'
import { type IdentityWorld, identityWorld } from '../support/identity-world.ts'
import { bootLocalCloud, type TestCloud } from '../support/local-cloud.ts'

const program = findBrowser()
const COUNTY = '500229'
const PASSWORD = 'zhe-ju-hua-bu-hao-cai-2049'

describe.skipIf(!program)('signing in to the portal through the built-in issuer', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'sign-in-'))
  let cloud: TestCloud
  let world: IdentityWorld
  let browser: Browser

  beforeAll(async () => {
    const assembly = await build()
    const parameters = { ...(await identityParameters(folder)) }
    cloud = await bootLocalCloud({ assembly, folder, parameters, clockStart: Date.now() })
    world = await identityWorld(cloud)
    browser = await startBrowser(program ?? '')
  }, 240_000)
  afterAll(async () => {
    await browser?.close()
    await cloud?.stop()
    rmSync(folder, { recursive: true, force: true })
  })

  async function newContext() {
    const context = await browser.newContext({ baseURL: cloud.baseUrl, locale: 'zh-CN' })
    context.setDefaultTimeout(15_000)
    return context
  }

  /** Somebody opens their account by the address that the message told. */
  async function takeUp(page: Page, account: string) {
    await page.goto(await world.invite(COUNTY, `p-${account.replaceAll('.', '-')}`, ['acceptor']))
    await page.locator('input[name=account]').fill(account)
    await page.locator('input[name=new]').fill(PASSWORD)
    await page.locator('input[name=repeat]').fill(PASSWORD)
    await page.locator('main button').last().click()
    await page.getByText('密码已设置').waitFor()
  }

  async function signIn(page: Page, account: string, password = PASSWORD) {
    await page.locator('input[name=account]').fill(account)
    await page.locator('input[name=password]').fill(password)
    await page.locator('main button').last().click()
  }

  const sessionOf = async (context: BrowserContext) =>
    (await context.cookies()).find(({ name }) => name === '__Host-portal')

  it('leads from a page to the forms and back to that page, and out again for good', async () => {
    const context = await newContext()
    const page = await context.newPage()
    await takeUp(page, 'zhang.min')
    await page.goto(`/t/${COUNTY}/report`)
    await page.getByRole('heading', { name: '请先登录' }).waitFor()
    await page.getByRole('link', { name: '登录' }).click()
    await signIn(page, 'zhang.min', 'wrong-password-here')
    await page.getByRole('heading', { name: '登录' }).waitFor()
    expect(await sessionOf(context)).toBeUndefined()
    await signIn(page, 'zhang.min')
    await page.waitForURL(`**/t/${COUNTY}/report`)
    await page.getByRole('heading', { name: '登记受理' }).waitFor()

    const session = await sessionOf(context)
    expect(session).toMatchObject({ httpOnly: true, secure: true, sameSite: 'Lax', path: '/' })
    expect(session?.value).not.toMatch(/^ey[\w-]+\.ey/)
    expect((await context.cookies()).map(({ name }) => name)).not.toContain('__Host-session')

    await page.goto(`/t/${COUNTY}`)
    await page.getByText('受理员').first().waitFor()
    await page.getByRole('button', { name: '退出' }).click()
    await page.waitForURL('**/')
    await page.goto(`/t/${COUNTY}`)
    await page.getByRole('heading', { name: '请先登录' }).waitFor()

    // a copy of the cookie that somebody kept opens nothing any more
    const cookie = `__Host-portal=${session?.value}`
    const copied = await fetch(new URL(`/t/${COUNTY}`, cloud.baseUrl), { headers: { cookie } })
    expect(await copied.text()).toContain('请先登录')
    await context.close()
  }, 120_000)

  it('serves two pages at once with one session', async () => {
    const context = await newContext()
    const page = await context.newPage()
    await takeUp(page, 'li.qiang')
    await page.goto('/sign-in')
    await signIn(page, 'li.qiang')
    await page.waitForURL(`**/t/${COUNTY}`)
    const other = await context.newPage()
    for (let visit = 0; visit < 3; visit++) {
      await Promise.all([page.goto(`/t/${COUNTY}`), other.goto(`/t/${COUNTY}/report`)])
      await page.getByText('受理员').first().waitFor()
      await other.getByRole('heading', { name: '登记受理' }).waitFor()
    }
    await context.close()
  }, 120_000)

  it.each(['https://evil.example/', '//evil.example', '/\\evil.example', '/sign-out', 'javascript:alert(1)'])(
    'never leads to another site: %s',
    async (wanted) => {
      const context = await newContext()
      const page = await context.newPage()
      const account = `wang.${Buffer.from(wanted).toString('hex').slice(0, 12)}`
      await takeUp(page, account)
      await page.goto(`/sign-in?to=${encodeURIComponent(wanted)}`)
      await signIn(page, account)
      await page.waitForURL(`**/t/${COUNTY}`)
      expect(new URL(page.url()).origin).toBe(new URL(cloud.baseUrl).origin)
      await context.close()
    },
    60_000,
  )

  it.each([
    ['a state that is none of ours', (url: URL) => url.searchParams.set('state', 'another')],
    ['a code that nobody gave', (url: URL) => url.searchParams.set('code', 'another')],
    ['no code', (url: URL) => url.searchParams.delete('code')],
  ])('comes to nothing with %s', async (_, change) => {
    const begun = await fetch(new URL('/sign-in', cloud.baseUrl), { redirect: 'manual' })
    const cookie = begun.headers
      .getSetCookie()
      .map((line) => line.split(';')[0])
      .join('; ')
    const state = new URL(begun.headers.get('location') ?? '').searchParams.get('state') ?? ''
    const back = new URL(`/sign-in/callback?code=c&state=${state}`, cloud.baseUrl)
    change(back)
    const answer = await fetch(back, { redirect: 'manual', headers: { cookie } })
    expect(answer.status).toBe(303)
    expect(answer.headers.get('location')).toBe('/?signIn=unfinished')
    expect(answer.headers.getSetCookie().join()).not.toContain('__Host-portal=ey')
  })

  it.each(['null', 'https://evil.example', 'http://localhost'])(
    'is not ended by a form of another site (Origin: %s)',
    async (origin) => {
      const answer = await fetch(new URL('/sign-out', cloud.baseUrl), {
        method: 'POST',
        redirect: 'manual',
        headers: { origin, 'content-type': 'application/x-www-form-urlencoded' },
        body: '',
      })
      expect(answer.status).toBe(403)
      expect(answer.headers.getSetCookie()).toEqual([])
    },
  )
})
