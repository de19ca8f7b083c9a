import type { CaseView } from '#shared/cases/case'
import type { Language } from '#shared/kernel/language'
import type { Evidence } from '#shared/lifecycle/evidence'
import { actionWording, evidenceWording } from '#shared/lifecycle/wording'
import type { Text } from '../../text/text.ts'
import type { OfferedAction } from './action-panel.tsx'

/** The API's actions in the reader's words, each with a fresh idempotency key. The portal never asks for the stage. */
export function offeredActions(
  { actions }: CaseView,
  language: Language,
  text: Text['cases']['act'],
): OfferedAction[] {
  const hints: Record<Evidence, string> = {
    reason: text.reasonHint,
    filingCondition: text.filingConditionHint,
  }
  return actions.map(({ action, evidence }) => {
    const name = actionWording[action][language]
    return {
      action,
      name,
      confirm: evidence.length > 0 ? text.confirm(name) : name,
      evidence: evidence.map((field) => ({
        field,
        label: evidenceWording[field][language],
        hint: hints[field],
      })),
      newKey: crypto.randomUUID(),
    }
  })
}
