import { expect, it } from 'vitest'
import { contracts } from '../../../shared/contracts.ts'
import { onTheWholeProduct, sidewaysOf, violationsOf } from './whole-portal.ts'

onTheWholeProduct(
  'the description of the interfaces',
  async () => {},
  (portal) => {
    it.each([
      { language: 'zh', at: 'desk', title: '接口文档' },
      { language: 'en', at: 'phone', title: 'Interfaces' },
    ] as const)('is read by anybody, in $language ($at), and tells of every contract', async (look) => {
      const page = await portal().visit(look)
      await page.goto('/docs/api')
      await page.getByRole('heading', { level: 1, name: look.title }).waitFor()
      expect(await page.locator('details').count()).toBe(contracts.length)
      expect(await violationsOf(page)).toEqual([])
      expect(await sidewaysOf(page)).toBe(0)
    })

    it('links to the OpenAPI document, which has each of them', async () => {
      const page = await portal().visit()
      await page.goto('/docs/api')
      const href = await page.getByRole('link', { name: 'OpenAPI 文档（JSON）' }).getAttribute('href')
      const answer = await page.request.get(href!)
      const { openapi, paths } = await answer.json()
      expect(openapi).toMatch(/^3\.1/)
      const operations = Object.values(paths as Record<string, object>).flatMap((path) => Object.keys(path))
      expect(operations.length).toBe(contracts.length)
    })
  },
)
