import * as z from 'zod'
import { suggestionView } from '../dispatch/suggestion.ts'
import { plainText } from '../kernel/fields.ts'
import { caseId, caseNumber, kindCode, photoId } from '../kernel/ids.ts'
import { evidenceFields, evidenceInput } from '../lifecycle/evidence.ts'
import { actions, areaClasses, publicStatuses, stages } from '../lifecycle/lifecycle.ts'
import { posts } from '../lifecycle/posts.ts'
import { requestKinds } from '../lifecycle/requests.ts'
import { besideActions } from '../lifecycle/wording.ts'
import { channels } from './channels.ts'

const instant = z.iso.datetime()
const version = z.int().min(1).max(999_999)

/** WGS-84 degrees. */
export const position = z.strictObject({
  longitude: z.number().min(-180).max(180),
  latitude: z.number().min(-90).max(90),
})

/** Who told us, if they want to be reached. Kept apart from the case, never shown with it. */
export const reporter = z.strictObject({
  name: plainText(1, 40).exactOptional(),
  phone: z.string().regex(/^\+?[0-9]{5,15}$/),
})

/** As the trade's collectors send them: eight pictures at once. */
export const MOST_PHOTOS = 8

/** Code of an area or a unit grid, as reports name one. */
export const reportedArea = z.string().regex(/^[1-9](\d{5}|\d{8}|\d{11}|\d{13,15})$/)

export const reportInput = z.strictObject({
  /** What was seen, in the reporter's words. */
  words: plainText(2, 1000),
  /** Where, in words. */
  place: plainText(2, 200),
  position: position.exactOptional(),
  kind: kindCode.exactOptional(),
  /** How it came in, where somebody takes reports of several channels. */
  channel: z.enum(channels).exactOptional(),
  /** Where there is no position or no grid is drawn. */
  area: reportedArea.exactOptional(),
  /** 部件标识码: what is damaged or missing. */
  component: z
    .string()
    .regex(/^[1-9]\d{15}$/)
    .exactOptional(),
  /** Desks see to it outside duty hours, too. */
  urgent: z.boolean().exactOptional(),
  /** Photos of the county that are ready. */
  photos: z
    .array(photoId)
    .min(1)
    .max(MOST_PHOTOS)
    .refine((list) => new Set(list).size === list.length, 'repeated')
    .exactOptional(),
  reporter: reporter.exactOptional(),
})

export const actInput = z.strictObject({
  /** The version of the case that the person saw. */
  version,
  evidence: evidenceInput.default({}),
})

/** Several acts in one commit, for who holds consecutive posts: all of them or none. */
export const actsInput = z.strictObject({
  version,
  acts: z
    .array(z.strictObject({ action: z.enum(actions), evidence: evidenceInput.default({}) }))
    .min(1)
    .max(6),
})

/** What a create or an action answers: the case as that very act left it, the same for every repeat of the key. */
export const receipt = z.object({
  id: caseId,
  number: caseNumber,
  version,
  stage: z.enum(stages),
  publicStatus: z.enum(publicStatuses),
  /** Absent once the case has ended. */
  due: instant.optional(),
  at: instant,
})

export const lampView = z.object({
  colour: z.enum(['green', 'amber', 'red', 'grey']),
  /** `work`: counted inside the slots of the calendar only. */
  runs: z.enum(['work', 'natural']),
  /** Seconds left on that clock; negative once overdue. */
  secondsLeft: z.int(),
  /** In the language asked for, e.g. 剩 3时20分（工作）. */
  words: z.string(),
})

/** A request that waits to be decided. */
const requestView = z.object({
  kind: z.enum(requestKinds),
  at: instant,
  /** Whose approvals are missing, the next one first. */
  steps: z.array(z.enum(posts)),
  due: instant,
  until: instant.optional(),
})

export const caseLine = z.object({
  id: caseId,
  number: caseNumber,
  version,
  stage: z.enum(stages),
  publicStatus: z.enum(publicStatuses),
  kind: kindCode.optional(),
  /** Where, cut to what a list shows. */
  place: z.string(),
  reportedAt: instant,
  enteredAt: instant,
  /** Whose list it stands in: a post's, or its unit's. */
  holder: z.enum([...posts, 'unit']).optional(),
  due: instant.optional(),
  overdue: z.boolean(),
  channel: z.enum(channels),
  area: z.string().optional(),
  areaClass: z.enum(areaClasses).optional(),
  component: z.string().optional(),
  urgent: z.boolean(),
  grave: z.boolean(),
  /** 督办, by hand. */
  supervised: z.boolean(),
  episode: z.int(),
  round: z.int().optional(),
  unit: z.string().optional(),
  parts: z.array(z.object({ unit: z.string(), due: instant, done: instant.optional() })).optional(),
  request: requestView.optional(),
  late: z.boolean(),
  exempt: z.boolean(),
  lamp: lampView.optional(),
})

const endedClock = z.object({
  started: instant,
  due: instant,
  used: z.int(),
  paused: z.int(),
  overdue: z.boolean(),
  extensions: z.int().optional(),
})

export const historyEntry = z.object({
  version,
  action: z.enum([...besideActions, ...actions]),
  from: z.enum(stages).optional(),
  to: z.enum(stages),
  at: instant,
  post: z.enum([...posts, 'system', 'reporter']),
  person: z.string().optional(),
  evidence: evidenceInput,
  due: instant.optional(),
  episode: z.int(),
  round: z.int().optional(),
  /** The unit that had it after the act. */
  unit: z.string().optional(),
  /** The clock of the stage that was left, in seconds. */
  clock: endedClock.optional(),
  /** The clock of the round of handling that ended. */
  handlingClock: endedClock.optional(),
  skipped: z.array(z.enum(posts)).optional(),
  granted: z.enum(requestKinds).optional(),
})

export const caseView = caseLine.extend({
  words: z.string(),
  place: z.string(),
  position: position.optional(),
  /** What it was reported with. */
  photos: z.array(photoId).optional(),
  /** Version of the county's catalogue that it was filed under, and the code of the condition. */
  catalogue: z.string().optional(),
  condition: z.string().optional(),
  /** The case it was merged into. */
  mergedInto: caseId.optional(),
  /** The county or body it was passed on to. */
  transferredTo: z.string().optional(),
  /** The case of another county that goes on as this one. */
  origin: z.object({ tenant: z.string(), number: caseNumber }).optional(),
  /** Cases that were merged into this one. */
  takenIn: z.int(),
  /** Of the unit, who is to see to it. */
  assignee: z.string().optional(),
  history: z.array(historyEntry),
  /** What the asking person may do now: the portal's buttons. */
  actions: z.array(
    z.object({
      action: z.enum(actions),
      /** Must be given. */
      evidence: z.array(z.enum(evidenceFields)),
      /** May be given besides. */
      may: z.array(z.enum(evidenceFields)),
    }),
  ),
  /** Whom the rules would send it to, while it waits to be dispatched; for those who may. */
  suggestion: suggestionView.optional(),
  /** When handling would be due if it were dispatched now, where it waits for that. */
  dueIfDispatched: instant.optional(),
  /** Years the deadline runs through whose public holidays are not published yet: weekends alone were counted. */
  unpublishedYears: z.array(z.int()),
  serverTime: instant,
})

export const queuePage = z.object({
  post: z.enum(posts),
  cases: z.array(caseLine),
  /** Pass as `after` for the next page; absent on the last. */
  next: z.string().optional(),
  serverTime: instant,
})

export type ReportInput = z.output<typeof reportInput>
export type ActInput = z.output<typeof actInput>
export type ActsInput = z.output<typeof actsInput>
export type Receipt = z.output<typeof receipt>
export type CaseLine = z.output<typeof caseLine>
export type CaseView = z.output<typeof caseView>
export type HistoryEntry = z.output<typeof historyEntry>
export type QueuePage = z.output<typeof queuePage>
