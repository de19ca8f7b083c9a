import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { findBrowser, startBrowser } from '../support/browser.ts'
import { type Portal, startPortal } from '../support/portal.ts'

const program = findBrowser()

describe.skipIf(!program)('the portal in a browser', () => {
  let portal: Portal
  let browser: Browser
  let refused: string[] = []

  beforeAll(async () => {
    portal = await startPortal()
    browser = await startBrowser(program ?? '')
  }, 180_000)
  afterAll(async () => {
    await browser?.close()
    await portal?.stop()
  })
  afterEach(async () => {
    portal.api.answers('come')
    await Promise.all(browser.contexts().map((context) => context.close()))
    expect(refused, 'what the content policy or a fault of a script stopped').toEqual([])
    refused = []
  })

  async function open(options: BrowserContextOptions = {}): Promise<Page> {
    const context = await browser.newContext({ baseURL: portal.origin, ...options })
    const page = await context.newPage()
    page.on('pageerror', (error) => refused.push(error.message))
    page.on('console', (message) => {
      if (/Content Security Policy/.test(message.text())) refused.push(message.text())
    })
    return page
  }

  async function enter(face: RegExp, options: BrowserContextOptions = {}): Promise<Page> {
    const page = await open(options)
    await page.goto('/')
    await page.getByRole('button', { name: face }).click()
    await page.waitForURL(/\/t\/500235$/)
    await page.goto('/t/500235/queues')
    return page
  }

  const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click()
  /** How many open cases of this place the acceptor has. */
  async function waiting(place: string): Promise<number> {
    const page = await enter(/受理员/)
    return page.getByRole('link', { name: place, exact: true }).count()
  }

  describe.each([
    ['with JavaScript', { javaScriptEnabled: true }],
    ['without JavaScript', { javaScriptEnabled: false }],
  ])('%s', (title, options) => {
    it('a report goes through three posts and its file tells the whole way', async () => {
      const place = `滨江路 ${title}`
      const collector = await enter(/采集员/, options)
      await collector.getByRole('link', { name: '登记', exact: true }).click()
      await collector.getByLabel('情况').fill('井盖破损')
      await collector.getByLabel('地点').fill(place)
      await press(collector, '登记')
      await collector.getByText(/已登记，案卷号 500235\d{13}/).waitFor()
      expect(await collector.getByText('当前：受理员').count()).toBe(1)

      const acceptor = await enter(/受理员/, options)
      await acceptor.getByRole('link', { name: place }).click()
      await press(acceptor, '受理')
      await acceptor.getByText('已提交：受理').waitFor()

      const leader = await enter(/值班长/, options)
      await leader.getByRole('link', { name: place }).click()
      await leader.getByLabel('立案条件').fill('10137-1')
      await press(leader, '确认立案')
      await leader.getByText('已提交：立案').waitFor()
      const history = leader.getByRole('region', { name: '办理经过' })
      expect(await history.getByRole('listitem').locator('strong').allTextContents()).toEqual([
        '上报',
        '受理',
        '立案',
      ])
      expect(await history.getByText('10137-1').count()).toBe(1)
    })

    it('a wrong field is told beside it, and what was typed is kept', async () => {
      const page = await enter(/采集员/, options)
      await page.goto('/t/500235/report')
      await page.getByLabel('情况').fill('x')
      await page.getByLabel('地点').fill('人和街道')
      await page.getByLabel('电话').fill('not a number')
      await press(page, '登记')
      const summary = page.getByRole('alert').filter({ hasText: '填写有误' })
      await summary.getByRole('link', { name: /情况：内容太短/ }).waitFor()
      expect(await page.locator('#words-error').textContent()).toBe('内容太短，至少 2 个字。')
      expect(await page.locator('#phone-error').count()).toBe(1)
      expect(await page.getByLabel('情况').inputValue()).toBe('x')
      expect(await page.getByLabel('地点').inputValue()).toBe('人和街道')
      expect(await page.getByLabel('电话').inputValue()).toBe('not a number')
    })

    it('an act on a case that changed meanwhile is not sent on, shows the case as it is and keeps the text', async () => {
      const place = `冲突 ${title}`
      await portal.api.report('占道经营', place)
      const [slow, quick] = [await enter(/受理员/, options), await enter(/受理员/, options)]
      for (const page of [slow, quick]) await page.getByRole('link', { name: place }).click()
      await press(quick, '受理')
      await quick.getByText('已提交：受理').waitFor()
      await slow.getByRole('link', { name: '不予受理' }).click()
      await slow.getByLabel('理由', { exact: true }).fill('不属本区县')
      await press(slow, '确认不予受理')
      await slow.getByText('案卷已被他人办理').waitFor()
      await slow.getByText('当前：值班长').waitFor()
      await slow.getByText(/^受理员 已于 .* 受理。/).waitFor()
      await slow.getByText('不属本区县').waitFor()
      expect(await slow.getByRole('region', { name: '办理经过' }).getByRole('listitem').count()).toBe(2)
    })
  })

  it('a report whose answer was lost is sent again under its key and stands once', async () => {
    const place = '断线的路口'
    const page = await enter(/采集员/)
    await page.goto('/t/500235/report')
    await page.getByLabel('情况').fill('路灯不亮')
    await page.getByLabel('地点').fill(place)
    portal.api.answers('lost')
    await press(page, '登记')
    await page.getByText('暂时连不上服务').waitFor()
    expect(await page.getByLabel('地点').inputValue()).toBe(place)
    portal.api.answers('come')
    await press(page, '登记')
    await page.getByText(/已登记/).waitFor()
    expect(await waiting(place)).toBe(1)
  })

  it('a button pressed twice acts once', async () => {
    const place = '双击的路口'
    const page = await enter(/采集员/)
    await page.goto('/t/500235/report')
    await page.getByLabel('情况').fill('垃圾满溢')
    await page.getByLabel('地点').fill(place)
    await page.getByRole('button', { name: '登记', exact: true }).dblclick()
    await page.getByText(/已登记/).waitFor()
    expect(await waiting(place)).toBe(1)
  })

  it('after an act the next case is one press away', async () => {
    for (const place of ['甲巷', '乙巷', '丙巷']) await portal.api.report('暴露垃圾', place)
    const page = await enter(/受理员/)
    await page.getByRole('link', { name: '甲巷', exact: true }).click()
    await press(page, '受理')
    await page.getByRole('link', { name: /下一件/ }).click()
    await page.getByRole('button', { name: '受理', exact: true }).waitFor()
  })

  it('an open queue tells of what was reported meanwhile, and shows it when asked', async () => {
    const page = await enter(/受理员/)
    await page.clock.install()
    await page.reload()
    await portal.api.report('违章停车', '新来的路口')
    expect(await page.getByText('新来的路口').count()).toBe(0)
    await page.clock.runFor(16_000)
    await page.getByRole('button', { name: /^有 1 件新案卷/ }).click()
    await page.getByRole('link', { name: '新来的路口' }).waitFor()
    expect(await page.getByText(/^\d\d:\d\d 更新$/).count()).toBe(1)
  })

  it('words that carry markup are shown and do nothing', async () => {
    const words = '<script>document.title="taken"</script><img src=x onerror="document.title=\'taken\'">'
    await portal.api.report(words, '<b>粗</b>')
    const page = await enter(/受理员/)
    await page.getByRole('link', { name: '<b>粗</b>' }).click()
    await page.getByText(words).waitFor()
    expect(await page.title()).toMatch(/^500235\d{13}$/)
  })

  it('tells that the service is away, and opens the page once it is back', async () => {
    const page = await enter(/受理员/)
    portal.api.answers('none')
    await page.reload()
    await page.getByText('暂时连不上服务').waitFor()
    portal.api.answers('come')
    await page.getByRole('link', { name: '重试' }).click()
    await page.getByRole('heading', { name: '待受理' }).waitFor()
  })

  it('asks who is not signed in to sign in', async () => {
    const page = await open()
    for (const path of [
      '/t/500235',
      '/t/500235/queues',
      '/t/500235/approvals',
      '/t/500235/supervision',
      '/t/500235/report',
      '/t/500235/cases/00000000000000000000000000',
    ]) {
      await page.goto(path)
      await page.getByRole('heading', { name: '请先登录' }).waitFor()
    }
  })

  it('speaks English after the switch, on the page where it was pressed, problems included', async () => {
    const page = await enter(/采集员/)
    await page.goto('/t/500235/report')
    await press(page, 'English')
    await page.getByRole('heading', { name: 'Report a case' }).waitFor()
    expect(await page.locator('html').getAttribute('lang')).toBe('en')
    await press(page, 'Report')
    await page.getByText('What is wrong：Fill this in.').waitFor()
  })

  it('marks an overdue case red, in words too, and puts it first', async () => {
    await portal.api.report('乱堆物料', '超期的路口')
    portal.api.advance(4 * 24 * 3_600_000)
    await portal.api.report('乱堆物料', '新的路口')
    const page = await enter(/受理员/)
    const rows = page.getByRole('row')
    expect(await rows.filter({ hasText: '超期的路口' }).getByText(/^超 /).count()).toBe(1)
    expect(await rows.filter({ hasText: '新的路口' }).getByText(/^剩 /).count()).toBe(1)
    expect(await rows.last().textContent()).toContain('新的路口')
  })

  describe.each(['zh', 'en'])('at 360 px wide, in %s', (language) => {
    it.each(['/', '/t/500235', '/t/500235/queues', '/t/500235/report', 'a case', '/nowhere'])(
      '%s does not scroll sideways',
      async (path) => {
        const long = 'A'.repeat(200)
        const reported = await portal.api.report(`${long} 井盖`, long, `narrow-${language}-0000000`)
        const page = await enter(/受理员/, { viewport: { width: 360, height: 740 } })
        if (language === 'en') await press(page, 'English')
        const id = 'id' in reported ? reported.id : ''
        await page.goto(path === 'a case' ? `/t/500235/cases/${id}` : path)
        const width = await page.locator('html').evaluate((root) => root.scrollWidth)
        expect(width).toBeLessThanOrEqual(360)
      },
    )
  })

  it('every control has a name, and the first stop of the keyboard skips to the content', async () => {
    const page = await enter(/受理员/)
    await page.goto('/t/500235/report')
    const nameless = await page
      .locator('input:not([type=hidden]), textarea, select')
      .evaluateAll((controls) =>
        controls.filter((control) => !(control as unknown as { labels: ArrayLike<unknown> }).labels.length),
      )
    expect(nameless).toHaveLength(0)
    await page.keyboard.press('Tab')
    expect(await page.locator(':focus').textContent()).toBe('跳到正文')
    await page.keyboard.press('Enter')
    expect(await page.locator(':focus').getAttribute('id')).toBe('content')
  })
})
