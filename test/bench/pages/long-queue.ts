import type { Page } from 'playwright-core'
import { findBrowser, startBrowser } from '../../support/browser.ts'
import type { BenchResult } from '../main.ts'
import { filledPortal, QUEUE } from './filled-portal.ts'

const ROWS = 300
/** Longer, and a press waits for it. */
const TASK_BAR_MS = 200
const SCROLLS = 40

/** Runs in the page, before it: keeps how long each of its long tasks took. */
const WATCH = `globalThis.tasks = []
new PerformanceObserver((list) => {
  for (const { duration } of list.getEntries()) globalThis.tasks.push(duration)
}).observe({ type: 'longtask' })`

/** The longest queue that is shown, in a real browser: what scrolling, choosing and narrowing it keep the page busy for. */
export async function longQueue(): Promise<BenchResult> {
  const program = findBrowser()
  if (!program) return { figures: [], notes: ['No chromium on PATH: the queue of 300 was not looked at.'] }
  const { portal, cookie } = await filledPortal(ROWS)
  const browser = await startBrowser(program)
  try {
    const context = await browser.newContext({
      baseURL: portal.origin,
      viewport: { width: 1366, height: 768 },
    })
    await context.addInitScript(WATCH)
    const [name = '', value = ''] = cookie.split('=')
    const url = portal.origin.replace('http:', 'https:')
    await context.addCookies([{ name, value, url, secure: true, httpOnly: true, sameSite: 'Lax' }])
    const page = await context.newPage()
    await page.goto(QUEUE)
    await page
      .locator('[data-row]')
      .nth(ROWS - 1)
      .waitFor()
    // what the page does to come alive is not of scrolling it
    await page.waitForTimeout(1_000)
    const figures = [
      barred('scrolling it', await longest(page, () => scroll(page))),
      figure('choosing all and none', await longest(page, () => choose(page))),
      barred('narrowing it to a place', await longest(page, () => narrow(page))),
    ]
    return { figures, notes: [`Long tasks of the page with ${ROWS} cases, as the browser tells them.`] }
  } finally {
    await browser.close()
    await portal.stop()
  }
}

const figure = (what: string, value: number) => ({
  name: `queue of ${ROWS}: longest task of ${what}`,
  value,
  unit: 'ms',
})

const barred = (what: string, value: number) => ({
  ...figure(what, value),
  bar: TASK_BAR_MS,
  ok: value <= TASK_BAR_MS,
})

/** The longest task of the page while something is done; nought where none was longer than 50 ms. */
async function longest(page: Page, doIt: () => Promise<void>): Promise<number> {
  await page.evaluate('globalThis.tasks.length = 0')
  await doIt()
  await page.waitForTimeout(300)
  const tasks: number[] = await page.evaluate('globalThis.tasks')
  return Math.max(0, ...tasks)
}

async function scroll(page: Page) {
  await page.mouse.move(700, 500)
  for (let at = 0; at < SCROLLS; at++) {
    await page.mouse.wheel(0, 300)
    await page.waitForTimeout(16)
  }
}

async function choose(page: Page) {
  const all = page.locator('thead input[type=checkbox]')
  if ((await all.count()) === 0) throw new Error('Nothing can be chosen in the queue.')
  await all.click()
  await all.click()
}

async function narrow(page: Page) {
  await page.locator('search input[type=search], search input[name=q]').first().fill('滨江大道 29')
  await page.keyboard.press('Enter')
  await page.waitForFunction(`document.querySelectorAll('[data-row]').length < ${ROWS}`)
}
