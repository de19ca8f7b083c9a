import * as z from 'zod'
import { canonical } from '../kernel/canonical.ts'
import { personId } from '../kernel/ids.ts'
import { type Limit, limitClock, limitSeconds } from '../kernel/limit.ts'
import type { FieldProblem } from '../kernel/result.ts'
import { ladderActions } from '../lifecycle/escalation.ts'
import { brokenBy } from '../lifecycle/grants.ts'
import { lifecycle, openStages, type Stage } from '../lifecycle/lifecycle.ts'
import { settingsFields, type TenantSettings } from './settings.ts'

/**
 * Who keeps each setting. The commission keeps what counties are compared and held apart by: the standards, and the
 * controls that a county might loosen for itself. All else is the county's own.
 */
export const settingKeepers = {
  placeName: 'county',
  channels: 'county',
  masks: 'county',
  quietHours: 'county',
  mergedPosts: 'county',
  grants: 'county',
  filedByRule: 'county',
  limits: 'county',
  ladder: 'county',
  requestLimit: 'county',
  remoteInspections: 'county',
  catalogue: 'commission',
  calendar: 'commission',
  secondFactor: 'commission',
  relaxed: 'commission',
  administratorsAtCommission: 'commission',
} as const satisfies Record<keyof TenantSettings, 'county' | 'commission'>

type Kept = typeof settingKeepers
type CountyKey = { [K in keyof Kept]: Kept[K] extends 'county' ? K : never }[keyof Kept]

const settingNames = Object.keys(settingKeepers) as (keyof Kept)[]
const isOfCounty = (name: keyof Kept): name is CountyKey => settingKeepers[name] === 'county'

/** What a county keeps for itself, all of it at once: a setting that is left out is as usual. */
export const ownSettings = settingsFields.pick(
  Object.fromEntries(settingNames.filter(isOfCounty).map((name) => [name, true])) as Record<CountyKey, true>,
)

export type OwnSettings = z.output<typeof ownSettings>

/** One version of them; the newest is in force. */
export const ownSettingsVersion = z.object({
  version: z.int().min(1),
  at: z.iso.datetime(),
  person: personId,
  settings: ownSettings,
})
export type OwnSettingsVersion = z.output<typeof ownSettingsVersion>

const partOf = (settings: TenantSettings, keeper: 'county' | 'commission') =>
  Object.fromEntries(
    Object.entries(settings).filter(([name]) => settingKeepers[name as keyof Kept] === keeper),
  )

/** The county's part of the settings in force. */
export const ownPart = (settings: TenantSettings): OwnSettings =>
  ownSettings.parse(partOf(settings, 'county'))

/**
 * What a county runs by: its own settings over those that the commission began it with. Own grants hold only while they
 * break no separation that the commission has not relaxed: it may have taken that back meanwhile.
 */
export function settingsInForce(settings: TenantSettings, own: OwnSettings | undefined): TenantSettings {
  if (!own) return settings
  const merged = settingsFields.parse({ ...partOf(settings, 'commission'), ...own })
  return isSeparate(merged) ? merged : { ...merged, grants: settings.grants }
}

const isSeparate = ({ grants, relaxed }: Pick<TenantSettings, 'grants' | 'relaxed'>) =>
  brokenBy(grants).every((broken) => relaxed.includes(broken))

/** What a county may not keep, where it differs from what is in force: posts put together in silence, terms beyond the longest. */
export function ownProblems(own: OwnSettings, now: TenantSettings): FieldProblem[] {
  const grants = isSeparate({ grants: own.grants, relaxed: now.relaxed })
    ? []
    : [{ field: 'grants', code: 'not-separate' as const }]
  return [...grants, ...limitProblems(own, now)]
}

function limitProblems(own: OwnSettings, now: TenantSettings): FieldProblem[] {
  const beyond = (
    field: string,
    limit: Limit | undefined,
    was: Limit | undefined,
    most: Limit | undefined,
  ) =>
    limit === undefined || isSame(limit, was) || (most !== undefined && daysOf(limit) <= daysOf(most))
      ? []
      : [{ field, code: 'beyond-own' as const }]
  return [
    ...openStages.flatMap((stage) =>
      beyond(`limits.${stage}`, own.limits[stage], now.limits[stage], longestOwn.stage(stage)),
    ),
    ...ladderActions.flatMap((step) =>
      beyond(`ladder.${step}`, own.ladder[step], now.ladder[step], longestOwn.step),
    ),
    ...beyond('requestLimit', own.requestLimit, now.requestLimit, longestOwn.request),
  ]
}

const isSame = (limit: Limit, was: Limit | undefined) =>
  was !== undefined && limit.amount === was.amount && limit.unit === was.unit

/** Days as the trade counts them: eight hours worked, or a day and a night. */
const daysOf = (limit: Limit) => limitSeconds(limit) / (limitClock(limit) === 'work' ? 8 * 3_600 : 86_400)

const longest = (amount: number, unit: Limit['unit']): Limit => ({ amount, unit })

/**
 * The longest that a county may give itself; more is the commission's to give. A desk has half a working day, as public
 * service guides have it (half a 工作日 to accept); who goes out and looks, a day and a night; an office two working days
 * to sign for. How long handling takes is the condition's to say, and a suspension's end is asked for.
 */
export const longestOwn = {
  step: longest(3, 'work_day'),
  request: longest(3, 'work_day'),
  stage(stage: Stage): Limit | undefined {
    const rules = lifecycle[stage]
    if (!rules.open || typeof rules.limit === 'string') return undefined
    if (!('amount' in rules.limit)) return longest(24, 'urgent_hour')
    return rules.holder === 'unit' ? longest(2, 'work_day') : longest(4, 'work_hour')
  },
} as const

/** What differs between two settings of a county, of all that the county may keep itself. */
export const countyChanges = (before: TenantSettings, after: TenantSettings): CountyKey[] =>
  settingNames.filter(isOfCounty).filter((name) => canonical(before[name]) !== canonical(after[name]))
