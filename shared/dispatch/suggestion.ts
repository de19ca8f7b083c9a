import * as z from 'zod'
import type { Language } from '../kernel/language.ts'
import type { Choice, Doubt, Ground } from './choose-unit.ts'

/** What holds a case back from being dispatched by the rules alone. `returned`: only a dispatcher re-routes what came back. */
export const doubts = [
  'no-rule',
  'conflict',
  'unconfirmed-kind',
  'retired-unit',
  'returned',
] as const satisfies readonly (Doubt | 'returned')[]
export type Hesitation = (typeof doubts)[number]

/** 派遣建议: what the dispatcher of a case that waits is shown. */
export const suggestionView = z.object({
  /** 主办; absent where nobody is named. */
  unit: z.string().optional(),
  /** 协办. */
  assisting: z.array(z.string()),
  /** Absent for the moments until the rules dispatch it. */
  doubt: z.enum(doubts).optional(),
  /** Ids of the rules that contradict each other. */
  contradicting: z.array(z.string()).optional(),
  /** On what ground, and why it was left to a person; in the reader's language. */
  words: z.string(),
})
export type SuggestionView = z.output<typeof suggestionView>

/** A choice for a case, with what the case itself holds against it. */
export interface Suggestion extends Omit<Choice, 'doubt'> {
  readonly doubt?: Hesitation
}

export const suggestionViewOf = (
  { lead, assisting, ground, doubt, contradicting }: Suggestion,
  language: Language,
): SuggestionView => ({
  ...(lead !== undefined && { unit: lead }),
  assisting: [...assisting],
  ...(doubt && { doubt }),
  ...(contradicting && { contradicting: [...contradicting] }),
  words: [
    ...(ground ? [groundWords(ground, language)] : []),
    ...(doubt ? [doubtWords[language][doubt]] : []),
  ].join(language === 'zh' ? '' : ' '),
})

/** The reason that stands in the history of a case that was dispatched by rule. */
export const reasonOf = (ground: Ground): string => groundWords(ground, 'zh')

function groundWords(ground: Ground, language: Language): string {
  if (ground.by === 'precedent')
    return {
      zh: `按裁定先例（案卷 ${ground.caseNumber}）。`,
      en: `By the ruling on case ${ground.caseNumber}.`,
    }[language]
  const { rule, basis } = ground
  return {
    zh: basis ? `按派遣规则 ${rule}（${basis}）。` : `按派遣规则 ${rule}。`,
    en: basis ? `By the dispatch rule ${rule} (${basis}).` : `By the dispatch rule ${rule}.`,
  }[language]
}

const doubtWords: Readonly<Record<Language, Readonly<Record<Hesitation, string>>>> = {
  zh: {
    'no-rule': '没有适用的派遣规则，请人工派遣。',
    conflict: '有同等效力的规则指向不同单位，请人工判断。',
    'unconfirmed-kind': '该小类的代码或时限待确认，不自动派遣。',
    'retired-unit': '规则所指单位已停用，请改派其他单位。',
    returned: '该案卷被退回过，请人工改派。',
  },
  en: {
    'no-rule': 'No dispatch rule speaks; dispatch it by hand.',
    conflict: 'Rules of equal right name different units; decide which.',
    'unconfirmed-kind': 'The code or limit of this kind awaits confirmation; it is not dispatched by rule.',
    'retired-unit': 'The unit that the rule names is retired; choose another.',
    returned: 'The case came back from a unit; re-route it by hand.',
  },
}
