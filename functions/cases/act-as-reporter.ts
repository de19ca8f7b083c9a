import type { Receipt } from '#shared/cases/case'
import { versionOfKey } from '#shared/cases/record'
import { type Refusal, refuse } from '#shared/kernel/result'
import { type ActNeeds, actOnCase } from './act-on-case.ts'
import { keyDigest } from './fingerprint.ts'

export interface ReporterAct {
  readonly caseId: string
  /** Objects to what became of it, or asks after it while it is open. */
  readonly action: 'object' | 'remind'
  readonly words: string
  readonly key: string
}

/** Whoever reported acts on the case: they see no version, so theirs is the case as it stands. */
export const actAsReporter =
  (needs: ActNeeds) =>
  async ({ caseId, action, words, key }: ReporterAct): Promise<Receipt | Refusal> => {
    const record = await needs.store.read(caseId)
    if (!record) return refuse('unknown-case')
    const done = versionOfKey(record.recentKeys, keyDigest(key))
    const version = done === undefined ? record.version : done - 1
    const evidence = action === 'object' ? { reason: words } : { words }
    return actOnCase(needs)({
      actor: { kind: 'reporter' },
      caseId,
      input: { version, acts: [{ action, evidence }] },
      key,
    })
  }
