import type { CaseLine } from '#shared/cases/case'
import type { CaseRecord } from '#shared/cases/record'
import type { Terms } from '#shared/cases/terms'
import { caseLineOf, type Reading, termsUsed } from '#shared/cases/view'
import { isUnitPost, listOfPost } from '#shared/cases/work-lists'
import {
  MOST_OVERDUE,
  MOST_SURVEYED,
  type OverdueLine,
  type SurveyedList,
  type WorkSurvey,
} from '#shared/cases/work-survey'
import { chinaDate, epochMsOf, instantOf } from '#shared/kernel/instant'
import type { Language } from '#shared/kernel/language'
import type { Grants } from '#shared/lifecycle/grants'
import { holderOf, openStages } from '#shared/lifecycle/lifecycle'
import type { Post } from '#shared/lifecycle/posts'
import type { SignedIn } from '#shared/routes'
import type { Clock } from '../kernel/clock.ts'
import { mayReadQueue } from './list-queue.ts'
import type { CaseStore, References } from './ports.ts'

interface Needs {
  readonly store: CaseStore
  readonly references: Pick<References, 'units'>
  readonly clock: Clock
  readonly terms: Terms
  readonly grants?: Grants
}

interface Read {
  readonly post: Post
  readonly unit?: string
  readonly records: readonly CaseRecord[]
  readonly whole: boolean
}

/** Posts that work waits for. */
const listPosts: readonly Post[] = [
  ...new Set(openStages.map((stage) => holderOf(stage)).filter((holder) => holder !== 'unit')),
  'handler',
  'unit-head',
] as Post[]

/** One look over every list that the reader may read, of all units for who watches over them. */
export const surveyWork =
  ({ store, references, clock, terms, grants = {} }: Needs) =>
  async ({
    reader,
    language,
  }: {
    reader: Pick<SignedIn, 'posts' | 'unit'>
    language: Language
  }): Promise<WorkSurvey> => {
    const reading = { terms, nowMs: clock.now(), language }
    const lists = await Promise.all(
      (await readable(reader, references, grants)).map((list) => readList(store, list)),
    )
    const overdue = new Map(
      lists.flatMap(({ records }) =>
        records
          .filter((record) => isDue(record, reading.nowMs))
          .map((record) => [record.id, record] as const),
      ),
    )
    return {
      lists: lists.map((list) => surveyed(list, reading)),
      overdue: [...overdue.values()]
        .map(
          (record): OverdueLine => ({
            ...caseLineOf(record, reading),
            termsUsed: termsUsed(record, reading),
            steps: record.escalation?.step ?? 0,
          }),
        )
        .toSorted((a, b) => b.termsUsed - a.termsUsed)
        .slice(0, MOST_OVERDUE),
      supervised: supervisedOf(lists).map((record) => caseLineOf(record, reading)),
      asked: askedOf(lists, reader.posts).map((record) => caseLineOf(record, reading)),
      serverTime: instantOf(reading.nowMs),
    }
  }

/** What waits for the reader to decide, each once: whoever only watches over a list is not asked. */
function askedOf(lists: readonly Read[], held: readonly Post[]): CaseRecord[] {
  const found = lists.flatMap(({ post, records }) =>
    held.includes(post) ? records.filter(({ request }) => request?.steps[0] === post) : [],
  )
  const each = new Map(found.map((record) => [record.id, record] as const))
  return [...each.values()].toSorted((a, b) => (a.request!.due < b.request!.due ? -1 : 1))
}

/** Each once, however many lists it stands in. */
function supervisedOf(lists: readonly Read[]): CaseRecord[] {
  const found = lists.flatMap(({ records }) => records.filter(({ supervised }) => supervised))
  const each = new Map(found.map((record) => [record.id, record] as const))
  return [...each.values()]
    .toSorted((a, b) => ((a.due ?? '') < (b.due ?? '') ? -1 : 1))
    .slice(0, MOST_OVERDUE)
}

async function readable(
  reader: Pick<SignedIn, 'posts' | 'unit'>,
  references: Needs['references'],
  grants: Grants,
): Promise<Pick<Read, 'post' | 'unit'>[]> {
  const found: Pick<Read, 'post' | 'unit'>[] = []
  let all: readonly string[] | undefined
  for (const post of listPosts) {
    if (!isUnitPost(post)) {
      if (mayReadQueue({ reader, post }, grants)) found.push({ post })
    } else if (mayReadQueue({ reader, post, unit: '' }, grants)) {
      all ??= await references.units()
      found.push(...all.map((unit) => ({ post, unit })))
    } else if (reader.unit !== undefined && mayReadQueue({ reader, post, unit: reader.unit }, grants)) {
      found.push({ post, unit: reader.unit })
    }
  }
  return found
}

async function readList(store: CaseStore, list: Pick<Read, 'post' | 'unit'>): Promise<Read> {
  const named = listOfPost(list.post, list.unit)
  const page = named ? await store.openWork(named, { limit: MOST_SURVEYED }) : { records: [] }
  return { ...list, records: page.records, whole: !('next' in page && page.next) }
}

function surveyed({ post, unit, records, whole }: Read, reading: Reading): SurveyedList {
  const own = records.filter((record) => isOwn(post, record))
  const today = chinaDate(reading.nowMs)
  return {
    post,
    ...(unit !== undefined && { unit }),
    stages: openStages.flatMap((stage) => {
      const lines = own.filter((one) => one.stage === stage).map((one) => caseLineOf(one, reading))
      return lines.length > 0 ? [{ stage, ...counted(lines) }] : []
    }),
    asked: records.filter(({ request }) => request?.steps[0] === post).length,
    dueToday: own.filter(
      ({ due }) => due && epochMsOf(due) > reading.nowMs && chinaDate(epochMsOf(due)) === today,
    ).length,
    whole,
  }
}

/** What stands in the list by itself, not by a request or a part: those are told apart. */
function isOwn(post: Post, { stage }: CaseRecord): boolean {
  const holder = holderOf(stage)
  return holder === post || (holder === 'unit' && post === 'handler')
}

function counted(lines: readonly CaseLine[]) {
  const counts = { green: 0, amber: 0, red: 0, grey: 0 }
  for (const { lamp } of lines) counts[lamp?.colour ?? 'green']++
  return counts
}

const isDue = ({ due }: CaseRecord, nowMs: number) => due !== undefined && epochMsOf(due) <= nowMs
