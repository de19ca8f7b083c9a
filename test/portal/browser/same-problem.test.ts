import { expect, it } from 'vitest'
import { COUNTY, onTheWholeProduct, sidewaysOf, violationsOf } from './whole-portal.ts'

const HERE = { longitude: 108.6972, latitude: 30.9304 }
/** About forty metres northward. */
const THERE = '108.6972, 30.93076'

onTheWholeProduct(
  'a problem that is known',
  async (portal) => {
    await portal.caseAt({ place: '滨江路 12 号', words: '路灯整夜不亮', kind: '10137', position: HERE })
    await portal.caseAt({ place: '远处的路口', words: '路灯不亮', kind: '10137' })
  },
  (portal) => {
    it.each(['desk', 'phone'] as const)(
      'is shown to the seat while the caller still speaks, at %s width',
      async (at) => {
        const seat = await portal().enter({ posts: ['acceptor'], at })
        await seat.goto(`/t/${COUNTY}/report`)
        const panel = seat.getByRole('region', { name: '疑似重复' })
        await panel.getByText(/填写小类和坐标/).waitFor()
        await seat.getByLabel('来电号码').fill('139 0000 1234')
        await seat.getByLabel('情况').fill('路灯不亮，天黑看不见')
        await seat.getByLabel('小类').fill('路灯')
        await seat.getByLabel('坐标（选填）').fill(THERE)
        await seat.getByLabel('地点').focus()
        const line = panel.getByRole('listitem')
        await line.getByRole('link', { name: /路灯 · 滨江路 12 号 · 已收到/ }).waitFor()
        expect(await line.count()).toBe(1)
        expect(await line.textContent()).toMatch(/\d\d %.*相距 40 米 · 同小类 · 1 小时内 · 都说到：.*不亮/)
        expect(await sidewaysOf(seat)).toBe(0)
        expect(await violationsOf(seat)).toEqual([])
        await line.getByRole('button', { name: '此次来电说的是这件' }).click()
        await seat.waitForURL(/\/cases\/\w{26}/)
        await seat.getByText('滨江路 12 号').first().waitFor()
      },
    )

    it('stands first among those that a case may be merged into, with its reasons', async () => {
      const place = '滨江路 14 号'
      const position = { ...HERE, latitude: HERE.latitude + 0.0001 }
      const { id } = await portal().caseAt({ place, words: '路灯整夜都不亮', kind: '10137', position })
      await portal().settled()
      const seat = await portal().enter({ posts: ['acceptor'] })
      await seat.goto(`/t/${COUNTY}/cases/${id}`)
      await seat.getByRole('link', { name: '并案' }).click()
      const offered = seat.locator('select', { hasText: '滨江路 12 号' }).locator('option')
      await offered.first().waitFor({ state: 'attached' })
      const [, first = ''] = await offered.allTextContents()
      expect(first).toMatch(/滨江路 12 号 \d\d %（相距 11 米 · 同小类 · 1 小时内/)
    })
  },
)
