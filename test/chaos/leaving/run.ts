import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { duration, print, printDone, printError } from '../../../infra/commands/terminal.ts'
import { allCounties } from '../onboarding/onboard.ts'
import { generator, whole } from '../options.ts'
import { leaveUnderFire } from './leave.ts'

const USAGE = 'npm run chaos -- leaving [--counties 4] [--kills 6] [--seed 1]'

/** Exports and erases counties while whoever does it is killed at random: all of it in the files, none of it left, the neighbour whole. */
export async function run(args: string[]): Promise<boolean> {
  const { counties, kills, seed } = readOptions(args)
  const folder = mkdtempSync(join(tmpdir(), 'chaos-leaving-'))
  try {
    print(`leaving: ${counties} counties, ${kills} kills of the process, seed ${seed}`)
    const [staying = '', ...others] = allCounties
    const report = await leaveUnderFire({
      leaving: others.slice(0, counties),
      staying,
      processKills: kills,
      random: generator(seed),
      folder,
    })
    print(
      `killed         the process ${report.killed.processes} times, executions ${report.killed.executions} times`,
    )
    print(`resumed        ${report.resumptions} times`)
    print(`taken out      ${report.items} items of ${report.counties} counties`)
    print(`took           ${duration(report.milliseconds)}`)
    for (const problem of report.problems.slice(0, 20)) printError(problem)
    if (report.problems.length === 0)
      printDone('every item is in the files once, nothing but the audit is left, the proofs hold')
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
      options: { counties: text('4'), kills: text('6'), seed: text(`${Date.now() % 100_000}`) },
    })
    return { counties: whole(values.counties), kills: whole(values.kills), seed: whole(values.seed) }
  } catch (error) {
    printError(`${(error as Error).message} Usage: ${USAGE}`)
    process.exit(2)
  }
}
