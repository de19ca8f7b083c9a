import { channels, channelWording } from '#shared/cases/channels'
import { limitWords } from '#shared/catalogue/limit-words'
import type { Language } from '#shared/kernel/language'
import type { Limit } from '#shared/kernel/limit'
import { ladder } from '#shared/lifecycle/escalation'
import { lifecycle, openStages, type Stage } from '#shared/lifecycle/lifecycle'
import { postWording } from '#shared/lifecycle/posts'
import { actionWording, stageName } from '#shared/lifecycle/wording'
import { longestOwn } from '#shared/tenants/own-settings'
import type { TenantSettings } from '#shared/tenants/settings'
import type { Text } from '../../text/text.ts'
import type { FormChoice, FormField } from '../forms/command-form.tsx'
import { filingLines, mergedLines } from './county-lines.ts'

interface Telling {
  readonly settings: TenantSettings
  readonly language: Language
  readonly text: Text['settings']['county']
  /** Told to who may go no further: the commission may. */
  readonly bounded: boolean
}

/** The parts that a county's own settings are shown in: one form each, so that a slip in one holds up no other. */
export const settingsParts = ['outside', 'terms', 'posts'] as const
export type SettingsPart = (typeof settingsParts)[number]

const choicesOf = (words: Record<string, string>): FormChoice[] =>
  Object.entries(words).map(([value, said]) => ({ value, words: said }))

const field = (name: string, path: string, rest: Omit<FormField, 'name' | 'path'>): FormField => ({
  name,
  path: `settings.${path}`,
  ...rest,
})

/** Stages that a county may give a limit: of the others the condition or the one who asks says how long. */
export const limitedStages = openStages.filter((stage) => longestOwn.stage(stage))

/** The inputs of one part. */
export const partFields = (part: SettingsPart, telling: Telling): FormField[] => fieldsOf[part](telling)

const fieldsOf: Readonly<Record<SettingsPart, (telling: Telling) => FormField[]>> = {
  outside: ({ settings: { placeName, channels: open, masks, quietHours }, language, text }) => [
    field('placeName', 'placeName', {
      label: text.placeName,
      hint: text.placeNameHint,
      kind: 'text',
      value: placeName,
    }),
    field('channels', 'channels', {
      label: text.channels,
      hint: text.channelsHint,
      kind: 'ticks',
      ticked: open,
      choices: channels.map((value) => ({ value, words: channelWording[value][language] })),
    }),
    field('phones', 'masks.phones', {
      label: text.phones,
      kind: 'choice',
      value: masks.phones,
      choices: choicesOf(text.masks.phones),
    }),
    field('names', 'masks.names', {
      label: text.names,
      kind: 'choice',
      value: masks.names,
      choices: choicesOf(text.masks.names),
    }),
    field('quietFrom', 'quietHours.from', {
      label: text.quietFrom,
      hint: text.quietHint,
      kind: 'time',
      value: quietHours.from,
    }),
    field('quietTo', 'quietHours.to', { label: text.quietTo, kind: 'time', value: quietHours.to }),
  ],
  terms: (telling) => [
    ...limitedStages.map((stage) => stageField(stage, telling)),
    ...ladder.map(({ action, after }) =>
      termField(`ladder-${action}`, `ladder.${action}`, telling, {
        label: telling.text.step(actionWording[action][telling.language]),
        own: telling.settings.ladder[action],
        first: after,
        longest: longestOwn.step,
      }),
    ),
    termField('requestLimit', 'requestLimit', telling, {
      label: telling.text.requestLimit,
      own: telling.settings.requestLimit,
      longest: longestOwn.request,
    }),
  ],
  posts: ({ settings, language, text }) => [
    field('mergedPosts', 'mergedPosts', {
      label: text.mergedPosts,
      hint: text.mergedPostsHint(postWording.acceptor[language], postWording['shift-leader'][language]),
      kind: 'long',
      value: mergedLines(settings.mergedPosts, language),
    }),
    field('filedByRule', 'filedByRule', {
      label: text.filedByRule,
      hint: text.filedByRuleHint(channelWording.collector[language], channelWording.hotline[language]),
      kind: 'long',
      value: filingLines(settings.filedByRule, language),
    }),
    field('remoteInspections', 'remoteInspections', {
      label: text.remoteInspections,
      hint: text.remoteInspectionsHint,
      kind: 'number',
      value: settings.remoteInspections === undefined ? '' : String(settings.remoteInspections),
    }),
  ],
}

interface Term {
  label: string
  own: Limit | undefined
  first?: Limit | undefined
  longest: Limit
}

/** A term as the trade writes it; blank is the usual. */
function termField(name: string, path: string, telling: Telling, { label, own, first, longest }: Term) {
  const { language } = telling
  return field(name, path, {
    label,
    hint: hintOf(telling, first, longest),
    kind: 'text',
    value: own ? limitWords(own, language) : '',
  })
}

function hintOf({ language, text, bounded }: Telling, first: Limit | undefined, longest: Limit): string {
  const [usual, most] = [first && limitWords(first, language), limitWords(longest, language)]
  if (!bounded) return usual ? text.usualHint(usual) : text.usualHintOpen
  return usual ? text.termHint(usual, most) : text.termHintOpen(most)
}

function stageField(stage: Stage, telling: Telling): FormField {
  const rules = lifecycle[stage]
  const first = rules.open ? rules.limit : undefined
  return termField(`limit-${stage}`, `limits.${stage}`, telling, {
    label: telling.text.limit(stageName(stage, telling.language)),
    own: telling.settings.limits[stage],
    first: typeof first === 'object' && 'amount' in first ? first : undefined,
    longest: longestOwn.stage(stage) ?? longestOwn.step,
  })
}
