import { expect, it } from 'vitest'
import { COUNTY, onTheWholeProduct, sidewaysOf, violationsOf } from './whole-portal.ts'

onTheWholeProduct(
  'the frame around the pages of the staff',
  async (portal) => void (await portal.caseAt({})),
  (portal) => {
    it.each(['zh', 'en'] as const)(
      'names the county, not its code, and says who one is (%s)',
      async (language) => {
        const page = await portal().enter({ posts: ['acceptor', 'dispatcher'], language })
        await page.goto(`/t/${COUNTY}`)
        const bar = page.getByRole('banner')
        await bar.getByText(/云阳县/).waitFor()
        expect(await bar.textContent()).not.toContain(COUNTY)
        await bar.getByText(language === 'zh' ? '受理员 · 派遣员' : 'Acceptor · Dispatcher').waitFor()
      },
    )

    it('marks the page that one is on, folds away, and stays as it was left', async () => {
      const page = await portal().enter({ posts: ['acceptor'] })
      await page.goto(`/t/${COUNTY}/report`)
      const navigation = page.getByRole('navigation', { name: '主导航' })
      expect(await navigation.locator('[aria-current=page]').textContent()).toContain('登记')
      await page.getByRole('button', { name: '收起' }).click()
      await page.reload()
      const fold = page.getByRole('button', { name: '展开' })
      expect(await fold.getAttribute('aria-expanded')).toBe('false')
      expect((await navigation.boundingBox())?.width).toBeLessThanOrEqual(48)
      await navigation.getByRole('link', { name: '登记' }).waitFor()
    })

    it('opens from the bar on a phone, without JavaScript too', async () => {
      const page = await portal().enter({ posts: ['acceptor'], at: 'phone', javaScriptEnabled: false })
      await page.goto(`/t/${COUNTY}`)
      const entry = page.getByRole('banner').getByRole('link', { name: '登记', exact: true })
      expect(await entry.count()).toBe(0)
      await page.getByText('菜单', { exact: true }).click()
      await entry.click()
      await page.waitForURL(/\/report$/)
    })

    it.each(['desk', 'phone'] as const)('has no fault that axe knows, at %s width', async (at) => {
      const page = await portal().enter({ posts: ['acceptor'], at })
      await page.goto(`/t/${COUNTY}`)
      expect(await violationsOf(page)).toEqual([])
      expect(await sidewaysOf(page)).toBe(0)
    })
  },
)
