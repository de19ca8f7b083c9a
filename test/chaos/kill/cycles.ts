import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { SendTaskSuccessCommand, TaskDoesNotExist, TaskTimedOut } from '@aws-sdk/client-sfn'
import { print } from '../../../infra/commands/terminal.ts'
import { seededRandom } from '../../support/chance.ts'
import { TOY } from '../../support/toy/template.ts'
import { type Acknowledged, checkWorld, type World } from './check-world.ts'
import { type CloudProcess, startAndKill, startCloudProcess } from './cloud-process.ts'
import { type Journal, openJournal, readJournal } from './journal.ts'
import { readToken, startLoad } from './load.ts'
import { observe } from './observe.ts'
import { machineArn, percentile } from './support.ts'

export interface CyclesResult {
  kills: number
  killsWhileStarting: number
  acknowledged: { writes: number; transactions: number; executions: number; answers: number }
  readyMs: { p50: number; worst: number }
  effects: number
  repeatedEffects: number
  problems: string[]
}

const SHORTEST_LOAD_MS = 300
const LONGEST_LOAD_MS = 2_500
const KILL_WHILE_STARTING_SHARE = 0.2
const STARTING_MS = 600 // a kill somewhere in the first moments of a start
const SETTLE_LIMIT_MS = 120_000
const PRINT_EVERY = 10

export async function runCycles(options: {
  cycles: number
  seed: number
  assembly: string
  folder: string
}): Promise<CyclesResult> {
  const { assembly, folder } = options
  mkdirSync(folder, { recursive: true })
  const random = seededRandom(options.seed)
  const logFile = join(folder, 'client.log')
  const journal = openJournal(logFile)
  const data = join(folder, 'data')
  const readyTimes: number[] = []
  const problems: string[] = []
  let killsWhileStarting = 0

  let cloud = await startCloudProcess(assembly, data)
  const machine = await machineArn(cloud.clients, TOY.work)
  for (let cycle = 1; cycle <= options.cycles && problems.length === 0; cycle++) {
    await killUnderLoad(cloud, journal, machine, cycle, random)
    if (random() < KILL_WHILE_STARTING_SHARE) {
      killsWhileStarting++
      await startAndKill(assembly, data, random() * STARTING_MS)
    }
    cloud = await startCloudProcess(assembly, data)
    readyTimes.push(cloud.readyAfterMs)
    const world = await observe(cloud.clients, machine)
    problems.push(
      ...checkWorld(readJournal(logFile), world, false).map((problem) => `cycle ${cycle}: ${problem}`),
    )
    if (cycle % PRINT_EVERY === 0 || cycle === options.cycles) printProgress(cycle, world)
  }
  const world = await settle(cloud, journal, machine, () => readJournal(logFile))
  problems.push(...checkWorld(readJournal(logFile), world, true))
  await cloud.kill()
  journal.close()
  return {
    kills: readyTimes.length,
    killsWhileStarting,
    acknowledged: countAcknowledged(readJournal(logFile)),
    readyMs: { p50: percentile(readyTimes, 0.5), worst: percentile(readyTimes, 1) },
    effects: world.effects.size,
    repeatedEffects: [...world.effects.values()].filter((count) => count > 1).length,
    problems: [...new Set(problems)],
  }
}

async function killUnderLoad(
  cloud: CloudProcess,
  journal: Journal,
  machine: string,
  cycle: number,
  random: () => number,
) {
  const load = startLoad(cloud.clients, journal, machine, cycle)
  const forMs = SHORTEST_LOAD_MS + random() * (LONGEST_LOAD_MS - SHORTEST_LOAD_MS)
  await new Promise((resolve) => setTimeout(resolve, forMs))
  await cloud.kill()
  await load.stop()
}

/** Answers every token still open, then waits until the cloud has finished what it had begun, or for two minutes. */
async function settle(
  { clients }: CloudProcess,
  journal: Journal,
  machine: string,
  told: () => Acknowledged,
): Promise<World> {
  const until = performance.now() + SETTLE_LIMIT_MS
  for (;;) {
    const world = await observe(clients, machine)
    const open = [...world.executions].filter(([, status]) => status === 'RUNNING').map(([name]) => name)
    const finished = open.length === 0 && checkWorld(told(), world, true).length === 0
    if (finished || performance.now() > until) return world
    for (const name of open) {
      const taskToken = await readToken(clients, name)
      if (!taskToken) continue
      try {
        await clients.states.send(new SendTaskSuccessCommand({ taskToken, output: '{}' }))
        await journal.note({ kind: 'answered', name })
      } catch (error) {
        // answered before the kill, and the answer was never seen
        if (!(error instanceof TaskTimedOut || error instanceof TaskDoesNotExist)) throw error
      }
    }
    await new Promise((resolve) => setTimeout(resolve, 500))
  }
}

function countAcknowledged(told: Acknowledged) {
  const sum = (values: Iterable<number>) => [...values].reduce((total, value) => total + value, 0)
  return {
    writes: sum(told.items.values()),
    transactions: sum(told.cases.values()),
    executions: told.started.size,
    answers: told.answered.size,
  }
}

function printProgress(cycle: number, world: World) {
  const rows = [...world.history.values()].reduce((total, versions) => total + versions.length, 0)
  print(
    `cycle ${cycle}: ${world.cases.size} cases with ${rows} history rows, ${world.items.size} items, ${world.executions.size} executions`,
  )
}
