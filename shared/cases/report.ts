import { caseChain, chainStart, type Digest, rowHash } from '../audit/chain.ts'
import type { Instant } from '../kernel/instant.ts'
import { firstStage, type Who } from '../lifecycle/lifecycle.ts'
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

/** What was looked up of a report: where it is, and what it is of. */
export type Found = Pick<CaseRecord, 'kind' | 'area' | 'areaClass' | 'component' | 'owner'> &
  Pick<CaseWords, 'position'>

export interface Submission {
  /** Absent when a citizen reports. */
  readonly person?: string
  readonly post: Who
  readonly found?: Found
  readonly channel: Channel
  readonly at: Instant
  readonly key: string
  readonly keyDigest: string
  readonly bodyHash: string
  /** What another county passes on with it. */
  readonly passedOn?: Required<Pick<CaseRecord, 'origin' | 'reportedAt'>> & { readonly reason: string }
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
  const { position = input.position, kind = input.kind, ...whereabouts } = submission.found ?? {}
  // who calls waits at the telephone
  const urgent = (channel === 'hotline' || input.urgent) && ({ urgent: true } as const)
  const { areaClass, area } = whereabouts
  const timed = { ...(areaClass && { areaClass }), ...urgent }
  const { limit, due, ...entered } = enterStage(firstStage, at, terms, timed)
  const chain = caseChain(identity.tenant, identity.id)
  const history: HistoryRow = {
    version: 1,
    action: 'report',
    post,
    ...(person !== undefined && { person }),
    at,
    evidence: submission.passedOn ? { reason: submission.passedOn.reason } : {},
    key,
    bodyHash,
    to: firstStage,
    ...(due && { due }),
    episode: 1,
    of: factsOf({ channel, ...(kind && { kind }), ...(area && { area }) }),
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
      reportedAt: submission.passedOn?.reportedAt ?? at,
      ...(submission.passedOn && { origin: submission.passedOn.origin }),
      ...(kind && { kind }),
      ...whereabouts,
      place: [...input.place].slice(0, LIST_PLACE).join(''),
      recentKeys: rememberKey([], 1, keyDigest),
      head: rowHash(digest, chain, 1, history),
    },
    words: {
      words: input.words,
      place: input.place,
      ...(position && { position }),
      ...(input.photos && { photos: input.photos }),
    },
    history,
    ...(input.reporter && { contact: input.reporter }),
  }
}
