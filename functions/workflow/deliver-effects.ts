import { awaitedOf } from '#shared/cases/awaited'
import { executionName, newsOf, runInputOf } from '#shared/cases/news'
import type { CaseRecord } from '#shared/cases/record'
import { RUN_ENDED, signalFor } from '#shared/lifecycle/asl'
import { lifecycle } from '#shared/lifecycle/lifecycle'
import type { CaseChange, Executions, RunStore, Signals } from './ports.ts'

interface Needs {
  /** Bound to the county of the change. */
  readonly store: RunStore
  readonly signals: Signals
  readonly executions: Executions
}

/**
 * Tells executions what was committed. May be told late, twice or out of order: a run starts once by its name, and a
 * wait that knows this version or a later one already is left alone.
 */
export const deliverEffects =
  ({ store, signals, executions }: Needs) =>
  async ({ before, after }: CaseChange): Promise<void> => {
    if (!before || before.run !== after.run || before.episode !== after.episode)
      return beginRun({ store, signals, executions }, before, after)
    if (!clockMoved(before, after)) return
    const waiting = await store.token(after.id, after.run)
    // Without a token the stage is being entered: enter-stage reads the case after it has kept the token.
    if (!waiting || waiting.version >= after.version) return
    const signal = signalFor(waiting.stage, after.stage)
    if (signal.success) await signals.succeed(waiting.token, newsOf(after))
    else await signals.fail(waiting.token, signal.flow, newsOf(after))
  }

async function beginRun(needs: Needs, before: CaseRecord | undefined, after: CaseRecord): Promise<void> {
  if (lifecycle[after.stage].open) await needs.executions.start(executionName(after), runInputOf(after))
  const earlier = before && (await needs.store.token(before.id, before.run))
  if (earlier) await needs.signals.fail(earlier.token, RUN_ENDED)
}

function clockMoved(before: CaseRecord, after: CaseRecord): boolean {
  if (before.stage !== after.stage || before.entered !== after.entered) return true
  return awaitedOf(before)?.at !== awaitedOf(after)?.at && !markedByTimer(before, after)
}

/** Marks of being overdue and steps of the ladder come from the run itself, which knows. */
const markedByTimer = (before: CaseRecord, after: CaseRecord) =>
  (after.overdue && !before.overdue) ||
  (after.escalation !== undefined && after.escalation.step > (before.escalation?.step ?? 0))
