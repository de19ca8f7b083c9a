import type { CaseView } from '#shared/cases/case'
import type { Language } from '#shared/kernel/language'
import { type Evidence, inspectionWays } from '#shared/lifecycle/evidence'
import type { Action } from '#shared/lifecycle/lifecycle'
import { actionWording, evidenceWording } from '#shared/lifecycle/wording'
import type { Text } from '../../text/text.ts'
import type { OfferedAction } from './action-panel.tsx'
import type { Choices } from './offered-choices.ts'

/** The API's actions in the reader's words, each with a fresh idempotency key. The portal never asks for the stage. */
export function offeredActions(
  { actions, suggestion }: CaseView,
  language: Language,
  text: Text['cases']['act'],
  choices: Choices = {},
): OfferedAction[] {
  const suggested = suggestedEvidence(suggestion)
  const ways = inspectionWays.map((value) => ({ value, words: text.ways[value] }))
  const choicesOf = (field: Evidence) => {
    const offered = field === 'way' ? ways : choices[field]
    return offered ? { choices: [...offered] } : {}
  }
  const asked = (action: Action, field: Evidence) => ({
    field,
    ...(action === 'dispatch' && suggested[field] && { suggested: suggested[field] }),
    hint: text.hints[field],
    ...choicesOf(field),
  })
  return actions.map(({ action, evidence, may }) => {
    const name = actionWording[action][language]
    return {
      action,
      name,
      confirm: evidence.length + may.length > 0 ? text.confirm(name) : name,
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

/** What the rules say is filled in, unless they contradict each other or a unit has refused the case. */
function suggestedEvidence(suggestion: CaseView['suggestion']): Partial<Record<Evidence, string>> {
  const { unit, assisting = [], doubt } = suggestion ?? {}
  if (!unit || (doubt && doubt !== 'unconfirmed-kind')) return {}
  return { unit, ...(assisting.length > 0 && { assisting: assisting.join(' ') }) }
}
