'use client'
import { act } from './act.ts'
import { ActionForm, fieldId, type OfferedAction } from './action-form.tsx'
import styles from './action-panel.module.css'
import { ProblemNotice } from './problem-notice.tsx'
import { TypedBefore } from './typed-before.tsx'
import { useSubmission } from './use-submission.ts'

interface ActionPanelProps {
  county: string
  caseId: string
  version: number
  offered: OfferedAction[]
  /** Where the reader goes when it is done. */
  back: string
  text: Record<'sending' | 'typed', string>
}

/**
 * The answers to one case of several on a page, each folded until it is asked for. All share one state, so that what went
 * wrong with an action is still told when the case no longer offers it.
 */
export function ActionPanel({ county, caseId, version, offered, back, text }: ActionPanelProps) {
  const { submission, formAction } = useSubmission(act)
  const { typed, problem } = submission
  const tried = offered.find(({ action }) => action === typed.action)
  return (
    <div className={styles.panel}>
      {problem && <ProblemNotice problem={problem} controls={controlsOf(caseId, tried)} />}
      {problem && !tried && <TypedBefore label={text.typed} typed={typed} />}
      {offered.map((offer) => {
        const form = (
          <ActionForm
            offer={offer}
            look="primary"
            submission={offer === tried ? submission : undefined}
            formAction={formAction}
            sending={text.sending}
            about={{ county, caseId, version: String(version), back }}
          />
        )
        if (offer.evidence.length === 0) return <div key={offer.action}>{form}</div>
        return (
          <details
            key={offer.action}
            className={styles.drawer}
            name={`action-${caseId}`}
            open={offer === tried}
          >
            <summary>{offer.name}</summary>
            {form}
          </details>
        )
      })}
    </div>
  )
}

/** Which control a wrong field of the API's input is. */
export const controlsOf = (caseId: string, tried: OfferedAction | undefined) =>
  Object.fromEntries(
    (tried?.evidence ?? []).map(({ field, label }) => [
      `evidence.${field}`,
      { id: fieldId(caseId, tried?.action ?? '', field), label },
    ]),
  )
