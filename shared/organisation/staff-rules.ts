import { areSeparated } from '../identity/administrators.ts'
import { type FieldProblem, type Refusal, refuse } from '../kernel/result.ts'
import { isCommissionPost, isPost } from '../lifecycle/posts.ts'
import type { StaffRecord, StandIn } from './staff.ts'

/** Whose people: a county's hold its posts, a commission's those over the counties of its city. */
export type Level = 'county' | 'city'

/** What stands against somebody holding these posts: none, one twice, one of another level, two administrators' at once. */
export function faultOfPosts(posts: StaffRecord['posts'], level: Level): Refusal | undefined {
  if (posts.length === 0) return wrong({ field: 'posts', code: 'missing' })
  const isOurs = level === 'county' ? isPost : isCommissionPost
  const fields = posts.flatMap((post, at): FieldProblem[] => {
    if (!isOurs(post)) return [{ field: `posts.${at}`, code: 'not-offered' }]
    return posts.indexOf(post) === at ? [] : [{ field: `posts.${at}`, code: 'repeated' }]
  })
  if (fields.length > 0) return wrong(...fields)
  return areSeparated(posts) ? undefined : refuse('administrators-separate')
}

/**
 * What stands against somebody standing in as listed (代岗): for themselves, for somebody who does not hold the post,
 * backwards in time, newly for days gone by, or as a second of the three administrators.
 */
export function faultOfStandIns(
  person: Pick<StaffRecord, 'person' | 'posts' | 'standIns'>,
  wanted: readonly StandIn[],
  { today, staff, level }: { today: string; staff: readonly StaffRecord[]; level: Level },
): Refusal | undefined {
  const holders = new Map(staff.map((one) => [one.person, one]))
  const fields = wanted.flatMap((one, at): FieldProblem[] => {
    const under = (field: keyof StandIn, code: FieldProblem['code']) => [
      { field: `standIns.${at}.${field}`, code },
    ]
    const isOurs = level === 'county' ? isPost : isCommissionPost
    if (!isOurs(one.post)) return under('post', 'not-offered')
    if (one.until < one.from) return under('until', 'not-after-start')
    if (wanted.findIndex((other) => isSame(other, one)) !== at) return under('post', 'repeated')
    if (person.standIns.some((before) => isSame(before, one))) return []
    if (one.until < today) return under('until', 'in-the-past')
    if (one.from < today && !person.standIns.some(({ from, post }) => from === one.from && post === one.post))
      return under('from', 'in-the-past')
    const holder = holders.get(one.for)
    if (!holder || holder.state === 'left' || one.for === person.person) return under('for', 'unknown-id')
    return holder.posts.includes(one.post) ? [] : under('post', 'post-not-theirs')
  })
  if (fields.length > 0) return wrong(...fields)
  const running = wanted.filter(({ until }) => until >= today).map(({ post }) => post)
  return areSeparated([...person.posts, ...running]) ? undefined : refuse('administrators-separate')
}

const isSame = (a: StandIn, b: StandIn) =>
  a.post === b.post && a.for === b.for && a.from === b.from && a.until === b.until

const wrong = (...fields: FieldProblem[]) => refuse('invalid-input', { fields })
