import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openDatabase } from '../../infra/local/kernel/database.ts'
import { openCloud, type TestCloud, testFunctions } from '../local/states/support/cloud.ts'
import type { BenchResult } from './main.ts'

const EXECUTIONS = 400
const AT_ONCE = 64
const TASKS = 8
const COMMITS = 400
const WAITS = 10_000

const chain = (state: object, length: number) => ({
  QueryLanguage: 'JSONata',
  StartAt: 'S0',
  States: Object.fromEntries(
    Array.from({ length }, (_, at) => [
      `S${at}`,
      { ...state, ...(at + 1 < length ? { Next: `S${at + 1}` } : { End: true }) },
    ]),
  ),
})
const task = {
  Type: 'Task',
  Resource: 'arn:aws:states:::lambda:invoke',
  Arguments: { FunctionName: 'echo', Payload: '{% $states.input %}' },
  Output: '{% $states.result.Payload %}',
}

const secondsOf = async (work: () => Promise<unknown>) => {
  const began = performance.now()
  await work()
  return (performance.now() - began) / 1000
}

/** State transitions a second with `AT_ONCE` executions under way. */
async function transitionsPerSecond(cloud: TestCloud, machine: string, states: number) {
  const seconds = await secondsOf(async () => {
    for (let done = 0; done < EXECUTIONS; done += AT_ONCE) {
      await Promise.all(Array.from({ length: AT_ONCE }, (_, at) => cloud.start(machine, { at })))
      await cloud.settled()
    }
  })
  return (Math.ceil(EXECUTIONS / AT_ONCE) * AT_ONCE * states) / seconds
}

/** One-row commits a second, one after the other, each on the disk: what the disk gives. */
async function commitsPerSecond(folder: string) {
  const database = openDatabase(folder)
  database.sqlite.exec('CREATE TABLE bare (id INTEGER PRIMARY KEY, text TEXT)')
  const insert = database.sqlite.prepare('INSERT INTO bare (text) VALUES (?)')
  const seconds = await secondsOf(async () => {
    for (let at = 0; at < COMMITS; at++) await database.write(() => insert.run('x'.repeat(500)))
  })
  await database.close()
  return COMMITS / seconds
}

async function resumeWaits(folder: string) {
  const first = openCloud({ folder })
  const machine = await first.machine(chain({ Type: 'Wait', Seconds: 86_400 }, 1))
  await Promise.all(Array.from({ length: WAITS }, (_, at) => first.start(machine, at)))
  await first.settled()
  first.kill()
  let second: TestCloud | undefined
  const seconds = await secondsOf(async () => {
    second = openCloud({ folder })
    second.states.provision([])
    second.states.resume()
    await second.settled()
  })
  const all = await secondsOf(() => second!.advance(86_500))
  const { n: ended } = second!.database.sqlite
    .prepare("SELECT count(*) AS n FROM states_execution WHERE status = 'SUCCEEDED'")
    .get() as { n: number }
  await second!.close()
  return { seconds, all, ended }
}

export async function bench(): Promise<BenchResult> {
  const folder = mkdtempSync(join(tmpdir(), 'bench-states-'))
  const cloud = openCloud({
    folder: join(folder, 'run'),
    functions: testFunctions({ echo: (event) => event }),
  })
  const tasks = await cloud.machine(chain(task, TASKS), 'tasks')
  const passes = await cloud.machine(chain({ Type: 'Pass' }, TASKS), 'passes')
  const taskRate = await transitionsPerSecond(cloud, tasks, TASKS)
  const passRate = await transitionsPerSecond(cloud, passes, TASKS)
  const commits = await commitsPerSecond(join(folder, 'bare'))
  await cloud.close()
  const waits = await resumeWaits(join(folder, 'waits'))
  rmSync(folder, { recursive: true, force: true })
  const ratio = taskRate / commits
  return {
    figures: [
      { name: `transitions through tasks, ${AT_ONCE} executions at once`, value: taskRate, unit: '/s' },
      { name: 'transitions without a call', value: passRate, unit: '/s' },
      { name: 'bare one-row commits', value: commits, unit: '/s' },
      {
        name: 'transitions through tasks ÷ bare commits',
        value: ratio,
        unit: '×',
        bar: 0.5,
        ok: ratio >= 0.5,
      },
      {
        name: `${WAITS} open waits live again`,
        value: waits.seconds * 1000,
        unit: 'ms',
        bar: 10_000,
        ok: waits.seconds < 10,
      },
      { name: `${WAITS} waits fall due and end`, value: waits.all * 1000, unit: 'ms' },
      { name: 'of them ended', value: waits.ended, unit: '', bar: WAITS, ok: waits.ended === WAITS },
    ],
    notes: [
      'A transition through a task is two writes to the disk and one call, of a function that answers at once.',
    ],
  }
}
