'use client'
import { useActionState } from 'react'
import { described, Field } from '../../ui/field.tsx'
import styles from './action-panel.module.css'
import { ProblemNotice } from './problem-notice.tsx'
import { type Revealed, revealContact } from './reveal-contact.ts'
import { SubmitButton } from './submit-button.tsx'

interface ContactFormProps {
  county: string
  caseId: string
  reasons: readonly { value: string; words: string }[]
  newKey: string
  text: Record<'why' | 'reveal' | 'recorded' | 'sending', string>
}

const nothing: Revealed = {}

export function ContactForm({ county, caseId, reasons, newKey, text }: ContactFormProps) {
  const [{ name, phone, problem }, formAction] = useActionState(revealContact, nothing)
  if (phone)
    return (
      <p role="status" className="figures">
        <a href={`tel:${phone}`}>{phone}</a> {name}
      </p>
    )
  return (
    <details className={styles.drawer}>
      <summary>{text.reveal}</summary>
      <form className={styles.form} action={formAction}>
        {problem && <ProblemNotice problem={problem} controls={{}} />}
        <input type="hidden" name="county" value={county} />
        <input type="hidden" name="caseId" value={caseId} />
        <input type="hidden" name="key" value={newKey} />
        <Field id="contact-reason" label={text.why} hint={text.recorded}>
          <select {...described('contact-reason', text.recorded, undefined)} name="reason">
            {reasons.map(({ value, words }) => (
              <option key={value} value={value}>
                {words}
              </option>
            ))}
          </select>
        </Field>
        <div>
          <SubmitButton label={text.reveal} sending={text.sending} look="plain" />
        </div>
      </form>
    </details>
  )
}
