import { type Problem, problemOf } from '#shared/kernel/problem'
import { refuse } from '#shared/kernel/result'
import { readLanguage } from '../../lib/language.ts'

/** What the API would say of settings that could not even be read: fields that were written in none of the forms. */
export async function wronglyWritten(unread: readonly string[]): Promise<Problem> {
  const fields = unread.map((name) => ({ field: `settings.${name}`, code: 'wrong-format' as const }))
  return problemOf(refuse('invalid-input', { fields }), await readLanguage(), '')
}
