import type { Receipt, ReportInput } from '#shared/cases/case'
import type { Channel } from '#shared/cases/channels'
import { newCase } from '#shared/cases/report'
import type { Terms } from '#shared/cases/terms'
import { receiptOf } from '#shared/cases/view'
import { chinaDate, instantOf } from '#shared/kernel/instant'
import { type Refusal, refuse } from '#shared/kernel/result'
import type { Post } from '#shared/lifecycle/posts'
import type { Clock } from '../kernel/clock.ts'
import { bodyHashOf } from '../kernel/command.ts'
import { sha256 } from '../kernel/digest.ts'
import { fileByRule, filingOf, firstOfSeries } from './file-by-rule.ts'
import { caseIdOf, keyDigest } from './fingerprint.ts'
import type { CaseNumbers, CaseStore, References } from './ports.ts'

export interface ReportRequest {
  readonly person: string
  readonly posts: readonly Post[]
  readonly key: string
  readonly input: ReportInput
}

interface Needs {
  readonly tenant: string
  readonly store: CaseStore
  readonly numbers: CaseNumbers
  readonly references: Pick<References, 'condition'>
  readonly clock: Clock
  readonly terms: Terms
}

/** Makes a case of a report, filed at once where the county's rules say so; a repeat is answered as the first was. */
export const reportCase =
  ({ tenant, store, numbers, references, clock, terms }: Needs) =>
  async ({ person, posts, key, input }: ReportRequest): Promise<Receipt | Refusal> => {
    const [post] = posts
    if (!post) return refuse('post-not-held')
    const id = caseIdOf(tenant, key)
    const bodyHash = bodyHashOf({ person, input })
    const earlier = await earlierReport(store, id, bodyHash)
    if (earlier) return earlier
    const nowMs = clock.now()
    const number = await numbers.next(chinaDate(nowMs))
    if (!number) return refuse('numbers-exhausted')
    const channel = channelOf(post)
    const filing = await filingOf(references, { channel, ...(input.kind && { kind: input.kind }) }, terms)
    const submission = {
      person,
      post,
      channel,
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

/** How a report of somebody in this post came in, where it is not said. */
const channelOf = (post: Post): Channel => (post === 'collector' ? 'collector' : 'web')

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
