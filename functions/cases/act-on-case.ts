import { type Act, type Advance, actInSeries } from '#shared/cases/act'
import type { ActsInput, Receipt } from '#shared/cases/case'
import { type CaseRecord, versionOfKey } from '#shared/cases/record'
import { canTakeIn, takenIn } from '#shared/cases/take-in'
import { judgingBy, type Terms } from '#shared/cases/terms'
import { receiptOf } from '#shared/cases/view'
import { type Instant, instantOf } from '#shared/kernel/instant'
import { isRefusal, type Refusal, refuse } from '#shared/kernel/result'
import { type Actor, decide } from '#shared/lifecycle/decide'
import type { Clock } from '../kernel/clock.ts'
import { bodyHashOf } from '../kernel/command.ts'
import { sha256 } from '../kernel/digest.ts'
import { keyDigest } from './fingerprint.ts'
import { lookedUp } from './looked-up.ts'
import type { CaseStore, References } from './ports.ts'

export interface ActRequest {
  readonly actor: Exclude<Actor, { kind: 'system' }>
  readonly caseId: string
  /** One, or several to be committed together. */
  readonly input: ActsInput
  readonly key: string
}

export interface ActNeeds {
  readonly store: CaseStore
  readonly references: References
  readonly clock: Clock
  readonly terms: Terms
}

/** Acts on a case: judged, then committed on the version that the person saw, or refused; several all or none. */
export const actOnCase =
  ({ store, references, clock, terms }: ActNeeds) =>
  async (request: ActRequest): Promise<Receipt | Refusal> => {
    const { actor, caseId, input, key } = request
    const by = actor.kind === 'person' ? actor.person : actor.kind
    const bodyHash = bodyHashOf({ person: by, caseId, input })
    // Twice at most: whoever comes first raises the version, so the second look finds our own act or a changed case.
    for (let look = 0; look < 2; look++) {
      const record = await store.read(caseId)
      if (!record) return refuse('unknown-case')
      const earlier = await earlierAct(store, record, { key, bodyHash, seen: input.version })
      if (earlier) return earlier
      if (record.version !== input.version) return refuse('case-changed', { currentVersion: record.version })
      const submission = {
        actor,
        at: instantOf(clock.now()),
        key,
        keyDigest: keyDigest(key),
        bodyHash,
        digest: sha256,
      }
      const stopped = judgedFirst(record, request, submission.at, terms)
      if (stopped) return stopped
      const acts = await lookedUp(references, record, terms, input.acts)
      if (isRefusal(acts)) return acts
      const advance = actInSeries(
        record,
        acts.map((act): Act => ({ ...submission, ...act })),
        terms,
      )
      if (isRefusal(advance)) return advance
      const lead = await leadAfter(store, advance)
      if (isRefusal(lead)) return lead
      if ((await store.advance(advance, ...lead)) === 'advanced')
        return receiptOf(record, advance.history.at(-1)!)
    }
    return refuse('busy')
  }

/** Whoever may not act learns that, and nothing of what the evidence names. */
function judgedFirst(
  record: CaseRecord,
  { actor, input: { acts } }: ActRequest,
  at: Instant,
  terms: Terms,
): Refusal | undefined {
  const [first] = acts
  if (!first) return undefined
  const decision = decide(record, first.action, actor, first.evidence, judgingBy(terms, at))
  return isRefusal(decision) ? decision : undefined
}

/** The case in the lead, when this advance merges into it or leaves it again. */
async function leadAfter(
  store: CaseStore,
  { before, after, history }: Advance,
): Promise<Advance[] | Refusal> {
  const into = after.merged?.into ?? before.merged?.into
  if (into === undefined || after.merged?.into === before.merged?.into) return []
  const lead = await store.read(into)
  const joins = after.merged !== undefined
  if (joins && !(lead && canTakeIn(lead, after))) return refuse('case-not-open')
  const { at, key, bodyHash } = history.at(-1)!
  return lead ? [takenIn(lead, after, { joins, at, key, bodyHash, digest: sha256 })] : []
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
  if (row.bodyHash !== bodyHash) return refuse('key-reused')
  const { of, at } = row.series ?? { of: 1, at: 1 }
  const last = of === at ? row : await store.historyRow(record.id, row.version + of - at)
  return receiptOf(record, last ?? row)
}
