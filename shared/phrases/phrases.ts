import * as z from 'zod'
import { plainText } from '../kernel/fields.ts'
import { personId } from '../kernel/ids.ts'
import { grantedActions } from '../lifecycle/grants.ts'
import { type Action, rulesOf, stages } from '../lifecycle/lifecycle.ts'

/** Actions whose opinion is written in words. */
const withOpinion: readonly Action[] = grantedActions.filter((action) =>
  stages.some((stage) =>
    rulesOf(stage).some(
      ([name, { evidence, may = [] }]) =>
        name === action && [...evidence, ...may].some((field) => field === 'reason' || field === 'words'),
    ),
  ),
)

/** Where sentences are offered: the description of a report, an answer on the spot, the opinion of an action. */
export const phrasePlaces = ['report', 'answer', ...withOpinion] as const
export type PhrasePlace = (typeof phrasePlaces)[number]

/** More than a form can show is of no help. */
const MOST_PHRASES = 12
const sentence = plainText(1, 100)

/** 常用语: a county's own sentences, by the place that they are offered at; elsewhere the usual ones are. */
export const phrases = z.partialRecord(
  z.enum(phrasePlaces),
  z
    .array(sentence)
    .max(MOST_PHRASES)
    .refine((list) => new Set(list).size === list.length, 'repeated'),
)
export type Phrases = Readonly<z.output<typeof phrases>>

/** One version of them; the newest is in force. */
export const phrasesVersion = z.object({
  version: z.int().min(1),
  at: z.iso.datetime(),
  person: personId,
  phrases,
})
export type PhrasesVersion = z.output<typeof phrasesVersion>
