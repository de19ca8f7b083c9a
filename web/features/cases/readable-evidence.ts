import type { HistoryEntry } from '#shared/cases/case'
import type { Evidence } from '#shared/lifecycle/evidence'
import { dateAndTime } from '../../lib/moments.ts'
import type { Names } from '../../lib/names.ts'
import type { Text } from '../../text/text.ts'

type Given = HistoryEntry['evidence'][Evidence]

/** What was given, as people read it: names for ids, moments in China's time, lists with a comma between. */
export function readableEvidence(
  field: Evidence,
  given: Given,
  names: Names,
  { ways }: Text['cases']['act'],
): string {
  return [given ?? []]
    .flat()
    .map((word) => {
      if (field === 'unit' || field === 'assisting') return names.unit(word)
      if (field === 'person') return names.person(word)
      if (field === 'until') return dateAndTime(word)
      if (field === 'filingCondition' || field === 'closingCondition') return names.condition(word)
      return word in ways ? ways[word as keyof typeof ways] : word
    })
    .join('、')
}
