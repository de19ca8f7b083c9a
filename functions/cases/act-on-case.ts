import { actOn } from '#shared/cases/act'
import type { ActInput, Receipt } from '#shared/cases/case'
import { type CaseRecord, versionOfKey } from '#shared/cases/record'
import type { Terms } from '#shared/cases/terms'
import { receiptOf } from '#shared/cases/view'
import { instantOf } from '#shared/kernel/instant'
import { isRefusal, type Refusal, refuse } from '#shared/kernel/result'
import type { Actor } from '#shared/lifecycle/decide'
import type { Action } from '#shared/lifecycle/lifecycle'
import type { Clock } from '../kernel/clock.ts'
import { bodyHashOf } from '../kernel/command.ts'
import { sha256 } from '../kernel/digest.ts'
import { keyDigest } from './fingerprint.ts'
import type { CaseStore } from './ports.ts'

export interface ActRequest {
  readonly actor: Actor & { readonly kind: 'person' }
  readonly caseId: string
  readonly action: Action
  readonly input: ActInput
  readonly key: string
}

interface Needs {
  readonly store: CaseStore
  readonly clock: Clock
  readonly terms: Terms
}

/** A person's act on a case: judged, then committed on the version that the person saw, or refused. */
export const actOnCase =
  ({ store, clock, terms }: Needs) =>
  async (request: ActRequest): Promise<Receipt | Refusal> => {
    const { actor, caseId, action, input, key } = request
    const bodyHash = bodyHashOf({ person: actor.person, caseId, action, input })
    // Twice at most: whoever comes first raises the version, so the second look finds our own act or a changed case.
    for (let look = 0; look < 2; look++) {
      const record = await store.read(caseId)
      if (!record) return refuse('unknown-case')
      const earlier = await earlierAct(store, record, { key, bodyHash, seen: input.version })
      if (earlier) return earlier
      if (record.version !== input.version) return refuse('case-changed', { currentVersion: record.version })
      const act = {
        action,
        actor,
        evidence: input.evidence,
        at: instantOf(clock.now()),
        key,
        keyDigest: keyDigest(key),
        bodyHash,
        digest: sha256,
      }
      const advance = actOn(record, act, terms)
      if (isRefusal(advance)) return advance
      if ((await store.advance(advance)) === 'advanced') return receiptOf(record, advance.history)
    }
    return refuse('busy')
  }

/** The answer to a key that was used before: the same for the same submission, a refusal for another. */
async function earlierAct(
  store: CaseStore,
  record: CaseRecord,
  { key, bodyHash, seen }: { key: string; bodyHash: string; seen: number },
): Promise<Receipt | Refusal | undefined> {
  // Forgotten by the case, an act still stands right after the version that its sender saw.
  const version =
    versionOfKey(record.recentKeys, keyDigest(key)) ?? (record.version > seen ? seen + 1 : undefined)
  const row = version === undefined ? undefined : await store.historyRow(record.id, version)
  if (row?.key !== key) return undefined
  return row.bodyHash === bodyHash ? receiptOf(record, row) : refuse('key-reused')
}
