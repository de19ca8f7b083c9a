import * as z from 'zod'
import { channels } from '../cases/channels.ts'
import { filingRules } from '../cases/filing-rule.ts'
import { plainText } from '../kernel/fields.ts'
import { type LimitUnit, limitUnits } from '../kernel/limit.ts'
import { type LadderAction, ladderActions } from '../lifecycle/escalation.ts'
import { brokenBy, grantedActions, separationNames } from '../lifecycle/grants.ts'
import { type Action, openStages, type Stage } from '../lifecycle/lifecycle.ts'
import { posts } from '../lifecycle/posts.ts'

/** Which catalogue, which calendar: an id that is frozen once published. */
const versionId = z.string().regex(/^[a-z0-9][a-z0-9-]{0,39}$/)
const units = Object.keys(limitUnits) as [LimitUnit, ...LimitUnit[]]
const limit = z.strictObject({ amount: z.int().min(1).max(999), unit: z.enum(units) })
const timeOfDay = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/)

/** Posts that one person holds together in a small county, each post in one group at most. */
const mergedPosts = z
  .array(z.array(z.enum(posts)).min(2))
  .refine((groups) => new Set(groups.flat()).size === groups.flat().length)

/** Which of the three administrators of a small county sit at the commission; the one of the system never does. */
export const administratorsAway = ['security', 'audit'] as const

const unlike = (list: readonly string[]) => new Set(list).size === list.length

/** Every setting of a county; who keeps which, `settingKeepers` says. */
export const settingsFields = z.strictObject({
  /** As pages and messages call the county. */
  placeName: plainText(2, 30),
  catalogue: versionId,
  calendar: versionId,
  /** Limits of stages that differ from the lifecycle's. */
  limits: z.partialRecord(z.enum(openStages as readonly [Stage, ...Stage[]]), limit),
  /** Distances between the steps of the ladder (催办、督办…), where they differ from the lifecycle's. */
  ladder: z.partialRecord(z.enum(ladderActions as [LadderAction, ...LadderAction[]]), limit).default({}),
  /** How long each who decides a request (延期、挂账…) has for it, where it is not the usual. */
  requestLimit: limit.exactOptional(),
  /** 远程核查: of a hundred inspections so many may pass by photo, video or call; all of them where nothing is said. */
  remoteInspections: z.int().min(0).max(100).exactOptional(),
  /** 自动受理立案: kinds that are accepted and filed by the machine when they come in by these channels. */
  filedByRule: filingRules.default([]),
  mergedPosts,
  channels: z.array(z.enum(channels)).refine((list) => new Set(list).size === list.length),
  /** What staff without need see of phones and names: the middle hidden, or everything. */
  masks: z.strictObject({ phones: z.enum(['middle', 'all']), names: z.enum(['given', 'all']) }),
  /** Posts that sign in with a second factor; administrators do in any case. */
  secondFactor: z
    .array(z.enum(posts))
    .refine((list) => new Set(list).size === list.length)
    .exactOptional(),
  /** No message but an urgent one is sent between these times, China standard time. */
  quietHours: z.strictObject({ from: timeOfDay, to: timeOfDay }),
  /** Posts that may take an action, where they are not the lifecycle's. */
  grants: z
    .partialRecord(
      z.enum(grantedActions as readonly [Action, ...Action[]]),
      z.array(z.enum(posts)).min(1).refine(unlike, 'repeated'),
    )
    .default({}),
  /** Separations of duty that the county's grants do not keep: none unless it is said here, where everybody sees it. */
  relaxed: z.array(z.enum(separationNames)).refine(unlike, 'repeated').default([]),
  /** Administrators whom a county too small for three has at its commission. */
  administratorsAtCommission: z.array(z.enum(administratorsAway)).refine(unlike, 'repeated').default([]),
})

/** What one county runs by. Every change is a new version; a case keeps what it was begun under. */
export const settingsSchema = settingsFields.refine(
  ({ grants, relaxed }) => brokenBy(grants).every((broken) => relaxed.includes(broken)),
  { path: ['grants'], error: 'not-separate' },
)
export type TenantSettings = z.output<typeof settingsSchema>

export const firstMasks = { phones: 'middle', names: 'given' } as const

/** What a county begins with. `standard`: the catalogue and the calendar that the installation offers now. */
export const firstSettings = (
  placeName: string,
  standard: Pick<TenantSettings, 'catalogue' | 'calendar'>,
): TenantSettings => ({
  placeName,
  ...standard,
  limits: {},
  ladder: {},
  filedByRule: [],
  mergedPosts: [],
  channels: [...channels],
  masks: firstMasks,
  quietHours: { from: '22:00', to: '07:00' },
  grants: {},
  relaxed: [],
  administratorsAtCommission: [],
})
