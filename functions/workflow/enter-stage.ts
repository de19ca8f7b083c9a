import { newsOf } from '#shared/cases/news'
import { RUN_ENDED, type StageNews, signalFor } from '#shared/lifecycle/asl'
import type { Stage } from '#shared/lifecycle/lifecycle'
import type { RunStore, Signals } from './ports.ts'

export interface StageEntered {
  readonly caseId: string
  readonly run: number
  readonly stage: Stage
  readonly token: string
  /** What the run was told last: its timer stands on it. */
  readonly known: Pick<StageNews, 'version' | 'wake'>
}

/**
 * Keeps the token, then reads the case: whoever acts from here on finds the token, and what was committed before is seen
 * here and answered at once. So no act falls between.
 */
export const enterStage =
  ({ store, signals }: { store: RunStore; signals: Signals }) =>
  async ({ caseId, run, stage, token, known }: StageEntered): Promise<void> => {
    await store.keepToken(caseId, run, { token, stage, version: known.version })
    const record = await store.read(caseId)
    if (!record || record.run !== run) return signals.fail(token, RUN_ENDED)
    const news = newsOf(record)
    if (record.stage === stage && news.wake === known.wake) return
    const signal = signalFor(stage, record.stage)
    if (signal.success) return signals.succeed(token, news)
    return signals.fail(token, signal.flow, news)
  }
