import { expect, it } from 'vitest'
import type { Post } from '../../../shared/lifecycle/posts.ts'
import { sheetOf } from '../../support/sheet-files.ts'
import { rowsOf } from '../../support/sheet-rows.ts'
import { COUNTY, onTheWholeProduct, sidewaysOf, violationsOf, type WholePortal } from './whole-portal.ts'

const at = (path: string) => `/t/${COUNTY}/${path}`

const pages: readonly (readonly [path: string, post: Post, title: { zh: string; en: string }])[] = [
  ['statistics', 'evaluator', { zh: '统计', en: 'Statistics' }],
  ['statistics?period=day&by=unit', 'leader', { zh: '统计', en: 'Statistics' }],
  ['settings', 'administrator', { zh: '开通向导', en: 'Getting started' }],
  ['settings/county', 'administrator', { zh: '本区县设置', en: 'County settings' }],
  ['settings/county?grant=file', 'administrator', { zh: '本区县设置', en: 'County settings' }],
  ['settings/areas', 'administrator', { zh: '区域', en: 'Areas' }],
  ['settings/units', 'administrator', { zh: '处置单位与值班', en: 'Units and duty' }],
  ['settings/people', 'administrator', { zh: '人员与岗位', en: 'People and posts' }],
  ['settings/accounts', 'security-administrator', { zh: '账号安全', en: 'Accounts' }],
  ['settings/catalogue?only=unconfirmed', 'administrator', { zh: '类别与时限', en: 'Kinds and limits' }],
  ['settings/catalogue/10101', 'acceptor', { zh: '10101 上水井盖', en: '10101 Water-supply manhole cover' }],
  ['settings/calendar', 'administrator', { zh: '工作日历 · 2026', en: 'Calendar · 2026' }],
  ['settings/dispatch', 'dispatcher', { zh: '派遣规则', en: 'Dispatch rules' }],
  ['settings/phrases', 'shift-leader', { zh: '常用语', en: 'Phrases' }],
  ['settings/imports', 'administrator', { zh: '导入', en: 'Imports' }],
  ['settings/clients', 'administrator', { zh: '接口密钥', en: 'Interface keys' }],
  ['settings/audit', 'auditor', { zh: '审计', en: 'Audit' }],
]

async function seed({ caseAt, cloud }: WholePortal) {
  for (const place of ['青龙街 46 号旁', '望江大道公交站']) await caseAt({ place })
  await caseAt({}, [
    ['acceptor', 'accept'],
    ['shift-leader', 'file', { filingCondition: '10137-1' }],
  ])
  await cloud.advance(60_000)
}

onTheWholeProduct('statistics and settings of a county', seed, (portal) => {
  it.each(
    pages.flatMap(([path, post, title]) => [
      { path, post, title: title.zh, language: 'zh', at: 'desk' } as const,
      { path, post, title: title.en, language: 'en', at: 'phone' } as const,
    ]),
  )('$path has no fault that axe knows and fits its width ($language, $at)', async (look) => {
    const page = await portal().enter({ posts: [look.post], language: look.language, at: look.at })
    await page.goto(at(look.path))
    await page.getByRole('heading', { level: 1, name: look.title }).waitFor()
    expect(await violationsOf(page)).toEqual([])
    expect(await sidewaysOf(page)).toBe(0)
  })

  it.each(pages)('%s says who it is for to a post that it is not for', async (path) => {
    const page = await portal().enter({ posts: ['collector'] })
    await page.goto(at(path))
    await page.getByText(/^这个页面由.*使用。$/).waitFor()
  })

  it('figures say how they are reckoned, and the workbook has what the page has', async () => {
    const page = await portal().enter({ posts: ['evaluator'] })
    await page.goto(at('statistics?period=day&by=kind'))
    const row = page.getByRole('row').filter({ hasText: '路灯' }).first()
    expect(await row.getByRole('cell').first().textContent()).toBe('1')
    await page.getByText('立案率', { exact: true }).click()
    await page.getByText(/怎么算的：立案数 ÷ （监督员上报数 \+ 公众举报数）/).waitFor()
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: '导出 Excel' }).click(),
    ])
    const rows = await rowsOf(await download.path())
    expect(rows[0]?.slice(0, 2)).toEqual(['小类', '立案数'])
    expect(rows.slice(1)).toContainEqual(expect.arrayContaining(['路灯', 1]))
  })

  it('somebody is invited, told what is wrong with what was typed, and given another post', async () => {
    const page = await portal().enter({ posts: ['administrator'] })
    await page.goto(at('settings/people'))
    await page.getByLabel('姓名').fill('周敏')
    await page.getByLabel('手机').fill('not a number')
    await page.getByLabel('受理员', { exact: true }).check()
    await page.getByRole('button', { name: '邀请人员' }).click()
    await page.getByRole('alert').filter({ hasText: '填写有误' }).waitFor()
    expect(await page.getByLabel('姓名').inputValue()).toBe('周敏')
    expect(await page.getByLabel('受理员', { exact: true }).isChecked()).toBe(true)
    await page.getByLabel('手机').fill('139 0000 0099')
    await page.getByRole('button', { name: '邀请人员' }).click()
    await page.getByText('已发出邀请').waitFor()
    await page.getByRole('link', { name: '周*' }).click()
    await page.getByRole('heading', { level: 1, name: '周* · 已邀请' }).waitFor()
    await page.getByLabel('值班长', { exact: true }).check()
    await page.getByRole('button', { name: '保存', exact: true }).click()
    await page.getByText('已保存，下一次请求即按新岗位').waitFor()
    expect(await page.getByLabel('值班长', { exact: true }).isChecked()).toBe(true)
  })

  it('the county keeps its own terms: a slip is told with what was typed, a term beyond the longest refused', async () => {
    const page = await portal().enter({ posts: ['administrator'] })
    await page.goto(at('settings/county'))
    const terms = page.locator('section').filter({ has: page.getByRole('heading', { name: '时限' }) })
    const accept = terms.getByLabel('时限 · 上报')
    const keep = terms.getByRole('button', { name: '保存' })
    await accept.fill('很快')
    await keep.click()
    await page.getByRole('alert').getByText('格式不对').waitFor()
    expect(await accept.inputValue()).toBe('很快')
    await accept.fill('3工作日')
    await keep.click()
    await page.getByText('超过区县可以自定的最长时限').first().waitFor()
    await accept.fill('20工作分钟')
    await terms.getByLabel('审批时限').fill('4工作时')
    await keep.click()
    await page.getByText('已保存', { exact: true }).waitFor()
    expect(await accept.inputValue()).toBe('20工作分钟')
    expect(await terms.getByLabel('审批时限').inputValue()).toBe('4工作时')
  })

  it('posts that one person holds, what is filed by rule and remote inspections are kept, by their names', async () => {
    const page = await portal().enter({ posts: ['administrator'] })
    await page.goto(at('settings/county'))
    const part = page.locator('section').filter({ has: page.getByRole('heading', { name: '岗位与核查' }) })
    await part.getByLabel('合并岗位').fill('受理员、值班长')
    await part.getByLabel('自动受理立案').fill('10137-1 采集员上报、12319 热线')
    await part.getByLabel('远程核查上限').fill('20')
    await part.getByRole('button', { name: '保存' }).click()
    await page.getByText('已保存', { exact: true }).waitFor()
    expect(await part.getByLabel('合并岗位').inputValue()).toBe('受理员、值班长')
    expect(await part.getByLabel('自动受理立案').inputValue()).toBe('10137-1 采集员上报、12319 热线')
    expect(await part.getByLabel('远程核查上限').inputValue()).toBe('20')
    await part.getByLabel('远程核查上限').fill('')
    await part.getByLabel('自动受理立案').fill('')
    await part.getByRole('button', { name: '保存' }).click()
    await page.getByText('已保存', { exact: true }).waitFor()
  })

  it('an action is granted to another post, but none is put together that the city keeps apart', async () => {
    const page = await portal().enter({ posts: ['administrator'] })
    await page.goto(at('settings/county'))
    await page.getByRole('link', { name: '立案', exact: true }).click()
    await page.getByRole('group', { name: '可办理的岗位' }).getByLabel('受理员', { exact: true }).check()
    await page.getByRole('button', { name: '保存' }).last().click()
    await page.getByText('这样设置会使应当分开的岗位合在一起').first().waitFor()
    await page.goto(at('settings/county?grant=remind'))
    await page.getByRole('group', { name: '可办理的岗位' }).getByLabel('领导', { exact: true }).check()
    await page.getByRole('button', { name: '保存' }).last().click()
    await page.getByText('已保存', { exact: true }).waitFor()
    await page.getByRole('row').filter({ hasText: '催办' }).getByText('自定').waitFor()
  })

  it("the county's own phrases stand in the opinion of the act that they are kept for, one press each", async () => {
    const page = await portal().enter({ posts: ['shift-leader'] })
    await page.goto(at('settings/phrases?place=refuse'))
    await page.getByRole('textbox', { name: '句子' }).fill('属物业管理范围，已告知。')
    await page.getByRole('button', { name: '保存' }).click()
    await page.getByText('已保存', { exact: true }).waitFor()
    const { id } = await portal().caseAt({ place: '小区内部道路' }, [['acceptor', 'accept']])
    await page.goto(at(`cases/${id}`))
    await page.getByRole('link', { name: '不予立案' }).click()
    const form = page.getByRole('region', { name: '不予立案' })
    await form.getByRole('button', { name: '属物业管理范围，已告知。' }).click()
    expect(await form.getByLabel('理由').inputValue()).toBe('属物业管理范围，已告知。')
    const seat = await portal().enter({ posts: ['acceptor'] })
    await seat.goto(at('report'))
    await seat.getByRole('button', { name: '影响通行，请尽快处理。' }).click()
    expect(await seat.locator('textarea[name=words]').inputValue()).toBe('影响通行，请尽快处理。')
  })

  it('a day of the audit is verified on demand, against its links and the roots under lock', async () => {
    const page = await portal().enter({ posts: ['auditor'] })
    await page.goto(at('settings/audit?date=2026-11-24'))
    await page.getByRole('link', { name: /校验这一天的操作/ }).click()
    await page.getByText(/校验通过：这一天的 [1-9]\d* 条操作记录完整/).waitFor()
    expect(await violationsOf(page)).toEqual([])
  })

  it('a leader looks the settings up, and the commission finds what the county keeps taken out of its form', async () => {
    const leader = await portal().enter({ posts: ['leader'] })
    await leader.goto(at('settings/county'))
    await leader.getByText('设置由系统管理员修改，这里只能查看。').waitFor()
    expect(await leader.getByRole('button', { name: '保存' }).count()).toBe(0)
    const city = await portal().enterCity(['commission-administrator'])
    await city.goto(`/city/tenants/${COUNTY}`)
    await city.getByText(/由区县自行设置/).waitFor()
    expect(await city.getByLabel('对外名称').count()).toBe(0)
  })

  it('a guessed limit is confirmed, and the kind counts from then on', async () => {
    const page = await portal().enter({ posts: ['administrator'] })
    await page.goto(at('settings/catalogue?only=unconfirmed'))
    const guessed = page.getByRole('rowheader').getByRole('link')
    const before = await guessed.count()
    for (let at = 0; at < before; at++) {
      await guessed.nth(at).click()
      await page.waitForURL(/catalogue\/\d{5}$/)
      if (await page.getByRole('button', { name: '确认时限' }).count()) break
      await page.goBack()
    }
    await page.getByRole('button', { name: '确认时限' }).click()
    await page.getByText('时限已确认').waitFor()
    expect(await page.getByRole('button', { name: '确认时限' }).count()).toBe(0)
  })

  it("the county's own days stand in its year", async () => {
    const page = await portal().enter({ posts: ['administrator'] })
    await page.goto(at('settings/calendar'))
    await page.getByLabel('放假', { exact: true }).fill('11-25')
    await page.getByRole('button', { name: '保存' }).click()
    await page.getByText('已保存', { exact: true }).waitFor()
    expect(await page.locator('td[title="2026-11-25 本区县放假"]').count()).toBe(1)
    await page.getByLabel('放假', { exact: true }).fill('11-28')
    await page.getByRole('button', { name: '保存' }).click()
    await page.getByRole('alert').waitFor()
  })

  it('a dispatch rule is added with its reason, reviewed, and tried on past cases', async () => {
    const page = await portal().enter({ posts: ['dispatcher'] })
    await page.goto(at('settings/dispatch'))
    await page.getByLabel('规则编号').fill('lamps-001')
    await page.getByLabel('类别', { exact: true }).fill('10137')
    await page.getByLabel('主办单位').selectOption({ label: '市政设施管理所' })
    await page.getByRole('group', { name: '协办' }).getByLabel('供电公司').check()
    await page.getByLabel('改动理由').fill('路灯归市政')
    await page.getByRole('button', { name: '发布新版本' }).click()
    await page.getByText('新版本已发布，即时生效').waitFor()
    const row = page.getByRole('row').filter({ hasText: '路灯' })
    await row.getByText('市政设施管理所').waitFor()
    await page.goto(at('settings/dispatch?rule=lamps-001'))
    await page.getByLabel('顺序').fill('90')
    await page.getByLabel('改动理由').fill('先于通行分工')
    await page.getByRole('button', { name: '发布新版本' }).click()
    await row.filter({ hasText: '90' }).getByText('供电公司').waitFor()
    await page.getByRole('link', { name: '检查空白与冲突' }).click()
    await page.getByText(/检查了 \d+ 种/).waitFor()
    await page.getByRole('link', { name: /用近 3 个月案卷试算/ }).click()
    await page.getByText(/试算 \d+ 件/).waitFor()
  })

  it('a unit gets another name, and a stale form is told what changed with its text kept', async () => {
    const [slow, quick] = [
      await portal().enter({ posts: ['administrator'] }),
      await portal().enter({ posts: ['administrator'] }),
    ]
    for (const page of [slow, quick]) await page.goto(at('settings/units?unit=gas'))
    await quick.getByLabel('名称', { exact: true }).fill('云阳燃气公司')
    await quick.getByRole('button', { name: '保存' }).first().click()
    await quick.getByText('已保存', { exact: true }).waitFor()
    await slow.getByLabel('名称', { exact: true }).fill('燃气有限公司')
    await slow.getByRole('button', { name: '保存' }).first().click()
    await slow.getByRole('alert').first().waitFor()
    expect(await slow.getByLabel('名称', { exact: true }).inputValue()).toBe('燃气有限公司')
  })

  it('a file is checked before anything is written, its wrong rows can be fetched, and the rest is taken in', async () => {
    const page = await portal().enter({ posts: ['administrator'] })
    await page.goto(at('settings/imports'))
    const [template] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: '区域', exact: true }).last().click(),
    ])
    const [headings = []] = await rowsOf(await template.path())
    const row = (values: Record<string, string>) =>
      headings.map((heading) => values[String(heading).replace('*', '')] ?? '')
    const file = await sheetOf([
      headings,
      row({ 区域编码: '500235001901', 区域名称: '滨江社区' }),
      row({ 区域编码: '1', 区域名称: '不对' }),
    ])
    await page.getByLabel('文件').setInputFiles({
      name: 'areas.xlsx',
      mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      buffer: file,
    })
    await page.getByRole('button', { name: '上传并试导入' }).click()
    await page.waitForURL(/imports\/[0-9A-Z]{26}/)
    await portal().settled()
    await page.reload()
    await page.getByRole('heading', { level: 1, name: '区域 · 已检查，未导入' }).waitFor()
    await page.getByRole('link', { name: /下载有误的 1 行/ }).waitFor()
    await page.getByRole('button', { name: '正式导入' }).click()
    await page.waitForURL(/done=applied/)
    await portal().settled()
    await page.reload()
    await page.getByRole('heading', { level: 1, name: '区域 · 已导入' }).waitFor()
    await page.goto(at('settings/areas?street=500235001'))
    await page.getByText('滨江社区').waitFor()
  })
})
