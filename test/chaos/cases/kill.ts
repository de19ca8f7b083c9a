import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { assembleProduct } from '../../support/assemble-product.ts'
import { aReportOf, chooseAct, personalOfReports } from '../../support/case-acts.ts'
import { type Chance, createChance } from '../../support/chance.ts'
import { checkWorld } from '../../support/check-world.ts'
import { type MortalProduct, startMortalProduct } from '../../support/mortal-product.ts'
import { observeWorld } from '../../support/observe-world.ts'
import { openToldLog, readTold, type ToldLog } from '../../support/told-log.ts'
import { usualTerms } from '../../support/usual-terms.ts'
import type { Violation } from '../../support/world/world.ts'
import { type Desk, workOn } from './work.ts'

export interface CaseCyclesResult {
  kills: number
  cases: number
  acknowledged: number
  conflicts: number
  worstReadyMs: number
  settledAfterMs: number
  violations: Violation[]
}

/** Tuesday, 09:00 in China. */
const MORNING = Date.parse('2026-11-24T01:00:00Z')
const SHORTEST_MS = 400
const LONGEST_MS = 2_500
const SETTLE_LIMIT_MS = 180_000
/** Reconciling happens every five minutes, of what has been still for two. */
const RECONCILED_MS = 8 * 60_000

/** Kills the whole product while people work on cases, again and again; then looks at everything that is there. */
export async function runCaseCycles(options: {
  cycles: number
  seed: number
  folder: string
}): Promise<CaseCyclesResult> {
  const { cycles, folder } = options
  mkdirSync(folder, { recursive: true })
  const assembly = await assembleProduct(join(folder, 'build'))
  const logFile = join(folder, 'client.log')
  const log = openToldLog(logFile)
  const chance = createChance(options.seed)
  const product = await startMortalProduct({ assembly, folder: join(folder, 'data'), clockStart: MORNING })
  const desk: Desk = { cases: new Map(), unanswered: [], conflicts: 0 }
  const ready: number[] = []
  try {
    for (let cycle = 0; cycle < cycles; cycle++) {
      await workUntil(product, desk, { log, logFile }, chance, () => product.kill())
      ready.push(await product.restart())
    }
    // what nobody answered is sent once more, and nothing new begins
    await workUntil(product, desk, { log, logFile }, chance, async () => undefined)
    const settling = await settle(product, logFile)
    const told = readTold(logFile)
    return {
      kills: cycles,
      cases: settling.cases,
      acknowledged: told.filter(({ status }) => status < 300).length,
      conflicts: desk.conflicts,
      worstReadyMs: Math.max(...ready, 0),
      settledAfterMs: settling.afterMs,
      violations: settling.violations,
    }
  } finally {
    await product.stop().catch(() => undefined)
    log.close()
  }
}

async function workUntil(
  product: MortalProduct,
  desk: Desk,
  { log, logFile }: { log: ToldLog; logFile: string },
  chance: Chance,
  interrupt: () => Promise<void>,
) {
  let ended = false
  const client = product.client(log)
  const working = workOn(
    desk,
    client,
    { tenant: '500235', chance, choose: chooseAct, report: aReportOf },
    () => ended,
  )
  await firstAnswer(logFile)
  await pause(chance.whole(SHORTEST_MS, LONGEST_MS))
  ended = true
  await interrupt()
  await working
  client.close()
}

/** Functions that start cold take a while: what is killed is a product at work. */
async function firstAnswer(logFile: string) {
  const before = readTold(logFile).length
  for (let waited = 0; waited < 100 && readTold(logFile).length === before; waited++) await pause(100)
}

/** Lets the reconciler pass, then waits until the world is sound, or for three minutes. */
async function settle(product: MortalProduct, logFile: string) {
  const started = performance.now()
  await product.cloud().advance(RECONCILED_MS)
  for (;;) {
    const world = await observeWorld(
      { clientConfig: product.cloud().clientConfig, folder: product.folder },
      {
        nowMs: await product.now(),
        settled: true,
        told: readTold(logFile),
        personal: personalOfReports,
        terms: usualTerms,
      },
    )
    const violations = checkWorld(world)
    const afterMs = performance.now() - started
    if (violations.length === 0 || afterMs > SETTLE_LIMIT_MS)
      return { cases: world.cases.length, afterMs, violations }
    await pause(1_000)
  }
}
