import { caseChain, chainStart, type Digest, rowHash } from '../audit/chain.ts'
import type { Instant } from '../kernel/instant.ts'
import { firstStage } from '../lifecycle/lifecycle.ts'
import type { Post } from '../lifecycle/posts.ts'
import { factsOf } from './act.ts'
import type { ReportInput } from './case.ts'
import type { Channel } from './channels.ts'
import { enterStage } from './clocks.ts'
import { type CaseRecord, type CaseWords, type Contact, type HistoryRow, rememberKey } from './record.ts'
import type { Terms } from './terms.ts'

/** Everything a report brings into being, to be written as one. */
export interface NewCase {
  readonly record: CaseRecord
  readonly words: CaseWords
  readonly history: HistoryRow
  readonly contact?: Contact
}

export interface Submission {
  readonly person: string
  readonly post: Post
  readonly channel: Channel
  readonly at: Instant
  readonly key: string
  readonly keyDigest: string
  readonly bodyHash: string
  /** Begins the case's chain. */
  readonly digest: Digest
  /** Where the case is accepted and filed in the same commit. */
  readonly series?: HistoryRow['series']
}

/** Characters of the place that lists show. */
const LIST_PLACE = 40

export function newCase(
  identity: Pick<CaseRecord, 'tenant' | 'id' | 'number'>,
  input: ReportInput,
  submission: Submission,
  terms: Terms,
): NewCase {
  const { at, key, keyDigest, bodyHash, person, post, channel, digest } = submission
  const urgent = channel === 'hotline' && ({ urgent: true } as const)
  const { limit, due, ...entered } = enterStage(firstStage, at, terms, { ...urgent })
  const chain = caseChain(identity.tenant, identity.id)
  const history: HistoryRow = {
    version: 1,
    action: 'report',
    post,
    person,
    at,
    evidence: {},
    key,
    bodyHash,
    to: firstStage,
    ...(due && { due }),
    episode: 1,
    of: factsOf({ channel, ...(input.kind && { kind: input.kind }) }),
    ...(submission.series && { series: submission.series }),
    previous: chainStart(digest, chain),
  }
  return {
    record: {
      ...identity,
      channel,
      ...entered,
      ...(limit && { limit }),
      ...(due && { due }),
      ...urgent,
      episode: 1,
      run: 1,
      version: 1,
      reportedAt: at,
      ...(input.kind && { kind: input.kind }),
      place: [...input.place].slice(0, LIST_PLACE).join(''),
      recentKeys: rememberKey([], 1, keyDigest),
      head: rowHash(digest, chain, 1, history),
    },
    words: {
      words: input.words,
      place: input.place,
      ...(input.position && { position: input.position }),
    },
    history,
    ...(input.reporter && { contact: input.reporter }),
  }
}
