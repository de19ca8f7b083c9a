import {
  DescribeExecutionCommand,
  GetExecutionHistoryCommand,
  StartExecutionCommand,
} from '@aws-sdk/client-sfn'
import { TOY } from '../../support/toy/template.ts'
import { type Clients, type CloudProcess, startCloudProcess } from './cloud-process.ts'
import { listExecutions } from './observe.ts'
import { inParallel, machineArn, percentile } from './support.ts'

export interface WaitsResult {
  counts: { all: number; overdue: number; soon: number; far: number }
  startsPerSecond: number
  /** From the start of the process to its word that it is ready. */
  readyMs: number
  /** From the start of the process until every overdue wait had fired. */
  liveMs: number
  /** How long after its moment a wait fired that came due while the restarted cloud ran. */
  lateness: { p50: number; p99: number }
  problems: string[]
}

interface Wait {
  name: string
  group: 'overdue' | 'soon' | 'far'
  due: number
}

const CLIENTS = 32
const OVERDUE_SPREAD_MS = 3_000
const SOON_AFTER_MS = 10_000 // room for the restart
const SOON_SPREAD_MS = 4_000
const FIRE_LIMIT_MS = 60_000
const DAY_MS = 86_400_000
const FAR_DAYS = 80 // an ended execution is shown for 90 days, and at the end all of them are looked at

/** Opens `count` waits, kills the cloud, lets a third of them become overdue meanwhile, and watches all of them fire. */
export async function runWaits(options: {
  count: number
  assembly: string
  folder: string
}): Promise<WaitsResult> {
  const first = await startCloudProcess(options.assembly, options.folder)
  const machine = await machineArn(first.clients, TOY.wait)
  const { waits, startsPerSecond } = await openWaits(first.clients, machine, options.count)
  await first.kill()
  const overdueAt = latest(waits.filter(({ group }) => group === 'overdue'))
  await sleepUntil(overdueAt + 100)

  const restarted = performance.now()
  const second = await startCloudProcess(options.assembly, options.folder)
  const members = (...groups: Wait['group'][]) => waits.filter(({ group }) => groups.includes(group))
  await allEnded(second.clients, machine, members('overdue'))
  const liveMs = performance.now() - restarted
  const early = await endedTooSoon(second.clients, machine, waits)
  await allEnded(second.clients, machine, members('overdue', 'soon'))
  const soon = await readFired(second.clients, machine, members('soon'))
  await second.cloud.operate('POST', 'clock', { advanceTo: latest(waits) + 1000 })
  await allEnded(second.clients, machine, waits)
  const problems = [...early, ...(await checkFired(second, machine, waits))]
  await second.kill()
  const lateness = [...soon].map(([wait, { fired }]) => fired - wait.due)
  return {
    counts: {
      all: waits.length,
      overdue: members('overdue').length,
      soon: members('soon').length,
      far: members('far').length,
    },
    startsPerSecond,
    readyMs: second.readyAfterMs,
    liveMs,
    lateness: { p50: percentile(lateness, 0.5), p99: percentile(lateness, 0.99) },
    problems,
  }
}

/** The far ones first: their pace tells when the near ones can be due without firing before all are open. */
async function openWaits(clients: Clients, machine: string, count: number) {
  const started = performance.now()
  const now = Date.now()
  const far = makeWaits(
    'far',
    Math.ceil(count * 0.4),
    (share) => now + Math.ceil(share * (FAR_DAYS - 1) + 1) * DAY_MS,
  )
  await start(clients, machine, far)
  const startsPerSecond = (far.length / (performance.now() - started)) * 1000
  const near = count - far.length
  const base = Date.now() + (near / startsPerSecond) * 1500 + 2_000
  const half = Math.ceil(near / 2)
  const overdue = makeWaits('overdue', half, (share) => base + share * OVERDUE_SPREAD_MS)
  const soonBase = base + OVERDUE_SPREAD_MS + SOON_AFTER_MS
  const soon = makeWaits('soon', near - half, (share) => soonBase + share * SOON_SPREAD_MS)
  await start(clients, machine, [...overdue, ...soon])
  return { waits: [...far, ...overdue, ...soon], startsPerSecond }
}

function makeWaits(group: Wait['group'], count: number, due: (share: number) => number): Wait[] {
  return Array.from({ length: count }, (_, index) => ({
    name: `${group}-${index}`,
    group,
    due: Math.round(due(index / count)),
  }))
}

const start = ({ states }: Clients, stateMachineArn: string, waits: Wait[]) =>
  inParallel(waits, CLIENTS, async ({ name, due }) => {
    const input = JSON.stringify({ due: new Date(due).toISOString() })
    await states.send(new StartExecutionCommand({ stateMachineArn, name, input }))
  })

/** Polls until all of them have ended, or gives up: what has not ended then is reported by {@link checkFired}. */
async function allEnded(clients: Clients, machine: string, waits: Wait[]) {
  const lastDue = latest(waits.filter(({ group }) => group !== 'far'))
  const until = Math.max(Date.now(), lastDue) + FIRE_LIMIT_MS
  while (Date.now() < until) {
    const executions = await listExecutions(clients, machine)
    if (waits.every(({ name }) => executions.get(name) === 'SUCCEEDED')) return
    await sleepUntil(Date.now() + 50)
  }
}

/** Seen right after the restart: what has ended although its moment lies ahead. */
async function endedTooSoon(clients: Clients, machine: string, waits: Wait[]): Promise<string[]> {
  const executions = await listExecutions(clients, machine)
  const now = Date.now()
  return waits
    .filter(({ name, due }) => due > now && executions.get(name) !== 'RUNNING')
    .map(({ name }) => `${name} is ${executions.get(name) ?? 'lost'} before its moment`)
}

async function readFired({ states }: Clients, machine: string, waits: Wait[]) {
  const fired = new Map<Wait, { fired: number }>()
  await inParallel(waits, CLIENTS, async (wait) => {
    const { output } = await states.send(
      new DescribeExecutionCommand({ executionArn: executionArn(machine, wait.name) }),
    )
    if (output) fired.set(wait, { fired: Date.parse(JSON.parse(output).fired) })
  })
  return fired
}

/** After everything was due: each wait has ended, once, not before its moment. */
async function checkFired({ clients }: CloudProcess, machine: string, waits: Wait[]): Promise<string[]> {
  const problems: string[] = []
  const fired = await readFired(clients, machine, waits)
  await inParallel(waits, CLIENTS, async (wait) => {
    const moment = fired.get(wait)?.fired
    if (moment === undefined) problems.push(`${wait.name} never fired`)
    else if (moment < wait.due) problems.push(`${wait.name} fired ${wait.due - moment} ms early`)
    const history = await clients.states.send(
      new GetExecutionHistoryCommand({ executionArn: executionArn(machine, wait.name) }),
    )
    const ends = (history.events ?? []).filter(({ type }) => type === 'WaitStateExited').length
    if (ends !== 1) problems.push(`${wait.name} fired ${ends} times`)
  })
  return problems
}

const latest = (waits: Wait[]) => waits.reduce((last, { due }) => Math.max(last, due), 0)

const executionArn = (machine: string, name: string) =>
  `${machine.replace(':stateMachine:', ':execution:')}:${name}`

const sleepUntil = (instant: number) =>
  new Promise<void>((resolve) => setTimeout(resolve, Math.max(0, instant - Date.now())))
