import { expect, it } from 'vitest'
import { wordOf } from '../../support/word-file.ts'
import { COUNTY, onTheWholeProduct, staffOf, UNIT } from './whole-portal.ts'

const UNTIL_SUMMED_MS = 130_000

onTheWholeProduct(
  'bulletins as Word',
  async (portal) => {
    const report = { words: '路灯不亮', place: '滨江路 118 号门前', kind: '10137' }
    await portal.caseAt(report, [
      ['acceptor', 'accept'],
      ['shift-leader', 'file', { filingCondition: '10137-1' }],
      ['dispatcher', 'dispatch', { unit: UNIT }],
      ['handler', 'sign'],
      ['handler', 'report-back', { photos: ['1'.repeat(26)] }],
    ])
    await portal.caseAt({ ...report, place: '望江大道 20 号' })
    await portal.settled()
    await portal.cloud.advance(UNTIL_SUMMED_MS)
    await portal.cloud.advance(20 * 60_000)
    await portal.settled()
  },
  (portal) => {
    const download = async (bulletin: string, language: 'zh' | 'en' = 'zh') => {
      const page = await portal().enter({ posts: ['evaluator', 'leader'], language })
      await page.goto(`/t/${COUNTY}/statistics`)
      const links = page.getByRole('navigation', { name: language === 'zh' ? '导出 Word' : 'As Word' })
      const [file] = await Promise.all([
        page.waitForEvent('download'),
        links.locator(`a[href*="/bulletins/${bulletin}"]`).click(),
      ])
      return { name: file.suggestedFilename(), ...(await wordOf(file)) }
    }

    it.each([
      ['daily', '云阳县数字城管运行日志', '值班与交接事项'],
      ['weekly', '云阳县数字城管运行周报', '存在问题与建议'],
      ['monthly', '云阳县数字城管运行月报', '典型案例'],
      ['notice', '云阳县数字城管工作通报', '工作要求'],
    ])(
      '%s: opens with the county, its figures and names, and room for what people write',
      async (bulletin, title, room) => {
        const { name, words } = await download(bulletin)
        expect(name).toMatch(new RegExp(`^${title} 2026-11-\\d\\d\\.docx$`))
        expect(words).toContain(title)
        expect(words).toMatch(/本期共上报 2 件.*立案 1 件，派遣 1 件，处置 1 件/)
        for (const said of ['一、总体情况', '市政设施管理所', '路灯', '采集员上报', '按期结案率', room])
          expect(words).toContain(said)
        expect(words).not.toMatch(/municipal-works|undefined|NaN/)
      },
    )

    it('lists what is overdue as it stands, and heads a notice alone in red', async () => {
      const notice = await download('notice')
      expect(notice.words).toContain('望江大道 20 号')
      expect(notice.xml).toContain('B8322A')
      expect((await download('daily')).xml).not.toContain('B8322A')
    })

    it('is in English as well', async () => {
      const { words } = await download('monthly', 'en')
      expect(words).toMatch(/In this period 2 problems were reported/)
      expect(words.replaceAll(/云阳县|市政设施管理所|望江大道 20 号/g, '')).not.toMatch(/总体|部门|立案/)
    })

    it('is written for those alone who read the figures', async () => {
      const page = await portal().enter({ posts: ['collector'] })
      const answer = await page.request.get(`/t/${COUNTY}/statistics/bulletins/daily`)
      expect(answer.status()).toBe(403)
      expect((await portal().get(`/api/t/${COUNTY}/figures`, staffOf('evaluator'))).status).toBe(200)
    })
  },
)
