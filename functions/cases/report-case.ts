import type { Receipt, ReportInput } from '#shared/cases/case'
import { type Channel, channelsFor, reportingPost } from '#shared/cases/channels'
import { newCase, type Submission } from '#shared/cases/report'
import type { Terms } from '#shared/cases/terms'
import { receiptOf } from '#shared/cases/view'
import { clientPerson } from '#shared/exchange/client-person'
import { chinaDate, instantOf } from '#shared/kernel/instant'
import { isRefusal, type Refusal, refuse } from '#shared/kernel/result'
import type { Post } from '#shared/lifecycle/posts'
import type { Clock } from '../kernel/clock.ts'
import { bodyHashOf } from '../kernel/command.ts'
import { sha256 } from '../kernel/digest.ts'
import { fileByRule, filingOf, firstOfSeries } from './file-by-rule.ts'
import { caseIdOf, keyDigest } from './fingerprint.ts'
import type { CaseNumbers, CaseStore, References, Surroundings } from './ports.ts'
import { reportedFacts } from './reported-facts.ts'

/**
 * Who reports: somebody of the county in one of their posts, a citizen, whom nobody has signed in, or a program that the
 * county lets in. Of that `body` is a digest of all that it sent, files included.
 */
export type Reporting =
  | { readonly kind: 'person'; readonly person: string; readonly posts: readonly Post[] }
  | { readonly kind: 'reporter' }
  | { readonly kind: 'client'; readonly client: string; readonly body: string }

export interface ReportRequest {
  readonly by: Reporting
  readonly key: string
  readonly input: ReportInput
}

export interface ReportNeeds {
  readonly tenant: string
  readonly store: CaseStore
  readonly numbers: CaseNumbers
  readonly references: Pick<References, 'condition'>
  readonly surroundings: Surroundings
  readonly clock: Clock
  readonly terms: Terms
}

/** Makes a case of a report, filed at once where the county's rules say so; a repeat is answered as the first was. */
export const reportCase =
  ({ tenant, store, numbers, references, surroundings, clock, terms }: ReportNeeds) =>
  async ({ by, key, input }: ReportRequest): Promise<Receipt | Refusal> => {
    const bound = bindTo(by, input.channel)
    if (isRefusal(bound)) return bound
    const id = caseIdOf(tenant, key)
    const bodyHash = reportHash({ by, input })
    const earlier = await earlierReport(store, id, bodyHash)
    if (earlier) return earlier
    if (terms.channels && !terms.channels.includes(bound.channel)) return refuse('channel-closed')
    const found = await reportedFacts(surroundings, terms, input)
    if (isRefusal(found)) return found
    const nowMs = clock.now()
    const number = await numbers.next(chinaDate(nowMs))
    if (!number) return refuse('numbers-exhausted')
    const filing = await filingOf(references, { ...bound, ...found }, terms)
    const submission = {
      ...bound,
      found,
      at: instantOf(nowMs),
      key,
      keyDigest: keyDigest(key),
      bodyHash,
      digest: sha256,
      ...(filing && { series: firstOfSeries }),
    }
    const report = newCase({ tenant, id, number }, input, submission, terms)
    const filed = filing && fileByRule(report, filing, terms)
    if ((await store.create(report, filed)) === 'created')
      return receiptOf(report.record, filed?.history.at(-1) ?? report.history)
    return (await earlierReport(store, id, bodyHash)) ?? refuse('busy')
  }

type Bound = Pick<Submission, 'person' | 'post' | 'channel'>

/** The channel that a report comes by, and the post in which somebody reports by it. */
function bindTo(by: Reporting, asked: Channel | undefined): Bound | Refusal {
  if (by.kind === 'reporter') return { post: 'reporter', channel: 'citizen' }
  if (by.kind === 'client') return { post: 'reporter', person: clientPerson(by.client), channel: 'open311' }
  const { person, posts } = by
  const channels = channelsFor(posts)
  const channel = asked ?? channels[0]
  if (!channel) return refuse('post-not-held')
  const post = channels.includes(channel) ? reportingPost(channel, posts) : undefined
  if (!post) return refuse('invalid-input', { fields: [{ field: 'channel', code: 'not-offered' }] })
  return { person, post, channel }
}

/** What tells a repeat from another report; the digest of what a program sent stands for the input. */
type Submitted = Pick<ReportRequest, 'by'> & Partial<Pick<ReportRequest, 'input'>>

/** Hash of who reported what. */
const reportHash = ({ by, input }: Submitted) =>
  bodyHashOf(by.kind === 'client' ? by : { person: by.kind === 'person' ? by.person : by.kind, input })

/** The answer to a report under this key before, if there was one. */
export const earlierAnswer = (
  { tenant, store }: Pick<ReportNeeds, 'tenant' | 'store'>,
  { key, ...submitted }: Submitted & Pick<ReportRequest, 'key'>,
) => earlierReport(store, caseIdOf(tenant, key), reportHash(submitted))

async function earlierReport(
  store: CaseStore,
  id: string,
  bodyHash: string,
): Promise<Receipt | Refusal | undefined> {
  const record = await store.read(id)
  const row = record && (await store.historyRow(id, 1))
  if (!record || !row) return undefined
  if (row.bodyHash !== bodyHash) return refuse('key-reused')
  const last = row.series && (await store.historyRow(id, row.series.of))
  return receiptOf(record, last ?? row)
}
