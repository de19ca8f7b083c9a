import { readFileSync } from 'node:fs'
import { ACTED_COUNTY, aReportOf, mainLine } from '../support/case-acts.ts'
import type { CaseAct } from '../support/case-client.ts'
import { foundCounty } from '../support/found-county.ts'
import { bootProduct, type ProductCloud } from '../support/product-cloud.ts'
import { createWriteCount, type Lines } from './cost/written.ts'
import type { BenchResult, Figure } from './main.ts'

/** Monday, 9:00 in China. */
const MORNING = '2026-11-23T09:00:00+08:00'
const MINUTE_MS = 60_000
/** Facts are folded within seconds of an act, sums two minutes later. */
const UNTIL_SUMMED_MS = 125_000
/** 75 cases in a working day of eight hours, the yardstick of a small county; of them a third of a day's. */
const CASES = 25
const BETWEEN_REPORTS_MS = (8 * 60 * MINUTE_MS) / 75
/** After the report, what each act of the main line takes its people; in minutes. */
const TAKES = [4, 9, 7, 26, 55, 31, 18]

const WRITES_BAR = 75
const TRANSITIONS_BAR = 12
const HOT_BAR = 1_024

type Cloud = Pick<ProductCloud, 'post'>

/** What a case costs from report to close: writes of all functions with their indexes, tokens and figures, and transitions. */
export async function bench(): Promise<BenchResult> {
  const count = createWriteCount()
  const cloud = await bootProduct(MORNING, {}, { onWrite: count.onWrite })
  try {
    await foundCounty(cloud, ACTED_COUNTY, '云阳县')
    // what is written once a day is not a case's
    await takeCase(cloud, (ms) => pass(cloud, ms))

    count.begin()
    await takeCase(cloud, (ms) => pass(cloud, ms))
    const alone = count.end()

    count.begin()
    await workDay(cloud)
    const day = count.end()
    const executions = await cloud.executions()
    const cases = executions.filter(({ name }) => name.startsWith(ACTED_COUNTY))
    const transitions = Math.max(...cases.map(({ states }) => states.length))
    const hot = quantile([...alone.hotBytes, ...day.hotBytes], 0.99)
    const perCase = sumOf(day.lines) / CASES
    const prices = JSON.parse(readFileSync(new URL('cost/prices.json', import.meta.url), 'utf8'))
    const thousand = 1_000
    const writesPrice = (perCase * thousand * prices.perMillionWriteUnits) / 1e6
    const transitionsPrice = (transitions * thousand * prices.perMillionTransitions) / 1e6
    const risen = risenLines(alone.lines)
    return {
      figures: [
        ...linesOf(day.lines),
        atMost('writes of a case, at 75 cases a day', perCase, 'WRU', WRITES_BAR),
        {
          name: 'writes of a case that nothing else shares a fold with',
          value: sumOf(alone.lines),
          unit: 'WRU',
        },
        atMost('transitions of a case', transitions, '', TRANSITIONS_BAR),
        atMost('hot item, p99', hot, 'bytes', HOT_BAR),
        atMost('lines above the golden file', risen.length, '', 0),
        { name: 'a thousand cases: writes', value: writesPrice, unit: prices.currency },
        { name: 'a thousand cases: transitions', value: transitionsPrice, unit: prices.currency },
      ],
      notes: [
        ...risen,
        `Prices of ${prices.region}: ${prices.source}.`,
        'Reads, calls of functions and requests are not in these sums.',
      ],
    }
  } finally {
    await cloud.stop()
  }
}

const atMost = (name: string, value: number, unit: string, bar: number): Figure => ({
  name,
  value,
  unit,
  bar,
  ok: value <= bar,
})

const sumOf = (lines: Lines) => Object.values(lines).reduce((sum, units) => sum + units, 0)

const linesOf = (lines: Lines): Figure[] =>
  Object.entries(lines)
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, units]) => ({ name, value: units / CASES, unit: 'WRU' }))

function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0
}

/** Lines of a case alone that cost more than the file says, or that it does not know: whoever means it changes the file. */
function risenLines(lines: Lines): string[] {
  const golden: Lines = JSON.parse(readFileSync(new URL('cost/golden.json', import.meta.url), 'utf8'))
  return Object.entries(lines)
    .filter(([line, units]) => units > (golden[line] ?? 0))
    .map(([line, units]) => `${line}: ${units} WRU, ${golden[line] ?? 0} in test/bench/cost/golden.json`)
}

async function pass(cloud: ProductCloud, ms: number) {
  await cloud.advance(ms)
  await cloud.settled()
}

async function takeCase(cloud: ProductCloud, wait: (ms: number) => Promise<void>) {
  const work = createWork(cloud)
  await work.report()
  await wait(UNTIL_SUMMED_MS)
  for (const act of mainLine) {
    await work.act(act)
    await wait(UNTIL_SUMMED_MS)
  }
}

/** Cases of a working day side by side: each act when its people come to it. */
async function workDay(cloud: ProductCloud) {
  const events: { at: number; run(): Promise<void> }[] = []
  for (let index = 0; index < CASES; index++) {
    const work = createWork(cloud)
    let at = index * BETWEEN_REPORTS_MS
    events.push({ at, run: work.report })
    for (const [step, act] of mainLine.entries()) {
      at += TAKES[step]! * MINUTE_MS
      events.push({ at, run: () => work.act(act) })
    }
  }
  let now = 0
  for (const { at, run } of events.toSorted((a, b) => a.at - b.at)) {
    await pass(cloud, at - now)
    now = at
    await run()
  }
  await pass(cloud, UNTIL_SUMMED_MS)
}

function createWork(cloud: Cloud) {
  let id = ''
  let version = 1
  const path = `/api/t/${ACTED_COUNTY}/cases`
  async function send(to: string, body: object, claims: CaseAct['claims']) {
    const answer = await cloud.post(to, body, { claims })
    if (answer.status >= 300) throw new Error(`${to}: ${answer.status} ${answer.body.code}`)
    return answer.body
  }
  return {
    async report() {
      const { body, claims } = aReportOf()
      id = (await send(path, body, claims)).id
    },
    async act({ action, claims, evidence }: CaseAct) {
      version = (await send(`${path}/${id}/actions/${action}`, { version, evidence }, claims)).version
    },
  }
}
