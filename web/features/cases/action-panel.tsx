'use client'
import type { Evidence } from '#shared/lifecycle/evidence'
import type { Action } from '#shared/lifecycle/lifecycle'
import { act } from './act.ts'
import styles from './action-panel.module.css'
import { evidenceFieldOf } from './evidence-fields.tsx'
import { ProblemNotice } from './problem-notice.tsx'
import { errorOf, isOutcomeUnknown, type Submission } from './submission.ts'
import { SubmitButton } from './submit-button.tsx'
import { useSubmission } from './use-submission.ts'

export interface OfferedAction {
  action: Action
  name: string
  confirm: string
  evidence: {
    field: Evidence
    label: string
    hint: string
    /** Filled in until somebody types another. */
    suggested?: string
    choices?: { value: string; words: string }[]
  }[]
  /** Idempotency key of this filling-in. */
  newKey: string
}

interface ActionPanelProps {
  county: string
  caseId: string
  version: number
  offered: OfferedAction[]
  /** Nothing stands open until it is asked for: several cases share a page. */
  folded?: boolean
  /** Where the reader goes when it is done; to the case otherwise. */
  back?: string
  text: Record<'sending' | 'typed', string>
}

/**
 * A form for each action that the API allows. All share one state, so that what went wrong with an action is still told
 * when the case no longer offers it.
 */
export function ActionPanel({
  county,
  caseId,
  version,
  offered,
  folded = false,
  back = '',
  text,
}: ActionPanelProps) {
  const { submission, formAction } = useSubmission(act)
  const { typed, problem } = submission
  const tried = offered.find(({ action }) => action === typed.action)
  const controls = Object.fromEntries(
    (tried?.evidence ?? []).map(({ field, label }) => [
      `evidence.${field}`,
      { id: `${caseId}-${tried?.action}-${field}`, label },
    ]),
  )
  return (
    <div className={styles.panel}>
      {problem && <ProblemNotice problem={problem} controls={controls} />}
      {problem && !tried && <TypedBefore label={text.typed} typed={typed} />}
      {offered.map((offer, index) => (
        <ActionForm
          key={offer.action}
          offer={offer}
          look={index === 0 ? 'primary' : 'plain'}
          submission={offer === tried ? submission : undefined}
          formAction={formAction}
          sending={text.sending}
          about={{ county, caseId, version: String(version), back }}
          folded={folded}
        />
      ))}
    </div>
  )
}

interface ActionFormProps {
  offer: OfferedAction
  look: 'primary' | 'plain'
  /** The last attempt, when it was of this action. */
  submission: Submission | undefined
  formAction: (form: FormData) => void
  sending: string
  about: { county: string; caseId: string; version: string; back: string }
  folded: boolean
}

function ActionForm({ offer, look, submission, formAction, sending, about, folded }: ActionFormProps) {
  const { action, name, confirm, evidence, newKey } = offer
  const again = submission && isOutcomeUnknown(submission) ? submission.typed : undefined
  const hidden = { ...about, action, version: again?.version ?? about.version, key: again?.key ?? newKey }
  const form = (
    <form className={styles.form} action={formAction} noValidate>
      {Object.entries(hidden).map(([field, value]) => (
        <input key={field} type="hidden" name={field} value={value} />
      ))}
      {evidence.map(({ field, label, hint, suggested, choices }) => {
        const EvidenceField = evidenceFieldOf[field]
        return (
          <EvidenceField
            key={field}
            id={`${about.caseId}-${action}-${field}`}
            name={field}
            label={label}
            hint={hint}
            error={submission && errorOf(submission, `evidence.${field}`)}
            typed={submission ? submission.typed[field] : suggested}
            choices={choices}
          />
        )
      })}
      <div>
        <SubmitButton label={confirm} sending={sending} look={look} />
      </div>
    </form>
  )
  if (evidence.length === 0) return form
  return (
    <details
      className={styles.drawer}
      name={`action-${about.caseId}`}
      open={(look === 'primary' && !folded) || submission !== undefined}
    >
      <summary>{name}</summary>
      {form}
    </details>
  )
}

/** Nothing that was typed is lost, even when its form is gone. */
function TypedBefore({ label, typed }: { label: string; typed: Record<string, string> }) {
  const words = Object.entries(typed).filter(([field, value]) => field in evidenceFieldOf && value)
  return words.map(([field, value]) => (
    <p key={field}>
      {label}
      <q>{value}</q>
    </p>
  ))
}
