import type { Language } from '#shared/kernel/language'
import { separationNames, separations } from '#shared/lifecycle/grants'
import { posts, postWording } from '#shared/lifecycle/posts'
import { administratorsAway, type TenantSettings } from '#shared/tenants/settings'
import type { Text } from '../../text/text.ts'
import type { FormField } from '../forms/command-form.tsx'
import { partFields, settingsParts } from '../settings/county-fields.ts'

type Words = Text['commission']['tenant']

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

/** What the commission settles for a county; of what the county may keep itself the first settings, until it does. */
export function settingsFields(
  { settings, isOwn }: { settings: TenantSettings; isOwn: boolean },
  calendars: readonly string[],
  language: Language,
  { commission: { tenant: text }, settings: { county } }: Text,
): FormField[] {
  const { secondFactor = [], administratorsAtCommission: away, relaxed } = settings
  const of = (path: string) => `settings.${path}`
  return [
    {
      name: 'calendar',
      label: text.calendar,
      kind: 'choice',
      value: settings.calendar,
      choices: [...new Set([settings.calendar, ...calendars])].map((value) => ({ value, words: value })),
      path: of('calendar'),
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
      name: 'relaxed',
      label: text.relaxed,
      hint: text.relaxedHint,
      kind: 'ticks',
      ticked: relaxed,
      choices: separationNames.map((value) => ({ value, words: separations[value][language] })),
      path: of('grants'),
    },
    {
      name: 'away',
      label: text.away,
      hint: text.awayHint,
      kind: 'ticks',
      ticked: away,
      choices: administratorsAway.map((value) => ({ value, words: text.awayPosts[value] })),
    },
    ...(isOwn
      ? []
      : settingsParts.flatMap((part) =>
          partFields(part, { settings, language, text: county, bounded: false }),
        )),
  ]
}
