'use client'
import type { Evidence } from '#shared/lifecycle/evidence'
import type { Action } from '#shared/lifecycle/lifecycle'
import styles from './action-panel.module.css'
import { evidenceFieldOf } from './evidence-fields.tsx'
import { errorOf, isOutcomeUnknown, type Submission } from './submission.ts'
import { SubmitButton } from './submit-button.tsx'
import { submitOnKeys } from './submit-on-keys.ts'

export interface OfferedAction {
  action: Action
  name: string
  confirm: string
  /** What follows from it, told before it is done. */
  consequence?: string
  evidence: {
    field: Evidence
    label: string
    hint: string
    /** Filled in until somebody types another. */
    suggested?: string
    choices?: { value: string; words: string }[]
    /** Sentences that are often given, one press each. */
    phrases?: readonly string[]
  }[]
  /** Idempotency key of this filling-in. */
  newKey: string
}

export interface ActionFormProps {
  offer: OfferedAction
  look: 'primary' | 'plain'
  /** The last attempt, when it was of this action. */
  submission: Submission | undefined
  formAction: (form: FormData) => void
  sending: string
  about: { county: string; caseId: string; version: string; back: string }
}

export const fieldId = (caseId: string, action: string, field: string) => `${caseId}-${action}-${field}`

/** What an action asks for, and its button; the button alone where it asks for nothing. */
export function ActionForm({ offer, look, submission, formAction, sending, about }: ActionFormProps) {
  const { action, confirm, consequence, evidence, newKey } = offer
  const again = submission && isOutcomeUnknown(submission) ? submission.typed : undefined
  const hidden = { ...about, action, version: again?.version ?? about.version, key: again?.key ?? newKey }
  return (
    <form className={styles.form} action={formAction} onKeyDown={submitOnKeys} noValidate>
      {Object.entries(hidden).map(([field, value]) => (
        <input key={field} type="hidden" name={field} value={value} />
      ))}
      {evidence.map(({ field, label, hint, suggested, choices, phrases }) => {
        const EvidenceField = evidenceFieldOf[field]
        return (
          <EvidenceField
            key={field}
            id={fieldId(about.caseId, action, field)}
            name={field}
            label={label}
            hint={hint}
            error={submission && errorOf(submission, `evidence.${field}`)}
            typed={submission ? submission.typed[field] : suggested}
            choices={choices}
            phrases={phrases}
          />
        )
      })}
      {consequence && <p className={styles.consequence}>{consequence}</p>}
      <div>
        <SubmitButton label={confirm} sending={sending} look={look} />
      </div>
    </form>
  )
}
