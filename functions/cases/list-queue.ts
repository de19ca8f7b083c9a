import type { QueuePage } from '#shared/cases/case'
import type { Terms } from '#shared/cases/terms'
import { caseLineOf } from '#shared/cases/view'
import { instantOf } from '#shared/kernel/instant'
import type { Language } from '#shared/kernel/language'
import { type Refusal, refuse } from '#shared/kernel/result'
import { type Grants, workersOn } from '#shared/lifecycle/grants'
import type { Post } from '#shared/lifecycle/posts'
import type { Clock } from '../kernel/clock.ts'
import type { CaseStore } from './ports.ts'

export interface QueueRequest {
  readonly posts: readonly Post[]
  readonly post: Post
  readonly after?: string | undefined
  readonly limit: number
  readonly language: Language
}

interface Needs {
  readonly store: CaseStore
  readonly clock: Clock
  readonly terms: Terms
  readonly grants?: Grants
}

/** Posts that watch over everybody's work, besides those who work on it. */
const overseers: readonly Post[] = ['shift-leader', 'leader']

/** The open work of a post, the most urgent first. */
export const listQueue =
  ({ store, clock, terms, grants = {} }: Needs) =>
  async ({ posts, post, after, limit, language }: QueueRequest): Promise<QueuePage | Refusal> => {
    const readers = [...workersOn(post, grants), ...overseers]
    if (!posts.some((held) => readers.includes(held))) return refuse('post-not-held')
    const page = await store.openWork(post, { limit, ...(after && { after }) })
    const nowMs = clock.now()
    return {
      post,
      cases: page.records.map((record) => caseLineOf(record, { terms, nowMs, language })),
      ...(page.next && { next: page.next }),
      serverTime: instantOf(nowMs),
    }
  }
