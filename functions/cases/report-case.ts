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
import { caseIdOf, keyDigest } from './fingerprint.ts'
import type { CaseNumbers, CaseStore } from './ports.ts'

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
  readonly clock: Clock
  readonly terms: Terms
}

/** Makes a case of a report; a repeat under the same key is answered as the first was. */
export const reportCase =
  ({ tenant, store, numbers, clock, terms }: Needs) =>
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
    const submission = {
      person,
      post,
      channel: channelOf(post),
      at: instantOf(nowMs),
      key,
      keyDigest: keyDigest(key),
      bodyHash,
      digest: sha256,
    }
    const report = newCase({ tenant, id, number }, input, submission, terms)
    if ((await store.create(report)) === 'created') return receiptOf(report.record, report.history)
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
  return row.bodyHash === bodyHash ? receiptOf(record, row) : refuse('key-reused')
}
