import { expect, it } from 'vitest'
import { COUNTY, onTheWholeProduct, UNIT, violationsOf } from './whole-portal.ts'

const ids: string[] = []
let number = ''

onTheWholeProduct(
  'cases on paper',
  async (portal) => {
    const report = { words: '路灯杆倾斜，夜间不亮', place: '滨江路 118 号门前', kind: '10137' }
    const photos = { photos: ['1'.repeat(26)] }
    const whole = await portal.caseAt({ ...report, photos: ['0'.repeat(26)] }, [
      ['acceptor', 'accept'],
      ['shift-leader', 'file', { filingCondition: '10137-1' }],
      ['dispatcher', 'dispatch', { unit: UNIT }],
      ['handler', 'sign'],
      ['handler', 'report-back', { ...photos, words: '已扶正灯杆并更换灯头' }],
    ])
    number = whole.number
    ids.push(whole.id)
    for (const place of ['大桥路 3 号', '望江大道 20 号'])
      ids.push((await portal.caseAt({ ...report, place }, [['acceptor', 'accept']])).id)
  },
  (portal) => {
    const open = async (sheet: string, cases: readonly string[], language: 'zh' | 'en' = 'zh') => {
      const page = await portal().enter({ posts: ['dispatcher'], language })
      await page.goto(`/t/${COUNTY}/print/${sheet}?${cases.map((id) => `case=${id}`).join('&')}`)
      return page
    }

    it('shows a case on each form with its number, the names of kind and unit, and both photos', async () => {
      for (const [sheet, title] of [
        ['case', '案卷单'],
        ['dispatch', '任务派遣单'],
        ['inspection', '核查单'],
      ] as const) {
        const page = await open(sheet, ids.slice(0, 1))
        const paper = page.getByRole('article')
        await paper.getByRole('heading', { name: title, exact: true }).waitFor()
        const words = (await paper.textContent()) ?? ''
        for (const said of [number, '云阳县', '滨江路 118 号门前', '路灯', '市政设施管理所'])
          expect(words, `${sheet}: ${said}`).toContain(said)
        expect(words).not.toMatch(/municipal-works|10137/)
        for (const [label, photo] of [
          ['处置前', '0'],
          ['处置后', '1'],
        ] as const)
          expect(await paper.getByRole('img', { name: label }).getAttribute('src')).toBe(
            `/t/${COUNTY}/photos/${photo.repeat(26)}`,
          )
        await page.context().close()
      }
    })

    it('is as many pages of A4 as cases, without what is only for the screen', async () => {
      const page = await open('dispatch', ids)
      await page.getByText('共 3 件').waitFor()
      const pdf = await page.pdf({ preferCSSPageSize: true, printBackground: true })
      expect(pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)).toHaveLength(3)
      expect(pdf.toString('latin1')).toMatch(/\/MediaBox\s*\[0 0 59[45](\.\d+)? 84[12](\.\d+)?\]/)
      await page.emulateMedia({ media: 'print' })
      expect(await page.getByRole('button', { name: '打印' }).count()).toBe(0)
    })

    it('is in English as well, and has no fault that axe knows', async () => {
      const page = await open('case', ids.slice(0, 1), 'en')
      const paper = page.getByRole('article')
      await paper.getByRole('heading', { name: 'Case sheet' }).waitFor()
      expect((await paper.locator('th').allTextContents()).join()).not.toMatch(/\p{Script=Han}/u)
      expect(await violationsOf(page)).toEqual([])
    })

    it('prints no case of another county, and says what to do without one', async () => {
      const page = await open('case', ['0'.repeat(26)])
      await page.getByText('没有这个案卷').waitFor()
      const none = await open('case', [])
      await none.getByText(/没有选择案卷/).waitFor()
    })

    it('is reached from the case file', async () => {
      const page = await portal().enter({ posts: ['dispatcher'] })
      await page.goto(`/t/${COUNTY}/cases/${ids[0]}`)
      await page.getByRole('link', { name: '打印' }).click()
      await page.getByRole('heading', { name: '案卷单' }).waitFor()
    })

    it('is reached from the cases chosen in a queue', async () => {
      const page = await portal().enter({ posts: ['shift-leader'] })
      await page.goto(`/t/${COUNTY}/queues`)
      for (const box of (await page.getByRole('row').getByRole('checkbox').all()).slice(1, 3))
        await box.check()
      const [paper] = await Promise.all([
        page.context().waitForEvent('page'),
        page.getByRole('link', { name: '打印', exact: true }).click(),
      ])
      await paper.getByText('共 2 件').waitFor()
    })
  },
)
