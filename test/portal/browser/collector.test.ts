import { setTimeout } from 'node:timers/promises'
import type { BrowserContext, Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { COUNTY, onTheWholeProduct, sidewaysOf, staffOf, violationsOf } from './whole-portal.ts'

const DRAFTS = 100
const CUTS = 20
const HERE = { longitude: 108.697, latitude: 30.93 }

/** A picture as a telephone's camera would leave it, made by the browser itself. */
async function pictureOf(page: Page): Promise<Buffer> {
  return page.screenshot({ type: 'jpeg', quality: 60 })
}

async function allowPosition(page: Page): Promise<BrowserContext> {
  const context = page.context()
  await context.grantPermissions(['geolocation'])
  await context.setGeolocation(HERE)
  return context
}

/** Once the pages of the street are kept, they open without a line. */
const kept = (page: Page) =>
  expect
    .poll(
      () =>
        page.evaluate<boolean>(
          `Promise.all(['', '/me'].map((at) => caches.match('/m/${COUNTY}' + at))).then((all) => all.every(Boolean))`,
        ),
      { timeout: 30_000 },
    )
    .toBe(true)

const photoOf = (buffer: Buffer) => ({ name: 'photo.jpg', mimeType: 'image/jpeg', buffer })

async function report(page: Page, buffer: Buffer, words: string, place: string) {
  await page.locator('#photos').setInputFiles(photoOf(buffer))
  await page.getByText('已拍 1 张').waitFor()
  await page.getByText('道路破损', { exact: true }).click()
  await page.getByLabel('地点').fill(place)
  await page.getByLabel('说明（选填）').fill(words)
  await page.getByRole('button', { name: '上报', exact: true }).click()
}

onTheWholeProduct(
  'those who work outside',
  async (portal) => {
    await portal.caseAt({ words: '疑似积水', place: '杏花路 3 号', channel: 'web' }, [
      ['acceptor', 'send-to-verify', {}],
    ])
    await portal.caseAt({ place: '迎宾大道 9 号' }, [
      ['acceptor', 'accept'],
      ['shift-leader', 'file', { filingCondition: '10137-1' }],
      ['dispatcher', 'dispatch', { unit: 'municipal-works' }],
    ])
  },
  (portal) => {
    it.each(['zh', 'en'] as const)('finds no fault with any of its pages (%s)', async (language) => {
      const page = await portal().enter({ posts: ['collector', 'handler'], language, at: 'phone' })
      for (const path of ['', '/tasks', '/map', '/me']) {
        await page.goto(`/m/${COUNTY}${path}`)
        expect(await violationsOf(page), path).toEqual([])
        expect(await sidewaysOf(page), path).toBe(0)
      }
    })

    it('begins and ends a shift', async () => {
      const page = await portal().enter({ posts: ['collector'], person: 'p-shift', at: 'phone' })
      await allowPosition(page)
      await page.goto(`/m/${COUNTY}/me`)
      await page.getByRole('button', { name: '上班打卡' }).click()
      await page.getByText(/上班打卡$/).waitFor()
      await page.getByRole('button', { name: '下班打卡' }).click()
      await page.getByText(/下班打卡$/).waitFor()
    })

    it('verifies on the spot with a photo, and the handler signs', async () => {
      // of the unit that has the case, and a collector as well
      const page = await portal().enter({ posts: ['handler', 'collector'], at: 'phone' })
      await page.goto(`/m/${COUNTY}/tasks`)
      const photo = await pictureOf(page)
      await page.getByRole('link', { name: /杏花路 3 号/ }).click()
      await page.locator('#found-photos').setInputFiles(photoOf(photo))
      await page.getByText('已选 1 张').or(page.getByText('已拍 1 张')).waitFor()
      await page.getByRole('button', { name: '确认核实属实' }).click()
      await page.waitForURL(/\/tasks$/)
      await expect
        .poll(
          async () =>
            (await portal().get(`/api/t/${COUNTY}/queues/collector`, staffOf('collector'))).body.cases,
          { timeout: 20_000 },
        )
        .toEqual([])
      await page.goto(`/m/${COUNTY}/tasks?post=handler`)
      await page.getByRole('link', { name: /迎宾大道 9 号/ }).click()
      await page.getByRole('button', { name: '确认签收' }).click()
      await page.waitForURL(/\/tasks$/)
      await page.goto(`/m/${COUNTY}/tasks?post=handler`)
      await page.getByRole('link', { name: /待处置/ }).waitFor()
    })

    it('takes a picture that is chosen before the scripts have come', async () => {
      const page = await portal().enter({ posts: ['collector'], at: 'phone' })
      const buffer = await page.screenshot({ type: 'jpeg' })
      await page.route('**/*.js', async (route) => {
        await setTimeout(2_000)
        await route.continue()
      })
      await page.goto(`/m/${COUNTY}`, { waitUntil: 'commit' })
      await page.locator('#photos').setInputFiles(photoOf(buffer))
      await page.getByText('已拍 1 张').waitFor()
    })

    it('reports without a line, holds the way out, and sends it once there is one', async () => {
      const page = await portal().enter({ posts: ['collector'], at: 'phone' })
      const context = await allowPosition(page)
      await page.goto(`/m/${COUNTY}`)
      const photo = await pictureOf(page)
      await kept(page)
      await context.setOffline(true)
      await page.goto(`/m/${COUNTY}`)
      await report(page, photo, '路面塌陷', '北城大道 7 号')
      await page.getByText('已保存，联网后自动发送。').waitFor()
      await page.goto(`/m/${COUNTY}/me`)
      await page.getByText(/还有 1 条没有发送/).waitFor()
      await page.getByRole('button', { name: '退出' }).click({ force: true })
      expect(page.url()).toContain('/me')
      await context.setOffline(false)
      // where the device does not say that its line is back, the next look at the outbox sends
      await page.getByText(/已发送 \d{19}/).waitFor({ timeout: 45_000 })
      await page.getByText('全部已发送。').waitFor()
    })

    it(`keeps ${DRAFTS} reports with photos made offline through ${CUTS} breaks of the line: each once, in order`, async () => {
      const page = await portal().enter({ posts: ['collector'], person: 'p-offline', at: 'phone' })
      const context = await allowPosition(page)
      await page.goto(`/m/${COUNTY}`)
      const photo = await pictureOf(page)
      await kept(page)
      await context.setOffline(true)
      await page.goto(`/m/${COUNTY}`)
      for (let at = 0; at < DRAFTS; at++) {
        await report(page, photo, `第 ${at} 件`, `离线路 ${at} 号`)
        await page
          .getByText(`${at + 1} 条待发送`, { exact: true })
          .first()
          .waitFor()
      }

      await page.goto(`/m/${COUNTY}/me`)
      await page.getByRole('heading', { name: `待发送 · ${DRAFTS}` }).waitFor()
      const unsent = async () =>
        Number(/· (\d+)/.exec((await page.getByRole('heading', { name: /待发送/ }).textContent()) ?? '')?.[1])
      // the answer is lost more often than the request: after the server has it, before the phone knows
      let cut = 0
      await page.route('**/outbox', async (route) => {
        if (cut < CUTS && Math.random() < 0.35) {
          cut++
          if (cut % 2 === 0) await route.fetch().catch(() => undefined)
          return route.abort('connectionreset')
        }
        return route.continue()
      })
      await context.setOffline(false)
      for (let look = 0; look < 600 && (await unsent()) > 0; look++) {
        await page
          .getByRole('button', { name: '立即发送' })
          .click({ timeout: 2_000 })
          .catch(() => undefined)
        await page.waitForTimeout(150)
      }
      expect(await unsent()).toBe(0)
      expect(cut).toBe(CUTS)

      const found: { place: string; number: string }[] = []
      let after: string | undefined
      do {
        const query = after ? `&after=${encodeURIComponent(after)}` : ''
        const { body } = await portal().get(
          `/api/t/${COUNTY}/queues/acceptor?limit=100${query}`,
          staffOf('acceptor'),
        )
        found.push(...body.cases)
        after = body.next
      } while (after)
      const sent = found
        .filter(({ place }) => place.startsWith('离线路'))
        .toSorted((a, b) => (a.number < b.number ? -1 : 1))
      expect(sent.map(({ place }) => place)).toEqual(
        Array.from({ length: DRAFTS }, (_, at) => `离线路 ${at} 号`),
      )
    }, 400_000)
  },
)
