import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { duration, print, printDone, printError } from '../../../infra/commands/terminal.ts'
import { generator, whole } from '../options.ts'
import { allCounties, onboardUnderFire } from './onboard.ts'

const USAGE = 'npm run chaos -- onboarding [--counties 38] [--kills 8] [--seed 1]'
/** quality.md: 38 in at most 60 s. */
const LIMIT_MS = 60_000

/** Onboards counties while another is used and the provisioner is killed at random: no half-tenant, no duplicate. */
export async function run(args: string[]): Promise<boolean> {
  const options = readOptions(args)
  const folder = mkdtempSync(join(tmpdir(), 'chaos-onboarding-'))
  try {
    print(
      `onboarding: ${options.counties} counties, ${options.kills} kills of the process, seed ${options.seed}`,
    )
    const report = await onboardUnderFire({
      counties: allCounties.slice(0, options.counties),
      processKills: options.kills,
      random: generator(options.seed),
      folder,
    })
    print(
      `killed         the process ${report.killed.processes} times, executions ${report.killed.executions} times`,
    )
    print(`resumed        ${report.resumptions} times`)
    print(`meanwhile      ${report.acknowledged} cases acknowledged by the county in use`)
    print(`took           ${duration(report.milliseconds)} (the goal for 38 is ${duration(LIMIT_MS)})`)
    for (const problem of report.problems.slice(0, 20)) printError(problem)
    if (report.problems.length === 0) printDone('no half-tenant, no duplicate, nothing acknowledged is lost')
    return report.problems.length === 0
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
  }
}

function readOptions(args: string[]) {
  try {
    const text = (fallback: string) => ({ type: 'string', default: fallback }) as const
    const { values } = parseArgs({
      args,
      options: { counties: text('38'), kills: text('8'), seed: text(`${Date.now() % 100_000}`) },
    })
    return { counties: whole(values.counties), kills: whole(values.kills), seed: whole(values.seed) }
  } catch (error) {
    printError(`${(error as Error).message} Usage: ${USAGE}`)
    process.exit(2)
  }
}
