import { expect, it } from 'vitest'
import { COUNTY, onTheWholeProduct, violationsOf } from './whole-portal.ts'

onTheWholeProduct(
  'the guided tour of the demonstration',
  async () => undefined,
  (portal) => {
    it('takes a case from post to post, and its picture lights up', async () => {
      const page = await portal().visit()
      await page.goto('/')
      await page
        .getByRole('link', { name: /^走一遍/ })
        .first()
        .click()
      await page.getByRole('button', { name: '由市民上报一件' }).click()
      const now = page.locator('li[aria-current=step]')
      await now.getByText('上报', { exact: true }).waitFor()
      expect(await violationsOf(page)).toEqual([])

      await page.getByRole('button', { name: /^以受理员.*继续$/ }).click()
      await page.waitForURL(new RegExp(`/t/${COUNTY}/cases/`))
      const strip = page.getByRole('complementary', { name: /^走一遍/ })
      await strip.getByText('现在轮到您').waitFor()
      expect(await violationsOf(page)).toEqual([])
      await page.getByRole('button', { name: '受理', exact: true }).last().click()
      await strip.getByRole('button', { name: /^以值班长.*继续$/ }).click()
      await strip.getByText('现在轮到您').waitFor()
      expect(await strip.locator('[aria-current=step]').textContent()).toBe('受理')

      await strip.getByRole('link', { name: '看流程图' }).click()
      await now.getByText('受理', { exact: true }).waitFor()
    })

    it('marks every face of the product as invented, with a way to be somebody else', async () => {
      for (const path of ['/', `/r/${COUNTY}`, `/m/${COUNTY}`]) {
        const page = await portal().visit({ at: 'phone' })
        await page.goto(path)
        await page.getByText('演示数据').first().waitFor()
      }
      const city = await portal().enterCity(['supervisor'])
      await city.goto('/city')
      await city.getByText('演示数据').click()
      await city.getByRole('link', { name: '换一个身份' }).click()
      await city.waitForURL(/:\d+\/$/)
    })
  },
)
