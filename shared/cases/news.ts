import type { RunInput, StageNews } from '../lifecycle/asl.ts'
import type { CaseRecord } from './record.ts'

/** What the state machine is told: where the case is and when to look again; once marked overdue only its run's end. */
export const newsOf = ({ stage, version, due, overdue }: CaseRecord): StageNews => ({
  stage,
  version,
  ...(due && !overdue && { wake: due }),
})

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
