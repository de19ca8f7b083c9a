import type { CaseView } from '#shared/cases/case'
import type { Language } from '#shared/kernel/language'
import { type Evidence, inspectionWays } from '#shared/lifecycle/evidence'
import type { Action } from '#shared/lifecycle/lifecycle'
import { actionWording, evidenceWording } from '#shared/lifecycle/wording'
import type { Phrases } from '#shared/phrases/phrases'
import { dateAndTime } from '../../lib/moments.ts'
import type { Text } from '../../text/text.ts'
import { phrasesAt } from '../phrases/phrase-lines.ts'
import type { OfferedAction } from './action-form.tsx'
import type { Choices } from './offered-choices.ts'

/** The API's actions in the reader's words, each with a fresh idempotency key. The portal never asks for the stage. */
export function offeredActions(
  { actions, suggestion, dueIfDispatched }: CaseView,
  language: Language,
  { cases: { act: text }, phrases }: Pick<Text, 'cases' | 'phrases'>,
  own: Phrases,
  choices: Choices = {},
): OfferedAction[] {
  const suggested = suggestedEvidence(suggestion)
  const named = choices.unit?.find(({ value }) => value === suggestion?.unit)?.words
  const advice = suggestion && text.advice([named, suggestion.words].filter(Boolean).join(' · '))
  const ways = inspectionWays.map((value) => ({ value, words: text.ways[value] }))
  const choicesOf = (field: Evidence) => {
    const offered = field === 'way' ? ways : choices[field]
    if (!offered?.length) return {}
    // nothing is chosen for anybody: the first of a list is no more likely than the last
    const open = field !== 'way' && field !== 'assisting' && offered.length > 1
    return { choices: [...(open ? [{ value: '', words: text.choose }] : []), ...offered] }
  }
  const asked = (action: Action, field: Evidence) => ({
    field,
    ...(action === 'dispatch' && suggested[field] && { suggested: suggested[field] }),
    hint: action === 'dispatch' && field === 'unit' && advice ? advice : text.hints[field],
    ...((field === 'reason' || field === 'words') && { phrases: phrasesAt(action, own, phrases) }),
    ...choicesOf(field),
  })
  return actions.map(({ action, evidence, may }) => {
    const name = actionWording[action][language]
    return {
      action,
      name,
      confirm: evidence.length + may.length > 0 ? text.confirm(name) : name,
      ...consequenceOf(action, dueIfDispatched, text),
      evidence: [
        ...evidence.map((field) => ({ ...asked(action, field), label: evidenceWording[field][language] })),
        ...may.map((field) => ({
          ...asked(action, field),
          label: text.optional(evidenceWording[field][language]),
        })),
      ],
      newKey: crypto.randomUUID(),
    }
  })
}

/** When it would be due, or what cannot be taken back. */
function consequenceOf(action: Action, due: string | undefined, text: Text['cases']['act']) {
  if ((action === 'dispatch' || action === 'rule') && due)
    return { consequence: text.dueAfter(dateAndTime(due)) }
  const told = text.consequences[action as keyof typeof text.consequences]
  return told ? { consequence: told } : {}
}

/** What the rules say is filled in, unless they contradict each other or a unit has refused the case. */
function suggestedEvidence(suggestion: CaseView['suggestion']): Partial<Record<Evidence, string>> {
  const { unit, assisting = [], doubt } = suggestion ?? {}
  if (!unit || (doubt && doubt !== 'unconfirmed-kind')) return {}
  return { unit, ...(assisting.length > 0 && { assisting: assisting.join(' ') }) }
}
