import type { Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { type ActOf, COUNTY, onTheWholeProduct, sidewaysOf, violationsOf } from './whole-portal.ts'

const accepted: readonly ActOf[] = [['acceptor', 'accept']]
const toDispatch: readonly ActOf[] = [...accepted, ['shift-leader', 'file', { filingCondition: '10137-1' }]]
const places = Array.from({ length: 18 }, (_, at) => `滨江大道 ${at + 1} 号`)

onTheWholeProduct(
  'desk, queues, approvals and supervision',
  async (portal) => {
    for (const place of places) await portal.caseAt({ place })
    for (const place of ['青龙街 1 号', '青龙街 2 号', '青龙街 3 号'])
      await portal.caseAt({ place }, toDispatch)
    await portal.caseAt({ place: '延期的路口' }, [
      ...toDispatch,
      ['dispatcher', 'dispatch', { unit: 'municipal-works' }],
      ['handler', 'sign'],
      ['handler', 'ask-extension', { reason: '需采购灯杆，周期较长' }],
    ])
  },
  (portal) => {
    const rows = (page: Page) => page.locator('tbody tr')

    it('counts the work of each post on its desk, and leads to it', async () => {
      const page = await portal().enter({ posts: ['acceptor'] })
      await page.goto(`/t/${COUNTY}`)
      const mine = page.getByRole('region', { name: '我的待办' })
      expect(await mine.getByRole('listitem').filter({ hasText: '待受理' }).textContent()).toContain('18')
      await mine.getByRole('link', { name: '待受理' }).click()
      await page.getByRole('heading', { name: '待受理' }).waitFor()
    })

    it('shows a leader the rates of the month and what all posts have', async () => {
      const page = await portal().enter({ posts: ['leader'] })
      await page.goto(`/t/${COUNTY}`)
      await page.getByText('按期结案率').waitFor()
      const watched = page.getByRole('region', { name: '各岗位在办' })
      expect(await watched.getByRole('listitem').filter({ hasText: '待派遣' }).textContent()).toContain('3')
    })

    it('shows fifteen rows and more at 1366 by 768, with names and no ids', async () => {
      const page = await portal().enter({ posts: ['acceptor'] })
      await page.goto(`/t/${COUNTY}/queues`)
      const boxes = await rows(page).evaluateAll((all) =>
        all.map((row) => row.getBoundingClientRect().bottom),
      )
      expect(boxes.filter((bottom) => bottom <= 768).length).toBeGreaterThanOrEqual(15)
      expect(await rows(page).first().textContent()).toContain('路灯')
    })

    it('narrows by what the address says, and leads back out of a filter that fits nothing', async () => {
      const page = await portal().enter({ posts: ['acceptor'] })
      await page.goto(`/t/${COUNTY}/queues`)
      await page.getByRole('searchbox', { name: '地点或案卷号' }).fill('大道 7 号')
      await page.getByRole('button', { name: '筛选' }).click()
      await page.waitForURL(/q=/)
      expect(await rows(page).count()).toBe(1)
      await page.goto(`${page.url().split('?')[0]}?q=没有的地方`)
      await page.getByText('没有符合条件的案卷').waitFor()
      await page.getByRole('link', { name: '清除筛选' }).last().click()
      await rows(page).nth(17).waitFor()
    })

    it('dispatches several cases after a preview, and lets them be taken back for five seconds', async () => {
      const page = await portal().enter({ posts: ['dispatcher'] })
      await page.goto(`/t/${COUNTY}/queues`)
      for (const number of [0, 1]) await rows(page).nth(number).getByRole('checkbox').check()
      await page.getByRole('region', { name: '已选 2 件' }).getByRole('button', { name: '派遣' }).click()
      const dialog = page.getByRole('dialog')
      await dialog.getByText('没有派遣建议或缺少内容').first().waitFor()
      await dialog.getByLabel('主办单位').selectOption({ label: '市政设施管理所' })
      await dialog.getByText('所选 2 件中 2 件可提交').waitFor()
      expect(await violationsOf(page)).toEqual([])
      await dialog.getByRole('button', { name: '提交' }).click()
      await dialog.getByRole('button', { name: '撤回' }).click()
      await dialog.getByRole('button', { name: '提交' }).click()
      await dialog.getByText('已提交 2 件，共 2 件').waitFor({ timeout: 20_000 })
      await dialog.getByRole('button', { name: '关闭' }).click()
      await rows(page).nth(1).waitFor({ state: 'detached' })
    })

    it('tells of a new case without moving a row, until one asks for it', async () => {
      const page = await portal().enter({ posts: ['acceptor'] })
      await page.clock.install()
      await page.goto(`/t/${COUNTY}/queues`)
      const before = await rows(page).count()
      await portal().caseAt({ place: '新来的路口', urgent: true })
      await portal().settled()
      await page.clock.runFor(16_000)
      const pill = page.getByRole('button', { name: /^有 1 件新案卷/ })
      await pill.waitFor()
      expect(await rows(page).count()).toBe(before)
      await pill.click()
      await rows(page).nth(before).waitFor()
    })

    it('is worked by single keys once they are switched on, and not before', async () => {
      const page = await portal().enter({ posts: ['acceptor'] })
      await page.goto(`/t/${COUNTY}/queues`)
      await page.keyboard.press('j')
      expect(await page.locator('a[data-row]:focus').count()).toBe(0)
      await page.getByRole('button', { name: '快捷键' }).click()
      await page.getByLabel(/启用单字母快捷键/).check()
      await page.getByRole('button', { name: '关闭' }).click()
      await page.locator('body').click({ position: { x: 700, y: 60 } })
      for (const key of ['j', 'j', 'k', 'x']) await page.keyboard.press(key)
      await page.getByRole('region', { name: '已选 1 件' }).waitFor()
      await page.keyboard.press('Enter')
      await page.waitForURL(/\/cases\//)
    })

    it('keeps a view under a name on this device', async () => {
      const page = await portal().enter({ posts: ['acceptor'] })
      page.on('dialog', (dialog) => dialog.accept('超期的'))
      await page.goto(`/t/${COUNTY}/queues?colour=red`)
      await page.getByRole('button', { name: '保存为视图' }).click()
      await page.goto(`/t/${COUNTY}/queues`)
      await page.getByRole('link', { name: '超期的' }).click()
      await page.waitForURL(/colour=red/)
    })

    it('lays a request before each approver with its reason, and takes the answer on the spot', async () => {
      const head = await portal().enter({ posts: ['unit-head'] })
      await head.goto(`/t/${COUNTY}/approvals`)
      const card = head.getByRole('article', { name: /延期的路口/ })
      await card.getByText('需采购灯杆，周期较长').waitFor()
      await card.locator('summary').filter({ hasText: '同意延期' }).click()
      await card.getByRole('button', { name: '确认同意延期' }).click()
      await head.getByText('已提交：同意延期').waitFor()
      await portal().settled()
      const dispatcher = await portal().enter({ posts: ['dispatcher'], at: 'phone' })
      await dispatcher.goto(`/t/${COUNTY}/approvals`)
      await dispatcher.locator('summary').filter({ hasText: '不同意申请' }).click()
      await dispatcher.getByLabel('理由', { exact: true }).fill('库存有货')
      expect(await sidewaysOf(dispatcher)).toBe(0)
      await dispatcher.getByRole('button', { name: '确认不同意申请' }).click()
      await dispatcher.getByText('没有等您审核的申请').waitFor()
    })

    it('answers several requests at once after a look at what each asks for, whatever kind they are', async () => {
      for (const place of ['批量延期一', '批量延期二', '批量挂账三'])
        await portal().caseAt({ place }, [
          ...toDispatch,
          ['dispatcher', 'dispatch', { unit: 'municipal-works' }],
          ['handler', 'sign'],
          place.includes('挂账')
            ? ['handler', 'ask-suspension', { reason: '待迁改管线', until: '2027-03-01T10:00:00Z' }]
            : ['handler', 'ask-extension', { reason: `${place}需采购` }],
        ])
      await portal().settled()
      const head = await portal().enter({ posts: ['unit-head'] })
      await head.goto(`/t/${COUNTY}/approvals`)
      await head.getByLabel('全选').check()
      expect(await violationsOf(head)).toEqual([])
      await head
        .getByRole('region', { name: '已选 3 件' })
        .getByRole('button', { name: '同意申请', exact: true })
        .click()
      const dialog = head.getByRole('dialog')
      await dialog.getByText('所选 3 件中 3 件可提交').waitFor()
      await dialog.getByText(/延期 · 批量延期一需采购/).waitFor()
      await dialog.getByText(/挂账 · 申请至 .* · 待迁改管线/).waitFor()
      await dialog.getByLabel('说明').fill('情况属实')
      await dialog.getByRole('button', { name: '提交' }).click()
      await dialog.getByText('已提交 3 件，共 3 件').waitFor({ timeout: 20_000 })
      await dialog.getByRole('button', { name: '关闭' }).click()
      await head.getByText('没有等您审核的申请').waitFor()
      await portal().settled()
      const dispatcher = await portal().enter({ posts: ['dispatcher'], at: 'phone' })
      await dispatcher.goto(`/t/${COUNTY}/approvals`)
      await dispatcher.getByLabel('全选').check()
      expect(await sidewaysOf(dispatcher)).toBe(0)
      await dispatcher.getByRole('button', { name: '不同意申请', exact: true }).last().click()
      const refusal = dispatcher.getByRole('dialog')
      await refusal.getByText('没有派遣建议或缺少内容').first().waitFor()
      await refusal.getByLabel('理由').fill('库存有货')
      await refusal.getByRole('button', { name: '提交' }).click()
      await refusal.getByText('已提交 3 件，共 3 件').waitFor({ timeout: 20_000 })
    })

    it('rules on several returned cases at once: all to one unit, for one reason', async () => {
      const sentBack: readonly ActOf[] = [
        ['dispatcher', 'dispatch', { unit: 'municipal-works' }],
        ['handler', 'return', { reason: '不属于本单位职责范围' }],
      ]
      for (const place of ['两次退回一', '两次退回二'])
        await portal().caseAt({ place }, [...toDispatch, ...sentBack, ...sentBack])
      await portal().settled()
      const page = await portal().enter({ posts: ['shift-leader'] })
      await page.goto(`/t/${COUNTY}/approvals`)
      await page.getByRole('link', { name: '2 件退回案卷等您裁定' }).click()
      for (const number of [0, 1]) await rows(page).nth(number).getByRole('checkbox').check()
      await page.getByRole('button', { name: '裁定' }).click()
      const dialog = page.getByRole('dialog')
      await dialog
        .getByText(/不属于本单位职责范围/)
        .first()
        .waitFor()
      await dialog.getByLabel('主办单位').selectOption({ label: '供电公司' })
      await dialog.getByText('所选 2 件中 0 件可提交').waitFor()
      await dialog.getByLabel('理由').fill('灯杆属供电公司')
      await dialog.getByText('所选 2 件中 2 件可提交').waitFor()
      await dialog.getByRole('button', { name: '提交' }).click()
      await dialog.getByText('已提交 2 件，共 2 件').waitFor({ timeout: 20_000 })
    })

    it('shows on the line, and in the list of what is supervised, that a leader asked for a case', async () => {
      await portal().caseAt({ place: '领导督办的路灯' }, [
        ['leader', 'supervise', { reason: '群众反映强烈' }],
      ])
      await portal().settled()
      const page = await portal().enter({ posts: ['acceptor'] })
      await page.goto(`/t/${COUNTY}/queues`)
      await rows(page).filter({ hasText: '领导督办的路灯' }).getByText('已督办').waitFor()
      await page.goto(`/t/${COUNTY}/supervision?only=supervised`)
      await rows(page).filter({ hasText: '领导督办的路灯' }).getByText('已督办').waitFor()
    })

    it('lists what is overdue with whoever has it, and reminds them', async () => {
      await portal().cloud.advance(2 * 3_600_000)
      await portal().settled()
      const page = await portal().enter({ posts: ['shift-leader'] })
      await page.goto(`/t/${COUNTY}/supervision`)
      await page.getByRole('link', { name: /超期三倍以上/ }).click()
      await page
        .getByText(/用时 .* 倍/)
        .first()
        .waitFor()
      await rows(page).first().getByRole('checkbox').check()
      await page.getByRole('button', { name: '催办' }).click()
      await page.getByRole('dialog').getByRole('button', { name: '提交' }).click()
      await page.getByText('已提交 1 件，共 1 件').waitFor({ timeout: 20_000 })
    })

    it.each([
      ['', 'acceptor', 'desk', 'zh'],
      ['', 'leader', 'phone', 'en'],
      ['/queues', 'shift-leader', 'desk', 'en'],
      ['/queues', 'acceptor', 'phone', 'zh'],
      ['/approvals', 'unit-head', 'desk', 'zh'],
      ['/supervision', 'leader', 'phone', 'en'],
      ['/supervision', 'dispatcher', 'desk', 'zh'],
    ] as const)(
      '%s of the %s has no fault that axe knows, at %s width in %s',
      async (path, post, at, language) => {
        const page = await portal().enter({ posts: [post], at, language })
        await page.goto(`/t/${COUNTY}${path}`)
        expect(await violationsOf(page)).toEqual([])
        expect(await sidewaysOf(page)).toBe(0)
      },
    )

    it('tells who has no queue which posts have one, and asks who is not signed in to sign in', async () => {
      const auditor = await portal().enter({ posts: ['auditor'] })
      await auditor.goto(`/t/${COUNTY}/queues`)
      await auditor.getByText(/您的岗位没有待办队列/).waitFor()
      const nobody = await portal().visit()
      for (const path of ['', '/queues', '/approvals', '/supervision']) {
        await nobody.goto(`/t/${COUNTY}${path}`)
        await nobody.getByRole('heading', { name: '请先登录' }).waitFor()
      }
    })
  },
)
