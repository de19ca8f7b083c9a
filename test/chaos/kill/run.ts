import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { duration, print, printDone, printError } from '../../../infra/commands/terminal.ts'
import { sentencesOf } from '../../support/check-world.ts'
import { writeToyAssembly } from '../../support/toy/assembly.ts'
import { runCaseCycles } from '../cases/kill.ts'
import { type CyclesResult, runCycles } from './cycles.ts'
import { runWaits, type WaitsResult } from './waits.ts'

const USAGE = 'npm run chaos -- kill [--cycles 50] [--waits 10000] [--product 10] [--seed 1]'
const LIVE_AGAIN_LIMIT_MS = 10_000 // issue: 10,000 open waits are live again after a kill in at most 10 s

/**
 * Kills the whole local cloud under load, again and again, and compares what is there with what its client was told: first
 * bare tables and executions, which show the cloud's own seams, then the product with people at work on cases.
 */
export async function run(args: string[]): Promise<boolean> {
  const options = readOptions(args)
  const folder = mkdtempSync(join(tmpdir(), 'chaos-kill-'))
  const started = performance.now()
  try {
    const assembly = join(folder, 'assembly')
    await writeToyAssembly(assembly)
    const { cycles: rounds, product: productRounds } = options
    print(
      `kill: ${rounds} cycles, ${options.waits} waits, ${productRounds} of the product, seed ${options.seed}`,
    )
    const cycles = await runCycles({ ...options, assembly, folder: join(folder, 'cycles') })
    const cyclesFine = reportCycles(cycles)
    const waits = await runWaits({ count: options.waits, assembly, folder: join(folder, 'waits') })
    const waitsFine = reportWaits(waits)
    const productFine = await killProduct(productRounds, options.seed, join(folder, 'product'))
    print(`took ${duration(performance.now() - started)}`)
    return cyclesFine && waitsFine && productFine
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
  }
}

function readOptions(args: string[]) {
  try {
    const { values } = parseArgs({
      args,
      options: {
        cycles: { type: 'string', default: '50' },
        waits: { type: 'string', default: '10000' },
        product: { type: 'string', default: '10' },
        seed: { type: 'string', default: `${Date.now() % 100_000}` },
      },
    })
    const { cycles, waits, product, seed } = values
    return { cycles: whole(cycles), waits: whole(waits), product: whole(product), seed: whole(seed) }
  } catch (error) {
    printError(`${(error as Error).message} Usage: ${USAGE}`)
    process.exit(2)
  }
}

function whole(text: string): number {
  if (!/^\d{1,6}$/.test(text)) throw new Error(`${text} is not a whole number below a million.`)
  return Number(text)
}

function reportCycles(result: CyclesResult): boolean {
  const { acknowledged: told } = result
  print(`acknowledged   ${told.writes} writes, ${told.transactions} transactions,`)
  print(`               ${told.executions} executions started, ${told.answers} tokens answered`)
  print(`kills          ${result.kills} under load, ${result.killsWhileStarting} more while starting`)
  print(`ready again    p50 ${duration(result.readyMs.p50)}, worst ${duration(result.readyMs.worst)}`)
  print(
    `stream effects ${result.effects} happened, ${result.repeatedEffects} of them delivered more than once`,
  )
  return verdict('nothing acknowledged is lost or half there', result.problems)
}

function reportWaits(result: WaitsResult): boolean {
  const { counts } = result
  print(
    `waits          ${counts.all}: ${counts.overdue} overdue at the restart, ${counts.soon} due soon after, ${counts.far} within 80 days`,
  )
  print(`started        ${Math.round(result.startsPerSecond)} executions/s`)
  print(
    `ready again    ${duration(result.readyMs)}; every overdue wait fired after ${duration(result.liveMs)}`,
  )
  print(
    `lateness       p50 ${duration(result.lateness.p50)}, p99 ${duration(result.lateness.p99)} of those due soon`,
  )
  const problems = [...result.problems]
  if (result.liveMs > LIVE_AGAIN_LIMIT_MS)
    problems.push(
      `live again after ${duration(result.liveMs)}, at most ${duration(LIVE_AGAIN_LIMIT_MS)} are allowed`,
    )
  return verdict('every wait fired once, none early, none lost', problems)
}

async function killProduct(cycles: number, seed: number, folder: string): Promise<boolean> {
  if (cycles === 0) return true
  const result = await runCaseCycles({ cycles, seed, folder })
  print(`product        killed ${result.kills} times while people worked on ${result.cases} cases`)
  print(`acknowledged   ${result.acknowledged} reports and acts, ${result.conflicts} times two at once`)
  print(
    `ready again    worst ${duration(result.worstReadyMs)}; settled ${duration(result.settledAfterMs)} after the last`,
  )
  return verdict('the world of the product is sound (I1 to I16)', sentencesOf(result.violations))
}

function verdict(claim: string, problems: string[]): boolean {
  if (problems.length === 0) {
    printDone(claim)
    return true
  }
  printError(`not so: ${claim} (${problems.length} findings)`)
  for (const problem of problems.slice(0, 20)) print(`    ${problem}`)
  return false
}
