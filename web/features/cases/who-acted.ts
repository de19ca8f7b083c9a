import type { HistoryEntry } from '#shared/cases/case'
import type { Language } from '#shared/kernel/language'
import { postWording } from '#shared/lifecycle/posts'
import type { Names } from '../../lib/names.ts'
import type { Text } from '../../text/text.ts'

/** The post of an act, with the person's name where somebody acted. */
export function whoActed(
  { post, person }: HistoryEntry,
  names: Names,
  language: Language,
  text: Text['cases']['file'],
): string {
  const name = post === 'system' || post === 'reporter' ? text[post] : postWording[post][language]
  const known = person && names.person(person)
  // an id is no name: somebody whom the county's list does not tell of is told by the post alone
  return known && known !== person ? `${name} ${known}` : name
}
