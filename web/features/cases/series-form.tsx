'use client'
import { actSeries } from './act-series.ts'
import styles from './action-panel.module.css'
import { evidenceFieldOf } from './evidence-fields.tsx'
import { ProblemNotice } from './problem-notice.tsx'
import { isOutcomeUnknown } from './submission.ts'
import { SubmitButton } from './submit-button.tsx'
import { submitOnKeys } from './submit-on-keys.ts'
import { useSubmission } from './use-submission.ts'

type Field = 'filingCondition' | 'unit' | 'assisting'

interface SeriesFormProps {
  about: { county: string; caseId: string; version: string; acts: string }
  newKey: string
  fields: readonly {
    name: Field
    label: string
    hint: string
    suggested?: string
    choices: readonly { value: string; words: string }[]
  }[]
  text: Record<'confirm' | 'sending' | 'hint', string>
}

/** One form and one commit for who holds consecutive posts; each act keeps its own row in the history. */
export function SeriesForm({ about, newKey, fields, text }: SeriesFormProps) {
  const { submission, formAction } = useSubmission(actSeries)
  const { typed, problem } = submission
  const again = isOutcomeUnknown(submission) ? typed : undefined
  const hidden = { ...about, version: again?.version ?? about.version, key: again?.key ?? newKey }
  return (
    <form className={styles.form} action={formAction} onKeyDown={submitOnKeys} noValidate>
      {problem && <ProblemNotice problem={problem} controls={{}} />}
      {Object.entries(hidden).map(([field, value]) => (
        <input key={field} type="hidden" name={field} value={value} />
      ))}
      {fields.map(({ name, label, hint, suggested, choices }) => {
        const EvidenceField = evidenceFieldOf[name]
        return (
          <EvidenceField
            key={name}
            id={`series-${name}`}
            name={name}
            label={label}
            hint={hint}
            error={undefined}
            typed={typed[name] ?? suggested}
            choices={choices}
          />
        )
      })}
      <p className={styles.consequence}>{text.hint}</p>
      <div>
        <SubmitButton label={text.confirm} sending={text.sending} />
      </div>
    </form>
  )
}
