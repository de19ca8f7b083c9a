import { actOn } from '#shared/cases/act'
import { proposedBy } from '#shared/cases/awaited'
import { newsOf } from '#shared/cases/news'
import type { CaseRecord } from '#shared/cases/record'
import type { Terms } from '#shared/cases/terms'
import { instantOf } from '#shared/kernel/instant'
import { isRefusal } from '#shared/kernel/result'
import { RUN_DAYS, type StageNews } from '#shared/lifecycle/asl'
import type { Action, Stage } from '#shared/lifecycle/lifecycle'
import type { Clock } from '../kernel/clock.ts'
import { sha256 } from '../kernel/digest.ts'
import type { RunStore } from './ports.ts'

export interface TimerFired {
  readonly caseId: string
  readonly run: number
  readonly stage: Stage
  /** When the run's execution started (ISO 8601). */
  readonly startedAt: string
}

interface Needs {
  readonly store: RunStore
  readonly clock: Clock
  readonly terms: Terms
}

/**
 * A timer only proposes: what the case awaits next (a mark of being overdue, a step of the ladder, the end of a suspension),
 * or the next run when this one grows old, under the same conditions as a person's act; otherwise it writes nothing. Answers where the case is, and the stage is entered again.
 */
export const stageOverdue =
  (needs: Needs) =>
  async (fired: TimerFired): Promise<StageNews> => {
    const { store, clock } = needs
    const record = await store.read(fired.caseId)
    if (!record) return { stage: fired.stage, version: 0 }
    if (record.run !== fired.run || record.stage !== fired.stage) return newsOf(record)
    const proposed = proposedBy(record, clock.now())
    if (proposed) return actByTimer(needs, record, proposed)
    if (clock.now() >= Date.parse(fired.startedAt) + RUN_DAYS * 86_400_000) await store.beginNextRun(record)
    return newsOf(record)
  }

async function actByTimer(
  { store, clock, terms }: Needs,
  record: CaseRecord,
  action: Action,
): Promise<StageNews> {
  const key = `${action}-${record.stage}-${record.version}`
  const act = {
    action,
    actor: { kind: 'system' },
    evidence: {},
    at: instantOf(clock.now()),
    key,
    bodyHash: key,
    digest: sha256,
  } as const
  const advance = actOn(record, act, terms)
  if (isRefusal(advance)) return newsOf(record)
  if ((await store.advance(advance)) === 'advanced') return newsOf(advance.after)
  const changed = await store.read(record.id)
  return newsOf(changed ?? record)
}
