import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { build } from '../../infra/commands/build.ts'
import { identityParameters } from '../../infra/commands/demonstration-key.ts'
import { findBrowser, startBrowser } from '../support/browser.ts'
import { bootLocalCloud, type TestCloud } from '../support/local-cloud.ts'

const program = findBrowser()
const mondayMorning = Date.parse('2026-11-23T09:00:00+08:00')
const minute = 60_000

describe.skipIf(!program)('the portal on the stacks that deploy', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'portal-'))
  let cloud: TestCloud
  let browser: Browser

  beforeAll(async () => {
    const assembly = await build()
    const parameters = { ...(await identityParameters(folder)) }
    cloud = await bootLocalCloud({ assembly, folder, parameters, clockStart: mondayMorning })
    browser = await startBrowser(program ?? '')
  }, 240_000)
  afterAll(async () => {
    await browser?.close()
    await cloud?.stop()
    rmSync(folder, { recursive: true, force: true })
  })

  async function enter(face: RegExp) {
    const page = await (await browser.newContext({ baseURL: cloud.baseUrl })).newPage()
    await page.goto('/')
    await page.getByRole('button', { name: face }).click()
    await page.waitForURL(/\/t\/500235/)
    return page
  }

  it('a report is shown overdue once its term has passed, is accepted all the same, and the next post has it', async () => {
    const collector = await enter(/采集员/)
    await collector.goto('/t/500235/report')
    await collector.getByLabel('情况').fill('井盖破损')
    await collector.getByLabel('地点').fill('滨江路 118 号')
    await collector.getByRole('button', { name: '登记', exact: true }).click()
    await collector.getByText(/已登记/).waitFor()

    await cloud.advance(16 * minute)
    const acceptor = await enter(/受理员/)
    await acceptor.goto('/t/500235/queues')
    const row = acceptor.getByRole('row').filter({ hasText: '滨江路 118 号' })
    await row.getByText('超 1分').waitFor()
    await row.getByRole('link').click()
    await expect
      .poll(async () => {
        await acceptor.reload()
        return acceptor.getByRole('region', { name: '办理经过' }).textContent()
      })
      .toContain('标记超期')

    await acceptor.getByRole('button', { name: '受理', exact: true }).click()
    await acceptor.getByText('已提交：受理').waitFor()
    const leader = await enter(/值班长/)
    await leader.goto('/t/500235/queues')
    await leader.getByRole('link', { name: '滨江路 118 号' }).click()
    await leader.getByLabel('立案条件').waitFor()
  }, 120_000)
})
