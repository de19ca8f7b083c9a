import type { Receipt } from '#shared/cases/case'
import { versionOfKey } from '#shared/cases/record'
import { type Refusal, refuse } from '#shared/kernel/result'
import { type ActNeeds, actOnCase } from './act-on-case.ts'
import { keyDigest } from './fingerprint.ts'

export interface Objection {
  readonly caseId: string
  readonly reason: string
  readonly key: string
}

/** Whoever reported objects to what became of it: they see no version, so theirs is the case as it stands. */
export const objectAsReporter =
  (needs: ActNeeds) =>
  async ({ caseId, reason, key }: Objection): Promise<Receipt | Refusal> => {
    const record = await needs.store.read(caseId)
    if (!record) return refuse('unknown-case')
    const done = versionOfKey(record.recentKeys, keyDigest(key))
    const version = done === undefined ? record.version : done - 1
    return actOnCase(needs)({
      actor: { kind: 'reporter' },
      caseId,
      input: { version, acts: [{ action: 'object', evidence: { reason } }] },
      key,
    })
  }
