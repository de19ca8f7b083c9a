import { awaitedOf } from '#shared/cases/awaited'
import { executionName } from '#shared/cases/news'
import type { CaseRecord } from '#shared/cases/record'
import { epochMsOf } from '#shared/kernel/instant'
import { lifecycle } from '#shared/lifecycle/lifecycle'
import type { Clock } from '../kernel/clock.ts'
import type { ExecutionWatch, OpenWork, RunningExecution, RunStore } from './ports.ts'

interface Needs {
  /** The cases of a county, by its code. */
  storeOf(tenant: string): RunStore
  readonly openWork: OpenWork
  readonly executions: ExecutionWatch
  readonly clock: Clock
}

export interface Reconciled {
  readonly open: number
  readonly running: number
  /** Cases whose next run was begun. */
  readonly begun: number
  /** Of these, cases that were led over to the current definition. */
  readonly upgraded: number
  /** Executions that timed nothing any more. */
  readonly stopped: number
}

/** Runs of an older definition that one pass leads over: so many starts do not crowd out what people do. */
const MOST_UPGRADED = 500

/** What is younger may still be on its way through the stream. */
const GRACE_MS = 120_000

/**
 * Finds open cases that nothing times (no live execution, or one that let the due pass) or that follow an older definition,
 * and begins their next run; finds executions whose case has ended or goes on in another run, and stops them.
 */
export const reconcile = (needs: Needs) => async (): Promise<Reconciled> => {
  // Open work first: an execution that ends in between belongs to a case that the second look finds ended.
  const open = await collect(needs.openWork.all())
  const running = await collect(needs.executions.running())
  const names = new Set(running.map(({ name }) => name))
  const settledBefore = needs.clock.now() - GRACE_MS

  const outdated = await outdatedRuns(needs.executions, running)
  let begun = 0
  let upgraded = 0
  for (const record of open) {
    const untimed = isUntimed(record, names, settledBefore)
    const old = upgraded < MOST_UPGRADED && outdated.has(executionName(record))
    if (!(untimed || old) || !(await beginNextRun(needs, record))) continue
    begun++
    if (!untimed) upgraded++
  }

  const expected = new Set(open.map(executionName))
  let stopped = 0
  for (const execution of running.filter((one) => isStray(one, expected, settledBefore)))
    if (await stopStray(needs, execution)) stopped++
  return { open: open.length, running: running.length, begun, upgraded, stopped }
}

/** Names of executions that follow another version of the definition than the one that new ones start on. */
async function outdatedRuns(
  executions: ExecutionWatch,
  running: readonly RunningExecution[],
): Promise<ReadonlySet<string>> {
  const current = await executions.currentVersion()
  const old = running.filter(({ version }) => current !== undefined && version !== current)
  return new Set(old.map(({ name }) => name))
}

function isUntimed(record: CaseRecord, running: ReadonlySet<string>, settledBefore: number): boolean {
  if (!running.has(executionName(record))) return epochMsOf(record.reportedAt) < settledBefore
  const awaited = awaitedOf(record)
  return awaited !== undefined && epochMsOf(awaited.at) < settledBefore
}

const isStray = (
  { name, startedMs }: RunningExecution,
  expected: ReadonlySet<string>,
  settledBefore: number,
) => !expected.has(name) && startedMs < settledBefore

/** Looks again at what was committed: the index may lag, and somebody may have acted since. */
async function beginNextRun({ storeOf }: Needs, seen: CaseRecord): Promise<boolean> {
  const store = storeOf(seen.tenant)
  const record = await store.read(seen.id)
  if (!record || record.version !== seen.version || record.run !== seen.run) return false
  if (!lifecycle[record.stage].open) return false
  return (await store.beginNextRun(record)) === 'begun'
}

async function stopStray({ storeOf, executions }: Needs, execution: RunningExecution): Promise<boolean> {
  const input = await executions.inputOf(execution.arn)
  if (!input) return false
  const record = await storeOf(input.tenant).read(input.caseId)
  if (record && lifecycle[record.stage].open && executionName(record) === execution.name) return false
  await executions.stop(execution.arn, 'The case has ended or goes on in another run.')
  return true
}

async function collect<T>(items: AsyncIterable<T>): Promise<T[]> {
  const all: T[] = []
  for await (const item of items) all.push(item)
  return all
}
