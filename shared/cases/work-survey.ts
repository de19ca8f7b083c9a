import * as z from 'zod'
import { contract } from '../kernel/contract.ts'
import { tenantCode, unitId } from '../kernel/ids.ts'
import { stages } from '../lifecycle/lifecycle.ts'
import { posts } from '../lifecycle/posts.ts'
import { caseLine } from './case.ts'

/** Cases of one list that are read at most: what is more urgent is counted first. */
export const MOST_SURVEYED = 500
/** Overdue cases that are told one by one, the longest overdue first. */
export const MOST_OVERDUE = 300

const colours = { green: z.int(), amber: z.int(), red: z.int(), grey: z.int() }

/** How much open work stands in one list: of a post, or of a post within a unit. */
const surveyedList = z.object({
  post: z.enum(posts),
  unit: unitId.optional(),
  /** By the stage that the cases wait at, in the lifecycle's order; a stage without a case is left out. */
  stages: z.array(z.object({ stage: z.enum(stages), ...colours })),
  /** Requests that wait for this post to decide them. */
  asked: z.int(),
  /** Due before this day ends in China, and not overdue yet. */
  dueToday: z.int(),
  /** False where the list has more than was read. */
  whole: z.boolean(),
})
export type SurveyedList = z.output<typeof surveyedList>

const overdueLine = caseLine.extend({
  /** How many times its term the case has used: 3 is thrice. */
  termsUsed: z.number(),
  /** Steps of the ladder that were taken: 1 reminded, 2 supervised, 3 by the leader, 4 proposed for a notice. */
  steps: z.int(),
})
export type OverdueLine = z.output<typeof overdueLine>

/** 在办概览: counts for desk and tabs, and what to supervise, in one look over every list that the reader may read. */
export const surveyWork = contract({
  name: 'survey-work',
  summary: { zh: '在办概览', en: 'Survey the open work' },
  method: 'GET',
  path: '/api/t/{county}/work',
  audience: 'staff',
  access: 'county',
  posts,
  params: z.strictObject({ county: tenantCode }),
  output: z.object({
    lists: z.array(surveyedList),
    overdue: z.array(overdueLine),
    /** Cases that somebody supervises by hand, overdue or not, the one due first ahead. */
    supervised: z.array(caseLine),
    /** Cases with a request that the reader's posts may decide next, the one due first ahead. */
    asked: z.array(caseLine),
    serverTime: z.iso.datetime(),
  }),
  status: 200,
  refusals: [],
})
export type WorkSurvey = z.output<typeof surveyWork.output>
