import type { Phrases } from '#shared/phrases/phrases'
import type { Text } from '../../text/text.ts'

/** The sentences that are offered at one place: the county's own where it keeps any, otherwise the usual ones. */
export function phrasesAt(place: string, own: Phrases, { usual }: Text['phrases']): readonly string[] {
  return own[place as keyof Phrases] ?? usual[place as keyof typeof usual] ?? []
}

/** One sentence a line. */
export const linesOf = (sentences: readonly string[]): string => sentences.join('\n')

export const sentencesOf = (lines: string): string[] =>
  lines
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)
