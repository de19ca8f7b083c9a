import { expect, it } from 'vitest'
import { areaOfGrid } from '../../../shared/organisation/codes.ts'
import { degreesOf } from '../../../shared/organisation/geometry/lattice.ts'
import { regionOf } from '../../../shared/organisation/geometry/shape.ts'
import type { Grid } from '../../../shared/organisation/grids.ts'
import {
  COUNTY,
  onTheWholeProduct,
  sidewaysOf,
  staffOf,
  violationsOf,
  type WholePortal,
} from './whole-portal.ts'

const at = (path: string) => `/t/${COUNTY}/${path}`
const ground = `/api/t/${COUNTY}/organisation`

/** A row of cells of a hundred metres in the county's first street, as a survey would bring them. */
async function drawnGrids({ get, post }: WholePortal): Promise<Grid[]> {
  const claims = staffOf('administrator')
  const { body } = await get(`${ground}/areas`, claims)
  const street =
    (body.areas as { code: string }[]).find(({ code }) => code.length === STREET_DIGITS)?.code ?? ''
  const features = Array.from({ length: 6 }, (_, at) => {
    const [west, south] = [108.69 + at * 0.001, 30.93]
    const [east, north] = [west + 0.001, south + 0.001]
    const ring = [
      [west, south],
      [east, south],
      [east, north],
      [west, north],
      [west, south],
    ]
    return { code: `${street}00000${at + 1}`, rings: [ring] }
  })
  const imported = await post(`${ground}/grids`, { features, dryRun: false }, { claims })
  if (imported.body.added !== features.length) throw new Error(JSON.stringify(imported.body))
  const { body: told } = await get(`${ground}/areas/${street}/grids`, claims)
  return (told.grids as Grid[]).filter(({ shape }) => shape)
}

const STREET_DIGITS = 9

/** A point well inside of a convex cell. */
function insideOf({ shape = '' }: Grid): { longitude: number; latitude: number } {
  const corners = (regionOf(shape)[0] ?? []).map(degreesOf)
  const mean = (which: 0 | 1) => corners.reduce((sum, corner) => sum + corner[which], 0) / corners.length
  return { longitude: Number(mean(0).toFixed(6)), latitude: Number(mean(1).toFixed(6)) }
}

let grids: Grid[]

onTheWholeProduct(
  'the ground',
  async (portal) => {
    grids = await drawnGrids(portal)
    const [here, there] = grids as [Grid, Grid]
    for (const place of ['图上第一件', '图上第二件']) await portal.caseAt({ place, position: insideOf(here) })
    await portal.caseAt({ place: '图上另一格', position: insideOf(there) })
    await portal.caseAt({ place: '没有坐标的一件' })
  },
  (portal) => {
    it('a queue is shown as a list, on the ground, or both, and what was asked for stays', async () => {
      const page = await portal().enter({ posts: ['acceptor'] })
      await page.goto(at('queues?q=图上'))
      const views = page.getByRole('navigation', { name: '显示方式' })
      await views.getByRole('link', { name: '列表＋地图' }).click()
      await page.getByRole('group', { name: '队列地图' }).waitFor()
      expect(await page.locator('tbody tr').count()).toBe(3)
      expect(await violationsOf(page)).toEqual([])
      expect(await sidewaysOf(page)).toBe(0)
      await views.getByRole('link', { name: '地图', exact: true }).click()
      await page.locator('tbody').waitFor({ state: 'detached' })
      await page.getByRole('searchbox', { name: '地点或案卷号' }).fill('')
      await page.getByRole('button', { name: '筛选' }).click()
      await page.getByText('另有 1 件所在区域没有画出网格').waitFor()
      expect(await page.getByText(/有 \d+ 件新案卷/).count()).toBe(0)
      const map = page.getByRole('group', { name: '队列地图' })
      expect(await map.locator('title').filter({ hasText: '2 件：' }).count()).toBe(1)
      await map.getByRole('link', { name: /图上另一格/ }).click()
      await page.getByRole('heading', { level: 2, name: '位置' }).waitFor()
    })

    it.each([
      ['desk', 'zh', '位置'],
      ['phone', 'en', 'Where'],
    ] as const)(
      'a case file shows its grid, and what else is open there (%s, %s)',
      async (width, language, heading) => {
        const { id } = await portal().caseAt({ place: `案卷里的图 ${width}`, position: insideOf(grids[0]!) })
        await portal().settled()
        const page = await portal().enter({ posts: ['acceptor'], at: width, language })
        await page.goto(at(`cases/${id}`))
        const section = page
          .locator('section')
          .filter({ has: page.getByRole('heading', { name: heading, exact: true }) })
        await section.getByRole('link', { name: '图上第一件' }).first().waitFor()
        expect(await violationsOf(page)).toEqual([])
        expect(await sidewaysOf(page)).toBe(0)
      },
    )

    it.each([
      ['desk', 'zh'],
      ['phone', 'en'],
    ] as const)(
      'unit grids and beats have no fault that axe knows and fit their width (%s, %s)',
      async (width, language) => {
        const page = await portal().enter({ posts: ['administrator'], at: width, language })
        const [grid] = grids as [Grid]
        for (const path of [`grids?area=${areaOfGrid(grid.code)}&grid=${grid.code}`, 'beats']) {
          await page.goto(at(`settings/${path}`))
          await page.getByRole('heading', { level: 1 }).waitFor()
          expect(await violationsOf(page)).toEqual([])
          expect(await sidewaysOf(page)).toBe(0)
        }
      },
    )

    it('a grid is named and put into a beat, which no other beat can take it from', async () => {
      const page = await portal().enter({ posts: ['administrator'] })
      const [grid] = grids as [Grid]
      await page.goto(at(`settings/grids?area=${areaOfGrid(grid.code)}&grid=${grid.code}`))
      await page.getByLabel('名称', { exact: true }).fill('北门小区')
      await page.getByRole('button', { name: '保存' }).click()
      await page.getByText('已保存', { exact: true }).waitFor()
      const row = page.getByRole('row').filter({ hasText: '北门小区' })
      await row.getByText('无人负责').waitFor()
      for (const [id, name] of [
        ['north-1', '北门一组'],
        ['north-2', '北门二组'],
      ] as const) {
        await page.goto(at('settings/beats'))
        await page.getByLabel('编号').fill(id)
        await page.getByLabel('名称', { exact: true }).fill(name)
        await page.getByLabel('单元网格', { exact: true }).fill(grid.code)
        await page.getByRole('button', { name: '保存' }).click()
        if (id === 'north-1') await page.getByText('已保存', { exact: true }).waitFor()
        else await page.getByRole('alert').waitFor()
      }
      await page.goto(at(`settings/grids?area=${areaOfGrid(grid.code)}`))
      await row.getByText('北门一组').waitFor()
    })
  },
)
