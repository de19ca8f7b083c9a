import { expect, it } from 'vitest'
import type { CommissionPost } from '../../../shared/lifecycle/posts.ts'
import { rowsOf } from '../../support/sheet-rows.ts'
import { wordOf } from '../../support/word-file.ts'
import {
  CITY,
  COUNTY,
  onTheWholeProduct,
  sidewaysOf,
  violationsOf,
  type WholePortal,
} from './whole-portal.ts'

const pages: readonly (readonly [path: string, post: CommissionPost, heading: { zh: string; en: string }])[] =
  [
    ['/city', 'supervisor', { zh: '全市总览', en: 'All counties' }],
    ['/city/comparison?period=day', 'supervisor', { zh: '周期对比', en: 'Comparison over a period' }],
    [`/city/counties/${COUNTY}`, 'supervisor', { zh: '云阳县 · 指标', en: '云阳县 · figures' }],
    [`/city/cases?county=${COUNTY}&post=acceptor`, 'supervisor', { zh: '案卷抽查', en: 'Spot checks' }],
    ['/city/tenants', 'commission-administrator', { zh: '重庆市 · 区县 2 个', en: '重庆市 · 2 counties' }],
    [`/city/tenants/${COUNTY}`, 'commission-administrator', { zh: '云阳县', en: '云阳县' }],
    ['/city/standards', 'standards-keeper', { zh: '目录标准', en: 'Catalogue standards' }],
    ['/city/standards/calendars', 'standards-keeper', { zh: '工作日历', en: 'Calendars' }],
    ['/city/audit', 'commission-auditor', { zh: '审计', en: 'Audit' }],
  ]

async function seed({ post, caseAt, cloud }: WholePortal) {
  const claims = { city: CITY, person: 'c-administrator', posts: ['commission-administrator'] }
  await post(`/api/city/${CITY}`, { name: '重庆市' }, { claims })
  const administrator = { name: '王芳', phone: '13900000002' }
  await post(`/api/city/${CITY}/tenants`, { tenant: '500236', name: '奉节县', administrator }, { claims })
  for (const place of ['青龙街 46 号旁', '望江大道公交站', '外滩公园西门']) await caseAt({ place })
  await caseAt({ words: '路灯杆倾斜，请回电 13812345678' }, [
    ['acceptor', 'accept'],
    ['shift-leader', 'file', { filingCondition: '10137-1' }],
  ])
  await cloud.advance(30 * 60_000)
}

onTheWholeProduct('the pages of the commission', seed, (portal) => {
  it.each(
    pages.flatMap(([path, post, heading]) => [
      { path, post, heading: heading.zh, language: 'zh', at: 'desk' } as const,
      { path, post, heading: heading.en, language: 'en', at: 'phone' } as const,
    ]),
  )('$path has no fault that axe knows and fits its width ($language, $at)', async (look) => {
    const page = await portal().enterCity([look.post], look)
    await page.goto(look.path)
    await page.getByRole('heading', { level: 1, name: look.heading }).waitFor()
    expect(await violationsOf(page)).toEqual([])
    expect(await sidewaysOf(page)).toBe(0)
  })

  it.each(pages)('%s says who it is for to a post that it is not for', async (path, post) => {
    const other = post === 'commission-auditor' ? 'supervisor' : 'commission-auditor'
    const page = await portal().enterCity([other])
    await page.goto(path)
    const open = ['/city/tenants', '/city/standards'].some((one) => path.startsWith(one))
    if (open) await page.getByRole('heading', { level: 1 }).waitFor()
    else await page.getByText(/^这个页面由.*使用。$/).waitFor()
  })

  it('all counties stand in the table, in the map and in the workbook, built and not used before all others', async () => {
    const page = await portal().enterCity(['supervisor'])
    await page.goto('/city?sort=usage&shade=usage')
    const row = page.getByRole('row').filter({ hasText: '奉节县' })
    await row.getByText(/建而不用 0/).waitFor()
    await page.getByRole('region', { name: '红灯清单' }).getByRole('link', { name: '奉节县' }).waitFor()
    expect(await page.locator('svg a[aria-label="云阳县"]').count()).toBe(1)
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: '导出 Excel' }).click(),
    ])
    const rows = await rowsOf(await download.path())
    expect(rows[0]?.slice(0, 2)).toEqual(['区县', '今日上报'])
    expect(rows.slice(1).map(([name]) => name)).toContain('云阳县')
  })

  it('a notice over the period opens in Word with the city together, each county by its rates, and who is named', async () => {
    const page = await portal().enterCity(['supervisor'])
    await page.goto('/city/comparison?period=day')
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: '导出通报（Word）' }).click(),
    ])
    expect(download.suggestedFilename()).toMatch(/^重庆市数字城管考核通报 2026-11-\d\d\.docx$/)
    const { xml, words } = await wordOf(download)
    expect(xml).toContain('B8322A')
    expect(words).toMatch(/本期共上报 4 件/)
    for (const said of [
      '一、总体情况',
      '二、区县排名',
      '云阳县',
      '奉节县',
      '样本不足',
      '建而不用',
      '工作要求',
    ])
      expect(words).toContain(said)
    expect(words).not.toMatch(/undefined|NaN/)
    const nobody = await portal().visit()
    expect((await nobody.request.get('/city/comparison/notice?period=day')).status()).toBe(401)
  })

  it.each([true, false])(
    'a case is looked into with a reason that both audits keep (scripts: %s)',
    async (javaScriptEnabled) => {
      const reason = javaScriptEnabled ? '群众来信反映逾期未办' : '例行抽查受理是否及时'
      const page = await portal().enterCity(['supervisor'], { javaScriptEnabled })
      await page.goto(`/city/cases?county=${COUNTY}&post=dispatcher`)
      const region = page.getByRole('region', { name: /在办案卷/ })
      await region.getByRole('link').first().click()
      await page.getByRole('button', { name: '记录理由并打开案卷' }).click()
      await page
        .getByText(/内容太短|填写有误/)
        .first()
        .waitFor()
      await page.getByLabel('抽查理由').fill(reason)
      await page.getByRole('button', { name: '记录理由并打开案卷' }).click()
      await page.getByText('这次抽查已记入市级和区县的审计').waitFor()
      await page.getByText('路灯杆倾斜，请回电 ****').waitFor()
      expect(await page.getByText('13812345678').count()).toBe(0)
      const auditor = await portal().enterCity(['commission-auditor'])
      await auditor.goto('/city/audit?date=2026-11-24')
      await auditor
        .getByRole('row')
        .filter({ hasText: '抽查案卷' })
        .filter({ hasText: reason })
        .first()
        .waitFor()
    },
  )

  it('a county is founded, paused and resumed, and its settings published', async () => {
    const page = await portal().enterCity(['commission-administrator'])
    await page.goto('/city/tenants')
    await page.getByLabel('区县代码').fill('500229')
    await page.getByLabel('区县名称').fill('城口县')
    await page.getByLabel('首位管理员姓名').fill('李明')
    await page.getByLabel('管理员手机').fill('139 0000 0003')
    await page.getByRole('button', { name: '开通区县' }).click()
    await page.waitForURL(/\/city\/tenants\/500229/)
    await portal().settled()
    await page.goto('/city/tenants/500229')
    await page.getByRole('heading', { name: '已开通' }).waitFor()
    await page.getByText('暂停', { exact: true }).click()
    await page.getByRole('button', { name: '确认暂停' }).click()
    await page.getByRole('heading', { level: 1, name: '城口县 · 已暂停' }).waitFor()
    await page.getByText('恢复', { exact: true }).click()
    await page.getByRole('button', { name: '确认恢复' }).click()
    await page.getByRole('heading', { level: 1, name: '城口县 · 试运行' }).waitFor()
    await page.getByLabel('对外名称').fill('城口')
    await page.getByRole('button', { name: '发布新版本' }).click()
    await page.getByText('设置已发布，新版本即时生效').waitFor()
    expect(await page.getByLabel('对外名称').inputValue()).toBe('城口')
    await page.getByRole('heading', { name: '区县设置（第 2 版）' }).waitFor()
  })

  it('a limit changed in a draft is published, pushed, and taken by the county with the difference before its eyes', async () => {
    const page = await portal().enterCity(['standards-keeper'])
    await page.goto('/city/standards')
    await page.getByLabel('新版本号').fill('cq-2027')
    await page.getByLabel('条件编号').fill('10137-1')
    await page.getByLabel('处置时限').fill('7工作日')
    await page.getByRole('button', { name: '写入草稿' }).click()
    await page.getByText('草稿已更新').waitFor()
    await page
      .getByRole('row')
      .filter({ hasText: '10137-1' })
      .getByText(/7工作日/)
      .waitFor()
    await page.getByRole('button', { name: '发布草稿' }).click()
    await page.getByText('已发布', { exact: true }).waitFor()
    await page.getByLabel('云阳县').check()
    await page.getByRole('button', { name: '下发', exact: true }).click()
    await page.getByText('云阳县：已下发，待区县接受').waitFor()

    const county = await portal().enter({ posts: ['administrator'] })
    await county.goto(`/t/${COUNTY}/settings/catalogue`)
    await county
      .getByRole('row')
      .filter({ hasText: '10137-1' })
      .getByText(/7工作日/)
      .waitFor()
    await county.getByRole('button', { name: '接受' }).click()
    await county.getByText('已接受，即时生效').waitFor()
    await county.goto(`/t/${COUNTY}/settings/catalogue/10137`)
    await county.getByRole('row').filter({ hasText: '10137-1' }).getByText('7工作日').waitFor()
  })

  it('a year of public holidays is imported and shown day by day', async () => {
    const page = await portal().enterCity(['standards-keeper'])
    await page.goto('/city/standards/calendars')
    await page.getByLabel('新版本号').fill('cq-cal-2027')
    await page.getByLabel('放假日期').fill('1-1~1-3 10月1日至10月7日')
    await page.getByRole('button', { name: '导入并发布' }).click()
    await page.getByText('已发布日历 cq-cal-2027').waitFor()
    expect(await page.locator('td[title="2027-10-07 法定节假日"]').count()).toBe(1)
  })
})
