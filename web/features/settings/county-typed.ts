import { channels } from '#shared/cases/channels'
import { limitFromWords } from '#shared/catalogue/limit-words'
import type { Limit } from '#shared/kernel/limit'
import { ladderActions } from '#shared/lifecycle/escalation'
import type { TenantSettings } from '#shared/tenants/settings'
import { type Typed, ticked } from '../forms/carry-out.ts'
import { limitedStages, type SettingsPart, settingsParts } from './county-fields.ts'
import { filingFrom, mergedFrom } from './county-lines.ts'

/** What was typed of one part, put over the settings as they are. */
interface Read {
  readonly settings: TenantSettings
  /** Fields of the API's input that could not be read. */
  readonly unread: readonly string[]
}

/** The settings with one part of them as it was typed. */
export const withTyped = (part: SettingsPart, typed: Typed, now: TenantSettings): Read =>
  readers[part](typed, now)

/** The same, of all parts that stand in one form. */
export const withAllTyped = (typed: Typed, now: TenantSettings): Read =>
  settingsParts.reduce<Read>(
    ({ settings, unread }, part) => {
      const read = withTyped(part, typed, settings)
      return { settings: read.settings, unread: [...unread, ...read.unread] }
    },
    { settings: now, unread: [] },
  )

const readers: Readonly<Record<SettingsPart, (typed: Typed, now: TenantSettings) => Read>> = {
  outside: (typed, now) => {
    const open = ticked(typed, 'channels')
    return {
      settings: {
        ...now,
        placeName: typed.placeName ?? '',
        masks: {
          phones: typed.phones === 'all' ? 'all' : 'middle',
          names: typed.names === 'all' ? 'all' : 'given',
        },
        quietHours: { from: typed.quietFrom ?? '', to: typed.quietTo ?? '' },
        channels: channels.filter((one) => open.includes(one)),
      },
      unread: [],
    }
  },
  terms(typed, { requestLimit: _before, ...now }) {
    const limits = termsOf(limitedStages, 'limits', (stage) => typed[`limit-${stage}`])
    const ladder = termsOf(ladderActions, 'ladder', (step) => typed[`ladder-${step}`])
    const request = termsOf(['requestLimit'], '', () => typed.requestLimit)
    const others = Object.entries(now.limits).filter(([stage]) => !limitedStages.some((one) => one === stage))
    return {
      settings: {
        ...now,
        limits: { ...Object.fromEntries(others), ...limits.read },
        ladder: ladder.read,
        ...request.read,
      },
      unread: [...limits.unread, ...ladder.unread, ...request.unread],
    }
  },
  posts(typed, { remoteInspections: _before, ...now }) {
    const mergedPosts = mergedFrom(typed.mergedPosts ?? '')
    const filedByRule = filingFrom(typed.filedByRule ?? '')
    return {
      settings: {
        ...now,
        mergedPosts: mergedPosts ?? now.mergedPosts,
        filedByRule: filedByRule ?? now.filedByRule,
        ...(typed.remoteInspections !== undefined && { remoteInspections: Number(typed.remoteInspections) }),
      },
      unread: [...(mergedPosts ? [] : ['mergedPosts']), ...(filedByRule ? [] : ['filedByRule'])],
    }
  },
}

/** Terms by their names; one that was left blank is as usual, one that is no term is told. */
function termsOf<Name extends string>(
  names: readonly Name[],
  under: string,
  wordsOf: (name: Name) => string | undefined,
): { read: Partial<Record<Name, Limit>>; unread: string[] } {
  const typed = names.flatMap((name) => {
    const words = wordsOf(name)
    return words ? [{ name, limit: limitFromWords(words) }] : []
  })
  return {
    read: Object.fromEntries(typed.flatMap(({ name, limit }) => (limit ? [[name, limit]] : []))) as Partial<
      Record<Name, Limit>
    >,
    unread: typed.flatMap(({ name, limit }) => (limit ? [] : [[under, name].filter(Boolean).join('.')])),
  }
}
