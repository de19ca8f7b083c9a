import type { Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { jpegOf } from '../../support/pictures.ts'
import { READY_PHOTOS } from '../../support/ready-photos.ts'
import { type ActOf, COUNTY, onTheWholeProduct, sidewaysOf, violationsOf } from './whole-portal.ts'

const filing: readonly ActOf[] = [
  ['acceptor', 'accept'],
  ['shift-leader', 'file', { filingCondition: '10137-1' }],
]
const handling: readonly ActOf[] = [
  ...filing,
  ['dispatcher', 'dispatch', { unit: 'municipal-works' }],
  ['handler', 'sign'],
]

onTheWholeProduct(
  'a case, by the posts that have it',
  async () => undefined,
  (portal) => {
    const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click()
    const open = (page: Page, id: string) => page.goto(`/t/${COUNTY}/cases/${id}`)

    it.each(['desk', 'phone'] as const)(
      'is taken at the telephone, accepted, filed, dispatched, signed for and inspected at %s width',
      async (at) => {
        const place = `望江大道公交站 ${at}`
        const seat = await portal().enter({ posts: ['acceptor'], at })
        await seat.goto(`/t/${COUNTY}/report`)
        await seat.getByLabel('来电号码').fill('139 0000 1234')
        await seat.getByLabel('来电人').fill('王女士')
        await seat.getByLabel('情况').fill('路灯整夜不亮')
        await seat.getByLabel('小类').fill('路灯')
        await seat.getByLabel('地点').fill(place)
        await press(seat, '登记案卷')
        await seat.getByText(/已登记，案卷号/).waitFor()
        await seat.getByText('路灯', { exact: true }).waitFor()
        await press(seat, '受理')
        await seat.getByText('已提交：受理').waitFor()
        const id = /cases\/(\w{26})/.exec(seat.url())?.[1] ?? ''
        await portal().settled()

        const leader = await portal().enter({ posts: ['shift-leader'], at })
        await open(leader, id)
        await leader.getByLabel('立案条件').selectOption({ index: 1 })
        await press(leader, '确认立案')
        await leader.getByText('已提交：立案').waitFor()

        const dispatcher = await portal().enter({ posts: ['dispatcher'], at })
        await open(dispatcher, id)
        await dispatcher.getByText(/现在派遣，处置截止为 2026-/).waitFor()
        await dispatcher.getByLabel('主办单位').selectOption({ label: '市政设施管理所' })
        expect(await sidewaysOf(dispatcher)).toBe(0)
        await press(dispatcher, '确认派遣')
        await dispatcher.getByText('已提交：派遣').waitFor()

        const handler = await portal().enter({ posts: ['handler'], at })
        await handler.goto(`/t/${COUNTY}/queues`)
        await handler.getByRole('link', { name: place }).click()
        await press(handler, '签收')
        await handler.getByText('已提交：签收').waitFor()
        const history = handler.getByRole('region', { name: '办理经过' })
        expect(await history.getByText('市政设施管理所').count()).toBe(1)
        expect(await history.textContent()).not.toContain('municipal-works')
      },
    )

    it('is accepted, filed and dispatched in one form by who holds the three posts', async () => {
      const { id } = await portal().caseAt({ place: '一表的路口' })
      const page = await portal().enter({ posts: ['acceptor', 'shift-leader', 'dispatcher'] })
      await open(page, id)
      await page.getByRole('heading', { name: '一表办理：受理→立案→派遣' }).waitFor()
      await page.getByLabel('立案条件').first().selectOption({ index: 0 })
      await page.getByLabel('主办单位').first().selectOption({ label: '市政设施管理所' })
      await press(page, '确认受理→立案→派遣')
      await page.getByText('已提交：派遣').waitFor()
      const steps = page.getByRole('region', { name: '办理经过' }).locator('strong')
      expect(await steps.allTextContents()).toEqual(['上报', '受理', '立案', '派遣'])
    })

    it('goes back to the dispatcher with a reason that was pressed, not typed', async () => {
      const { id } = await portal().caseAt({ place: '退回的路口' }, handling.slice(0, 3))
      const page = await portal().enter({ posts: ['handler'], at: 'phone' })
      await open(page, id)
      await page.getByRole('link', { name: '回退' }).click()
      await page.getByRole('button', { name: '不属于本单位职责范围。' }).click()
      await press(page, '确认回退')
      await page.getByText('已提交：回退').waitFor()
      await page.getByText('当前：派遣员').waitFor()
    })

    it('is inspected by who did not handle it, closed, and shows before and after', async () => {
      const { id } = await portal().caseAt({ place: '核查的路口', photos: [READY_PHOTOS[0]] }, [
        ...handling,
        ['handler', 'report-back', { photos: [READY_PHOTOS[1]], words: '已更换灯具' }],
      ])
      const inspector = await portal().enter({ posts: ['inspector'] })
      await inspector.goto(`/t/${COUNTY}/queues`)
      await inspector.getByRole('link', { name: '核查的路口' }).click()
      await inspector.getByRole('heading', { name: '处置后' }).waitFor()
      await press(inspector, '确认核查通过')
      await inspector.getByText('已提交：核查通过').waitFor()
      const leader = await portal().enter({ posts: ['shift-leader'] })
      await open(leader, id)
      await press(leader, '确认结案')
      await leader.getByText('已提交：结案').waitFor()
      await leader.getByText('案卷已办结，不再有待办。').waitFor()
    })

    it('is reported back at the desk with a photo from the computer, which then stands beside what was reported', async () => {
      const { id } = await portal().caseAt({ place: '反馈的路口' }, handling)
      const page = await portal().enter({ posts: ['handler'] })
      await open(page, id)
      const photo = {
        name: '处置后.jpg',
        mimeType: 'image/jpeg',
        buffer: Buffer.from(await jpegOf(320, 240)),
      }
      await page.getByLabel('照片', { exact: true }).setInputFiles(photo)
      await page.getByRole('button', { name: '已更换损坏部件。' }).click()
      await page.keyboard.press('Control+Enter')
      await page.getByText('已提交：反馈').waitFor()
      const picture = page.getByRole('img', { name: '处置后 1' })
      await picture.scrollIntoViewIfNeeded()
      await expect
        .poll(() => picture.evaluate((image) => (image as unknown as { naturalWidth: number }).naturalWidth))
        .toBeGreaterThan(0)
    })

    it('tells who comes second that somebody came first, when and with what, and keeps the text', async () => {
      const { id } = await portal().caseAt({ place: '两人的路口' })
      const [slow, quick] = [
        await portal().enter({ posts: ['acceptor'], person: 'p-slow' }),
        await portal().enter({ posts: ['acceptor'], person: 'p-quick' }),
      ]
      for (const page of [slow, quick]) await open(page, id)
      await press(quick, '受理')
      await quick.getByText('已提交：受理').waitFor()
      await slow.getByRole('link', { name: '不予受理' }).click()
      await slow.getByLabel('理由', { exact: true }).fill('不属本区县')
      await press(slow, '确认不予受理')
      await slow.getByText(/^受理员.* 已于 2026-11-24 .* 受理。/).waitFor()
      await slow.getByText('不属本区县').waitFor()
    })

    it('tells the seat what a number reported before, and takes an answer on the spot', async () => {
      await portal().caseAt({
        place: '来过电话的路口',
        channel: 'hotline',
        reporter: { phone: '13900005678' },
      })
      const seat = await portal().enter({ posts: ['acceptor'] })
      await seat.goto(`/t/${COUNTY}/report`)
      await seat.getByLabel('来电号码').fill('139-0000-5678')
      await press(seat, '查这个号码')
      await seat.getByRole('link', { name: /来过电话的路口/ }).waitFor()
      await seat.getByLabel('情况').fill('问什么时候修好')
      await press(seat, '此事正在办理，已告知进度。')
      await press(seat, '答复并结束')
      await seat.getByText('来电和答复已记入热线日志。').waitFor()
      expect(seat.url()).not.toContain('139')
    })

    it('shows the contact in clear only for a reason', async () => {
      const { id } = await portal().caseAt({
        place: '要回电的路口',
        channel: 'hotline',
        reporter: { name: '李先生', phone: '13900009876' },
      })
      const seat = await portal().enter({ posts: ['acceptor'] })
      await open(seat, id)
      const contact = seat.getByRole('region', { name: '上报人' })
      expect(await contact.textContent()).not.toContain('13900009876')
      await contact.locator('summary').click()
      await contact.getByRole('button', { name: '查看联系方式' }).click()
      await contact.getByRole('link', { name: '13900009876' }).waitFor()
    })

    it.each([
      ['dispatcher', 'desk', 'zh'],
      ['dispatcher', 'phone', 'en'],
      ['acceptor', 'desk', 'en'],
    ] as const)('has no fault that axe knows for the %s at %s width in %s', async (post, at, language) => {
      const { id } = await portal().caseAt({ place: '路口' }, filing)
      const page = await portal().enter({ posts: [post], at, language })
      for (const path of [`/cases/${id}`, '/report']) {
        await page.goto(`/t/${COUNTY}${path}`)
        expect(await violationsOf(page)).toEqual([])
        expect(await sidewaysOf(page)).toBe(0)
      }
    })
  },
)
