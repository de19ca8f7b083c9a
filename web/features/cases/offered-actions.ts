import type { CaseView } from '#shared/cases/case'
import type { Language } from '#shared/kernel/language'
import { type Evidence, inspectionWays } from '#shared/lifecycle/evidence'
import { actionWording, evidenceWording } from '#shared/lifecycle/wording'
import type { Text } from '../../text/text.ts'
import type { OfferedAction } from './action-panel.tsx'

/** The API's actions in the reader's words, each with a fresh idempotency key. The portal never asks for the stage. */
export function offeredActions(
  { actions }: CaseView,
  language: Language,
  text: Text['cases']['act'],
): OfferedAction[] {
  const asked = (field: Evidence) => ({
    field,
    hint: text.hints[field],
    ...(field === 'way' && { choices: inspectionWays.map((value) => ({ value, words: text.ways[value] })) }),
  })
  return actions.map(({ action, evidence, may }) => {
    const name = actionWording[action][language]
    return {
      action,
      name,
      confirm: evidence.length + may.length > 0 ? text.confirm(name) : name,
      evidence: [
        ...evidence.map((field) => ({ ...asked(field), label: evidenceWording[field][language] })),
        ...may.map((field) => ({
          ...asked(field),
          label: text.optional(evidenceWording[field][language]),
        })),
      ],
      newKey: crypto.randomUUID(),
    }
  })
}
