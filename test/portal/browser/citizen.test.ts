import type { Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { COUNTY, onTheWholeProduct, sidewaysOf, staffOf, violationsOf } from './whole-portal.ts'

const HOME = `/r/${COUNTY}`

/** Fills in what is needed and nothing else, on a form that scripts have cut into steps or not. */
async function fillIn(page: Page, place: string) {
  await page.getByLabel('地点').fill(place)
  if (await page.getByRole('button', { name: '下一步' }).isVisible())
    await page.getByRole('button', { name: '下一步' }).click()
  await page.getByText('道路破损', { exact: true }).click()
  await page.getByLabel('情况').fill('路面坑洼，下雨积水')
}

async function receiptOf(page: Page) {
  await page.waitForURL(/\/done\?/)
  const address = new URL(page.url())
  return { number: address.searchParams.get('number') ?? '', code: address.searchParams.get('code') ?? '' }
}

onTheWholeProduct(
  'citizens without an account',
  async (portal) => void (await portal.caseAt({})),
  (portal) => {
    it.each([
      ['zh', 'phone'],
      ['en', 'desk'],
    ] as const)('finds no fault with their pages (%s, %s)', async (language, at) => {
      const page = await portal().visit({ language, at })
      for (const path of ['', '/report', '/follow', '/follow?number=1&code=2', '/privacy']) {
        await page.goto(HOME + path)
        expect(await violationsOf(page), path).toEqual([])
        expect(await sidewaysOf(page), path).toBe(0)
      }
    })

    it('report in three steps with a photo, keep a draft, and read the receipt', async () => {
      const page = await portal().visit({ at: 'phone' })
      await page.goto(`${HOME}/report`)
      const buffer = await page.screenshot({ type: 'jpeg' })
      await page.getByText('第 1 步，共 3 步').waitFor()
      await page.locator('#photos').setInputFiles({ name: 'a.jpg', mimeType: 'image/jpeg', buffer })
      await page.getByText('已上传').waitFor()
      await page.getByRole('button', { name: '下一步' }).click()
      await fillIn(page, '滨江路 118 号')
      await page.reload()
      await page.getByText('已恢复上次没有提交的内容').waitFor()
      await page.locator('#photos').setInputFiles({ name: 'a.jpg', mimeType: 'image/jpeg', buffer })
      await page.getByText('已上传').waitFor()
      await page.getByRole('button', { name: '下一步' }).click()
      await page.getByRole('button', { name: '下一步' }).click()
      await page.getByLabel('手机号').fill('138 0000 1234')
      await page.getByRole('button', { name: '提交上报' }).click()
      const receipt = await receiptOf(page)
      expect(receipt.code).toMatch(/^[0-9A-Z]{8}$/)
      await page.getByText(/最迟 2026-11-24/).waitFor()
      expect(await violationsOf(page)).toEqual([])
    })

    it('are told what is missing, with the focus on it', async () => {
      const page = await portal().visit({ at: 'phone' })
      await page.goto(`${HOME}/report`)
      await page.getByRole('button', { name: '下一步' }).click()
      await page.getByRole('button', { name: '下一步' }).click()
      await page.getByRole('button', { name: '提交上报' }).click()
      await page.getByRole('link', { name: /请写明情况/ }).click()
      await expect.poll(() => page.evaluate<string>('document.activeElement?.id')).toBe('words')
    })

    it('report without JavaScript, follow the report, object to its result and rate it', async () => {
      const page = await portal().visit({ javaScriptEnabled: false })
      await page.goto(`${HOME}/report`)
      await page.getByLabel('地点').fill('解放路 1 号')
      await page.getByLabel('情况').fill('路灯不亮')
      await page.getByRole('button', { name: '提交上报' }).click()
      const { number, code } = await receiptOf(page)
      await portal().settled()
      await page.getByRole('link', { name: '现在查进度' }).click()
      await page.getByText('路灯不亮').waitFor()

      const { body } = await portal().get(`/api/t/${COUNTY}/queues/acceptor`, staffOf('acceptor'))
      const { id } = body.cases.find((one: { number: string }) => one.number === number)
      await walk(id)
      await page.goto(`${HOME}/follow?number=${number}&code=${code.toLowerCase()}`)
      await page.getByRole('heading', { name: '办理进度 · 已办结' }).waitFor()
      await page.getByRole('button', { name: '不满意' }).click()
      await page.getByText('您的评价：不满意').waitFor()
      await page.getByText('没有解决？提出异议').click()
      await page.getByLabel('哪里没有解决').fill('灯还是不亮')
      await page.getByRole('button', { name: '提交异议' }).click()
      await page.getByRole('heading', { name: '办理进度 · 处理中' }).waitFor()
    })

    async function walk(id: string) {
      const acts = [
        ['acceptor', 'accept', {}],
        ['shift-leader', 'file', { filingCondition: '10137-1' }],
        ['dispatcher', 'dispatch', { unit: 'municipal-works' }],
        ['dispatcher', 'sign-on-behalf', { proof: '09:10 电话，王主任' }],
        ['dispatcher', 'report-on-behalf', { proof: '09:40 电话，王主任', photos: ['0'.repeat(26)] }],
        ['inspector', 'pass', { way: 'on-site' }],
        ['shift-leader', 'close', { closingCondition: '10137-1' }],
      ] as const
      for (const [at, [post, action, evidence]] of acts.entries()) {
        const path = `/api/t/${COUNTY}/cases/${id}/actions/${action}`
        const answer = await portal().post(path, { version: at + 1, evidence }, { claims: staffOf(post) })
        expect([action, answer.status, answer.body.code]).toEqual([action, 200, undefined])
      }
    }
  },
)
