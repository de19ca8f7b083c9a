import { channels, channelWording } from '#shared/cases/channels'
import { limitWords } from '#shared/catalogue/limit-words'
import type { Language } from '#shared/kernel/language'
import type { Limit } from '#shared/kernel/limit'
import { lifecycle, openStages } from '#shared/lifecycle/lifecycle'
import { posts, postWording } from '#shared/lifecycle/posts'
import { stageName } from '#shared/lifecycle/wording'
import { administratorsAway, type TenantSettings } from '#shared/tenants/settings'
import type { Text } from '../../text/text.ts'
import type { FormChoice, FormField } from '../forms/command-form.tsx'

type Words = Text['commission']['tenant']

/** Of handling and of what is asked by area the lifecycle has no one limit. */
const isLimit = (given: object | string | undefined): given is Limit =>
  typeof given === 'object' && 'amount' in given

/** Code and name of a new county, and who is invited first. */
export const foundFields = (text: Words): FormField[] => [
  { name: 'tenant', label: text.code, hint: text.codeHint, kind: 'text' },
  { name: 'county', label: text.name, hint: text.nameHint, kind: 'text', path: 'name' },
  ...administratorFields(text),
]

export const administratorFields = (text: Words): FormField[] => [
  {
    name: 'name',
    label: text.administrator,
    hint: text.administratorHint,
    kind: 'text',
    path: 'administrator.name',
  },
  { name: 'phone', label: text.phone, hint: text.phoneHint, kind: 'tel', path: 'administrator.phone' },
]

/** What the commission settles for a county. Grants, merged posts and the ladder stay as they are. */
export function settingsFields(
  settings: TenantSettings,
  calendars: readonly string[],
  language: Language,
  text: Words,
): FormField[] {
  const {
    masks,
    quietHours,
    channels: open,
    secondFactor = [],
    administratorsAtCommission: away,
    limits,
  } = settings
  const choices = (words: Record<string, string>): FormChoice[] =>
    Object.entries(words).map(([value, said]) => ({ value, words: said }))
  const of = (path: string) => `settings.${path}`
  return [
    {
      name: 'placeName',
      label: text.placeName,
      kind: 'text',
      value: settings.placeName,
      path: of('placeName'),
    },
    {
      name: 'calendar',
      label: text.calendar,
      kind: 'choice',
      value: settings.calendar,
      choices: [...new Set([settings.calendar, ...calendars])].map((value) => ({ value, words: value })),
      path: of('calendar'),
    },
    {
      name: 'phones',
      label: text.phones,
      kind: 'choice',
      value: masks.phones,
      choices: choices(text.masks.phones),
    },
    {
      name: 'names',
      label: text.names,
      kind: 'choice',
      value: masks.names,
      choices: choices(text.masks.names),
    },
    {
      name: 'quietFrom',
      label: text.quietFrom,
      hint: text.quietHint,
      kind: 'time',
      value: quietHours.from,
      path: of('quietHours.from'),
    },
    { name: 'quietTo', label: text.quietTo, kind: 'time', value: quietHours.to, path: of('quietHours.to') },
    {
      name: 'channels',
      label: text.channels,
      kind: 'ticks',
      ticked: open,
      choices: channels.map((value) => ({ value, words: channelWording[value][language] })),
    },
    {
      name: 'secondFactor',
      label: text.secondFactor,
      hint: text.secondFactorHint,
      kind: 'ticks',
      ticked: secondFactor,
      choices: posts.map((value) => ({ value, words: postWording[value][language] })),
    },
    {
      name: 'away',
      label: text.away,
      hint: text.awayHint,
      kind: 'ticks',
      ticked: away,
      choices: administratorsAway.map((value) => ({ value, words: text.awayPosts[value] })),
    },
    ...openStages.map((stage): FormField => {
      const own = limits[stage]
      const rules = lifecycle[stage]
      const first = rules.open ? rules.limit : undefined
      return {
        name: `limit-${stage}`,
        label: text.limit(stageName(stage, language)),
        kind: 'text',
        ...(own && { value: limitWords(own, language) }),
        ...(isLimit(first) && { hint: text.limitHint(limitWords(first, language)) }),
        path: of(`limits.${stage}`),
      }
    }),
  ]
}
