import type { RunInput, StageNews } from '../lifecycle/asl.ts'
import { awaitedOf } from './awaited.ts'
import type { CaseRecord } from './record.ts'

/** What the state machine is told: where the case is and when to look again; without a `wake` only its run's end. */
export function newsOf(record: CaseRecord): StageNews {
  const { stage, version } = record
  const awaited = awaitedOf(record)
  return { stage, version, ...(awaited && { wake: awaited.at }) }
}

/** Input of the execution that times this run. */
export const runInputOf = (record: CaseRecord): RunInput => ({
  tenant: record.tenant,
  caseId: record.id,
  episode: record.episode,
  run: record.run,
  ...newsOf(record),
})

/** `<case number>-<episode>-<run>`: stays taken for 90 days, so no run starts twice. */
export const executionName = ({ number, episode, run }: Pick<CaseRecord, 'number' | 'episode' | 'run'>) =>
  `${number}-${episode}-${run}`
