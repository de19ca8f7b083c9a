import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import AxeBuilder from '@axe-core/playwright'
import { importJWK, type JWK, SignJWT } from 'jose'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect } from 'vitest'
import { AUDIENCE } from '../../../functions/platform/identity/verifier.ts'
import { build } from '../../../infra/commands/build.ts'
import { type IdentityParameters, identityParameters } from '../../../infra/commands/demonstration-key.ts'
import type { Language } from '../../../shared/kernel/language.ts'
import type { CommissionPost, Post } from '../../../shared/lifecycle/posts.ts'
import { findBrowser, startBrowser } from '../../support/browser.ts'
import { foundCounty } from '../../support/found-county.ts'
import { bootLocalCloud, type TestCloud } from '../../support/local-cloud.ts'
import type { Answer } from '../../support/product-cloud.ts'

/** Tuesday, 09:00 in China: desks are manned. */
const MORNING = '2026-11-24T01:00:00Z'
export const COUNTY = '500235'
/** Over it: 重庆市. */
export const CITY = '500000'
/** The unit of whoever handles, unless another is named. */
export const UNIT = 'municipal-works'

export const widths = {
  desk: { width: 1366, height: 768 },
  phone: { width: 360, height: 740 },
} as const

export interface Reader {
  readonly posts: readonly Post[]
  readonly person?: string
  readonly unit?: string
  readonly language?: Language
  readonly at?: keyof typeof widths
  readonly javaScriptEnabled?: boolean
}

type Look = Pick<Reader, 'language' | 'at' | 'javaScriptEnabled'>

export interface WholePortal {
  readonly cloud: TestCloud
  readonly baseUrl: string
  /** Asks the API as whoever the claims name. */
  get(path: string, claims: Record<string, unknown>): Promise<Answer>
  post(
    path: string,
    body: unknown,
    options: { key?: string; claims: Record<string, unknown> },
  ): Promise<Answer>
  /** A page of somebody who is signed in to the county in these posts. */
  enter(reader: Reader): Promise<Page>
  /** A page of somebody of the commission over the county, in these posts. */
  enterCity(posts: readonly CommissionPost[], options?: Look): Promise<Page>
  /** A page of somebody who is not signed in: a citizen. */
  visit(options?: Look): Promise<Page>
  /** Reports a case in the county and takes it as far as the acts say, each by its post; answers it as it stands. */
  caseAt(
    report: Partial<Reported>,
    acts?: readonly ActOf[],
  ): Promise<{ id: string; number: string; version: number }>
  /** Waits until nothing is on its way any more. */
  settled(): Promise<void>
}

export interface Reported {
  readonly words: string
  readonly place: string
  readonly kind: string
  readonly channel: string
  readonly urgent: boolean
  readonly position: { readonly longitude: number; readonly latitude: number }
  readonly photos: readonly string[]
  readonly reporter: { readonly name?: string; readonly phone: string }
}

export type ActOf = readonly [post: Post, action: string, evidence?: object]

/** Whoever acts in a post: one person per post, those who handle of {@link UNIT}. */
export const staffOf = (post: Post, unit: string = UNIT) => ({
  tenant: COUNTY,
  person: `p-${post}`,
  posts: [post],
  ...((post === 'handler' || post === 'unit-head') && { unit }),
})

const program = findBrowser()

/**
 * Tests on the whole product with the built portal, in a real browser: stacks, functions, tables, one county that is laid
 * and dispatches by hand. Run by `npm run test:portal -- <part of the file's name>`. Booted once for the file; `seed` fills the county before the first test.
 */
export function onTheWholeProduct(
  title: string,
  seed: (portal: WholePortal) => Promise<void>,
  tests: (portal: () => WholePortal) => void,
): void {
  describe.skipIf(!program)(title, () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'portal-'))
    let whole: Whole | undefined
    beforeAll(async () => {
      whole = await boot(folder)
      await foundCounty(foundingOf(whole.portal), COUNTY, '云阳县')
      await seed(whole.portal)
      await whole.portal.settled()
    }, 300_000)
    afterEach(async () => {
      await Promise.all(whole?.browser.contexts().map((context) => context.close()) ?? [])
      expect(whole?.refused.splice(0), 'what the content policy or a fault of a script stopped').toEqual([])
    })
    afterAll(async () => {
      await whole?.browser.close()
      await whole?.portal.cloud.stop()
      rmSync(folder, { recursive: true, force: true })
    })
    tests(() => {
      if (!whole) throw new Error('The product is booted before the tests run, not before they are listed.')
      return whole.portal
    })
  })
}

/** What axe finds wrong with a page by WCAG 2.2 AA, in a form that a failed test tells: none is expected. */
export async function violationsOf(page: Page): Promise<string[]> {
  const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']
  const { violations } = await new AxeBuilder({ page }).withTags(tags).analyze()
  return violations.flatMap(({ id, help, nodes }) =>
    nodes.map(({ target }) => `${id}: ${help} (${target.join(' ')})`),
  )
}

/** How far a page scrolls sideways, in pixels: nought is expected at any width. */
export const sidewaysOf = (page: Page): Promise<number> =>
  page.locator('html').evaluate((root) => root.scrollWidth - root.clientWidth)

interface Whole {
  readonly portal: WholePortal
  readonly browser: Browser
  readonly refused: string[]
}

async function boot(folder: string): Promise<Whole> {
  const assembly = await build()
  const identity = await identityParameters(folder)
  const cloud = await bootLocalCloud({
    assembly,
    folder,
    parameters: { ...identity, MessageGateway: 'sns' },
    clockStart: Date.parse(MORNING),
  })
  const browser = await startBrowser(program ?? '')
  const refused: string[] = []
  const sign = await signer(identity)
  const callers = callersOf(cloud.baseUrl, sign)
  const settled = () => cloud.activity.idle()
  const open = async (options: Parameters<WholePortal['visit']>[0] = {}) => {
    const { language = 'zh', at = 'desk', javaScriptEnabled = true } = options
    const context = await browser.newContext({
      baseURL: cloud.baseUrl,
      viewport: widths[at],
      javaScriptEnabled,
      // axe looks past the policy; what it stops of the pages themselves is told by `refused`
      bypassCSP: false,
    })
    await context.addCookies([{ name: 'language', value: language, url: cloud.baseUrl }])
    const page = await context.newPage()
    page.on('pageerror', (error) => refused.push(error.message))
    page.on('console', (message) => {
      if (/Content Security Policy/.test(message.text())) refused.push(message.text())
    })
    return { context, page }
  }
  const portal: WholePortal = {
    cloud,
    baseUrl: cloud.baseUrl,
    ...callers,
    settled,
    visit: async (options) => (await open(options)).page,
    async enter({ posts, person, unit, ...options }) {
      const { context, page } = await open(options)
      const [first = 'acceptor'] = posts
      const claims = { ...staffOf(first, unit), posts: [...posts], ...(person && { person }) }
      await signIn(context, cloud.baseUrl, await sign(claims))
      return page
    },
    async enterCity(posts, options) {
      const { context, page } = await open(options)
      const claims = { city: CITY, person: `c-${posts[0]}`, posts: [...posts] }
      await signIn(context, cloud.baseUrl, await sign(claims))
      return page
    },
    caseAt: (report, acts = []) => caseAt(callers, report, acts),
  }
  return { portal, browser, refused }
}

/** Kept as if it came over https: browsers count this machine among what is secure, and send it over http all the same. */
const signIn = (context: BrowserContext, url: string, value: string) =>
  context.addCookies([
    {
      name: '__Host-session',
      value,
      url: url.replace(/^http:/, 'https:'),
      secure: true,
      httpOnly: true,
      sameSite: 'Lax' as const,
    },
  ])

type Sign = (claims: Record<string, unknown>) => Promise<string>

async function signer({ DemonstrationKey, IdentityIssuer }: IdentityParameters): Promise<Sign> {
  const jwk = JSON.parse(DemonstrationKey) as JWK
  const key = await importJWK(jwk, 'ES256')
  return (claims) =>
    new SignJWT(claims)
      .setProtectedHeader({ alg: 'ES256', ...(jwk.kid && { kid: jwk.kid }) })
      .setSubject(String(claims.person))
      .setIssuer(IdentityIssuer)
      .setAudience(AUDIENCE)
      .setIssuedAt()
      .setExpirationTime('2h')
      .sign(key)
}

function callersOf(baseUrl: string, sign: Sign): Pick<WholePortal, 'get' | 'post'> {
  async function ask(address: string, init: RequestInit, claims: Record<string, unknown>): Promise<Answer> {
    const present = Object.entries(claims).filter(([, value]) => value !== undefined)
    const authorization = `Bearer ${await sign(Object.fromEntries(present))}`
    const answer = await fetch(new URL(address, baseUrl), {
      ...init,
      headers: { ...init.headers, authorization },
    })
    return { status: answer.status, body: await answer.json() }
  }
  return {
    get: (address, claims) => ask(address, {}, claims),
    post: (address, body, { key = randomUUID(), claims }) =>
      ask(
        address,
        {
          method: 'POST',
          headers: { 'content-type': 'application/json', 'idempotency-key': key },
          body: JSON.stringify(body),
        },
        claims,
      ),
  }
}

const foundingOf = ({ post, settled, cloud }: WholePortal): Parameters<typeof foundCounty>[0] => ({
  post: (address, body, { claims = {}, ...options } = {}) => post(address, body, { ...options, claims }),
  settled,
  clientConfig: cloud.clientConfig,
})

async function caseAt(
  { post }: Pick<WholePortal, 'post'>,
  report: Partial<Reported>,
  acts: readonly ActOf[],
) {
  const input = { words: '路灯不亮，夜间行人不便', place: '滨江大道 12 号门前', kind: '10137', ...report }
  const by: Post = input.channel === 'hotline' || input.channel === 'web' ? 'acceptor' : 'collector'
  const cases = `/api/t/${COUNTY}/cases`
  let { body: told } = await expectGood(post(cases, input, { claims: staffOf(by) }))
  for (const [by, action, evidence = {}] of acts) {
    const address = `${cases}/${told.id}/actions/${action}`
    const { body } = await expectGood(
      post(address, { version: told.version, evidence }, { claims: staffOf(by) }),
    )
    told = { ...told, ...body }
  }
  return { id: String(told.id), number: String(told.number), version: Number(told.version) }
}

async function expectGood(asked: Promise<Answer>): Promise<Answer> {
  const answer = await asked
  if (answer.status >= 300) throw new Error(`The county could not be filled: ${JSON.stringify(answer.body)}`)
  return answer
}
