import { expect, it } from 'vitest'
import { COUNTY, onTheWholeProduct, sidewaysOf, staffOf, violationsOf } from './whole-portal.ts'

let dispatched = { id: '' }

onTheWholeProduct(
  'a unit without accounts',
  async (portal) => {
    dispatched = await portal.caseAt({ place: '迎宾大道 9 号', channel: 'web' }, [
      ['acceptor', 'accept'],
      ['shift-leader', 'file', { filingCondition: '10137-1' }],
      ['dispatcher', 'dispatch', { unit: 'municipal-works' }],
    ])
  },
  (portal) => {
    it('gets a link from who dispatches, signs and reports back by it, and nobody else can', async () => {
      const desk = await portal().enter({ posts: ['dispatcher'] })
      await desk.goto(`/t/${COUNTY}/cases/${dispatched.id}`)
      await desk.getByText('没有账号的单位').click()
      await desk.getByRole('button', { name: '发一次性处置链接' }).click()
      const link = await desk.getByRole('textbox', { name: '发一次性处置链接' }).inputValue()
      expect(link).toMatch(/\/h\/500235\/[0-9A-Z]{26}#[\w-]{22,}$/)

      const phone = await portal().visit({ at: 'phone' })
      await phone.goto(link)
      await phone.getByText('迎宾大道 9 号').waitFor()
      expect(await violationsOf(phone)).toEqual([])
      expect(await sidewaysOf(phone)).toBe(0)
      const buffer = await phone.screenshot({ type: 'jpeg' })
      await phone.getByRole('button', { name: '确认签收' }).click()
      await phone.getByText('已提交：签收').waitFor()
      await phone.getByRole('button', { name: '确认反馈' }).click()
      await phone.getByText('请填写：照片').waitFor()
      await phone
        .locator('#report-back-photos')
        .setInputFiles({ name: 'a.jpg', mimeType: 'image/jpeg', buffer })
      await phone.getByText('已选 1 张').waitFor()
      await phone.getByRole('button', { name: '确认反馈' }).click()
      await phone.getByText('已提交：反馈').waitFor()
      await phone.getByText(/现在没有需要您办理的/).waitFor()

      const other = await portal().visit({ at: 'phone' })
      await other.goto(link)
      await other.getByRole('alert').waitFor()
      const { body } = await portal().get(`/api/t/${COUNTY}/cases/${dispatched.id}`, staffOf('dispatcher'))
      expect(body.history.at(-1)).toMatchObject({ action: 'report-back', person: 'link-municipal-works' })
    })
  },
)
