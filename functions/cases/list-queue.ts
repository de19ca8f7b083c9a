import type { QueuePage } from '#shared/cases/case'
import type { Terms } from '#shared/cases/terms'
import { caseLineOf } from '#shared/cases/view'
import { isUnitPost, listOfPost } from '#shared/cases/work-lists'
import { instantOf } from '#shared/kernel/instant'
import type { Language } from '#shared/kernel/language'
import { type Refusal, refuse } from '#shared/kernel/result'
import { type Grants, workersOn } from '#shared/lifecycle/grants'
import type { Post } from '#shared/lifecycle/posts'
import type { SignedIn } from '#shared/routes'
import type { Clock } from '../kernel/clock.ts'
import type { CaseStore } from './ports.ts'

export interface QueueRequest {
  readonly reader: Pick<SignedIn, 'posts' | 'unit'>
  readonly post: Post
  readonly unit?: string | undefined
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
/** Who acts for units that never sign in, and asks the others how far they are. */
const unitOverseers: readonly Post[] = [...overseers, 'dispatcher']

/** The open work of a post, the most urgent first; of a post within a unit, that of the unit. */
export const listQueue =
  ({ store, clock, terms, grants = {} }: Needs) =>
  async (request: QueueRequest): Promise<QueuePage | Refusal> => {
    const { reader, post, unit = reader.unit, after, limit, language } = request
    const stopped = stoppedReader(request, grants)
    if (stopped) return stopped
    const list = listOfPost(post, unit)
    if (!list) return refuse('invalid-input', { fields: [{ field: 'unit', code: 'missing' }] })
    const page = await store.openWork(list, { limit, ...(after && { after }) })
    const nowMs = clock.now()
    return {
      post,
      cases: page.records.map((record) => caseLineOf(record, { terms, nowMs, language })),
      ...(page.next && { next: page.next }),
      serverTime: instantOf(nowMs),
    }
  }

/** Whether somebody may read a list: of a post within a unit, that of the unit named. */
export const mayReadQueue = (
  request: Pick<QueueRequest, 'reader' | 'post' | 'unit'>,
  grants: Grants,
): boolean => stoppedReader(request, grants) === undefined

function stoppedReader(
  { reader, post, unit }: Pick<QueueRequest, 'reader' | 'post' | 'unit'>,
  grants: Grants,
): Refusal | undefined {
  const holds = (posts: readonly Post[]) => reader.posts.some((held) => posts.includes(held))
  if (!isUnitPost(post))
    return holds([...workersOn(post, grants), ...overseers]) ? undefined : refuse('post-not-held')
  if (holds(unitOverseers)) return undefined
  if (!holds(['unit-head', ...workersOn(post, grants)])) return refuse('post-not-held')
  if (post === 'unit-head' && !holds([post])) return refuse('post-not-held')
  return unit === undefined || unit === reader.unit ? undefined : refuse('not-own-unit')
}
