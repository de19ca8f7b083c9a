import { newsOf } from '#shared/cases/news'
import type { CaseRecord } from '#shared/cases/record'
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
 * here and answered at once. So no act falls between. Gives the case where it waits.
 */
export const enterStage =
  ({ store, signals }: { store: RunStore; signals: Signals }) =>
  async ({ caseId, run, stage, token, known }: StageEntered): Promise<CaseRecord | undefined> => {
    await store.keepToken(caseId, run, { token, stage, version: known.version })
    const record = await store.read(caseId)
    if (record?.run !== run) {
      await signals.fail(token, RUN_ENDED)
      return undefined
    }
    const news = newsOf(record)
    if (record.stage === stage && news.wake === known.wake) return record
    const signal = signalFor(stage, record.stage)
    if (signal.success) await signals.succeed(token, news)
    else await signals.fail(token, signal.flow, news)
    return undefined
  }
