import type { CaseView } from '#shared/cases/case'
import type { Language } from '#shared/kernel/language'
import { requests } from '#shared/lifecycle/requests'
import { dateAndTime } from '../../lib/moments.ts'
import type { Names } from '../../lib/names.ts'
import type { Text } from '../../text/text.ts'
import { askedIn } from '../approvals/decision.ts'
import { whoActed } from '../cases/who-acted.ts'
import type { BatchAction } from './batch-actions.ts'

interface Telling {
  readonly names: Names
  readonly language: Language
  readonly text: Text
}

/** What somebody needs to know of a case before it goes along with others. */
export function toldOf(
  file: CaseView,
  action: BatchAction,
  telling: Telling,
): { note: string; unit?: string } {
  if (action === 'dispatch') return advised(file, telling)
  if (action === 'rule') return { note: returned(file, telling) }
  if (action === 'approve' || action === 'decline') return { note: requested(file, telling) }
  return { note: '' }
}

/** Whom the rules would send it to, and the unit where they are sure of it. */
function advised({ suggestion }: CaseView, { names }: Telling) {
  const { unit, doubt, words = '' } = suggestion ?? {}
  const note = [unit && names.unit(unit), words].filter(Boolean).join(' · ')
  return { note, ...(unit && (!doubt || doubt === 'unconfirmed-kind') && { unit }) }
}

/** Which units sent it back, and why. */
const returned = ({ history }: CaseView, { names, language, text }: Telling): string =>
  history
    .filter(({ action }) => action === 'return')
    .map((entry) =>
      [whoActed(entry, names, language, text.cases.file), entry.evidence.reason].filter(Boolean).join('：'),
    )
    .join('；')

/** What is asked for and why. */
function requested(file: CaseView, { language, text }: Telling): string {
  const { request } = file
  if (!request) return ''
  const until = request.until && text.approvals.until(dateAndTime(request.until))
  return [requests[request.kind].name[language], until, askedIn(file)?.evidence.reason]
    .filter(Boolean)
    .join(' · ')
}
