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
 * Prepares what may be done to a case that was read before its token was kept: an act that is committed on that very
 * version, or not at all. Gives how to commit it, which answers whether it was; undefined when there is nothing to do.
 */
export type Ahead = (record: CaseRecord) => Promise<(() => Promise<boolean>) | undefined>

interface Needs {
  readonly store: Pick<RunStore, 'keepToken' | 'read'>
  readonly signals: Signals
  readonly ahead?: Ahead
}

/**
 * Keeps the token, then reads the case: whoever acts from here on finds the token, and what was committed before is seen
 * here and answered at once. So no act falls between. Gives the case where it waits, unless it was seen to ahead.
 */
export const enterStage =
  ({ store, signals, ahead }: Needs) =>
  async (entered: StageEntered): Promise<CaseRecord | undefined> => {
    const { caseId, run, stage, token, known } = entered
    const preparing = ahead && prepare(store, ahead, entered)
    preparing?.catch(() => undefined)
    // to its end, whatever becomes of the rest: the token of a step that failed must not come behind that of its repetition
    await store.keepToken(caseId, run, { token, stage, version: known.version })
    const commit = await preparing
    if (commit && (await commit())) return undefined
    const record = await store.read(caseId)
    if (record?.run !== run) {
      await signals.fail(token, RUN_ENDED)
      return undefined
    }
    if (waitsAsKnown(record, entered)) return record
    const signal = signalFor(stage, record.stage)
    if (signal.success) await signals.succeed(token, newsOf(record))
    else await signals.fail(token, signal.flow, newsOf(record))
    return undefined
  }

async function prepare(store: Needs['store'], ahead: Ahead, entered: StageEntered) {
  const record = await store.read(entered.caseId)
  return record && waitsAsKnown(record, entered) ? ahead(record) : undefined
}

/** Whether the run has nothing to be told of the case: it waits where the run thinks it does, and until then. */
const waitsAsKnown = (record: CaseRecord, { run, stage, known }: StageEntered): boolean =>
  record.run === run && record.stage === stage && newsOf(record).wake === known.wake
