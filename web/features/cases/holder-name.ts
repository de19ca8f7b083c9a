import type { CaseView } from '#shared/cases/case'
import type { Language } from '#shared/kernel/language'
import { postWording } from '#shared/lifecycle/posts'
import type { Names } from '../../lib/names.ts'

/** Who has the case now; undefined once it has ended. */
export function holderName(
  { holder, unit = '' }: CaseView,
  names: Names,
  language: Language,
): string | undefined {
  if (!holder) return undefined
  return holder === 'unit' ? names.unit(unit) : postWording[holder][language]
}
