'use client'
import type { ComponentType } from 'react'
import type { Evidence } from '#shared/lifecycle/evidence'
import { described, Field } from '../../ui/field.tsx'
import { PhraseButtons } from '../phrases/phrase-buttons.tsx'
import styles from './action-panel.module.css'
import { PhotoField } from './photo-field.tsx'

export interface EvidenceFieldProps {
  id: string
  name: Evidence
  label: string
  hint: string
  error: string | undefined
  typed: string | undefined
  /** Of which one is chosen. */
  choices?: readonly { value: string; words: string }[] | undefined
  /** Sentences that are often given. */
  phrases?: readonly string[] | undefined
}

function LongText({ id, name, label, hint, error, typed, phrases }: EvidenceFieldProps) {
  return (
    <Field id={id} label={label} hint={hint} error={error}>
      <textarea {...described(id, hint, error)} name={name} rows={3} defaultValue={typed} />
      {phrases && <PhraseButtons phrases={phrases} into={id} />}
    </Field>
  )
}

function ShortText({ id, name, label, hint, error, typed }: EvidenceFieldProps) {
  return (
    <Field id={id} label={label} hint={hint} error={error}>
      <input
        {...described(id, hint, error)}
        name={name}
        type="text"
        defaultValue={typed}
        autoComplete="off"
      />
    </Field>
  )
}

function Day({ id, name, label, hint, error, typed }: EvidenceFieldProps) {
  return (
    <Field id={id} label={label} hint={hint} error={error}>
      <input {...described(id, hint, error)} name={name} type="date" defaultValue={typed} />
    </Field>
  )
}

function Choice({ id, name, label, hint, error, typed, choices = [] }: EvidenceFieldProps) {
  return (
    <Field id={id} label={label} hint={hint} error={error}>
      <select {...described(id, hint, error)} name={name} defaultValue={typed}>
        {choices.map(({ value, words }) => (
          <option key={value} value={value}>
            {words}
          </option>
        ))}
      </select>
    </Field>
  )
}

/** Chosen where the county's list is known, typed where it is not. */
function ChoiceOrText(props: EvidenceFieldProps) {
  return props.choices?.length ? <Choice {...props} /> : <ShortText {...props} />
}

/** Several of the county's list, typed where it is not known. */
function SeveralOrText(props: EvidenceFieldProps) {
  const { id, name, label, hint, error, typed = '', choices = [] } = props
  if (choices.length === 0) return <ShortText {...props} />
  const chosen = typed.split(' ')
  return (
    <details id={id} className={styles.drawer} open={Boolean(typed) || undefined}>
      <summary>{label}</summary>
      <fieldset className={styles.several} aria-label={label} title={hint}>
        {error && <p role="alert">{error}</p>}
        {choices.map(({ value, words }) => (
          <label key={value}>
            <input type="checkbox" name={name} value={value} defaultChecked={chosen.includes(value)} />
            {words}
          </label>
        ))}
      </fieldset>
    </details>
  )
}

/** How each kind of evidence is asked for; one that the lifecycle adds does not compile until it stands here. */
export const evidenceFieldOf: Record<Evidence, ComponentType<EvidenceFieldProps>> = {
  reason: LongText,
  filingCondition: ChoiceOrText,
  closingCondition: ChoiceOrText,
  unit: ChoiceOrText,
  assisting: SeveralOrText,
  photos: PhotoField,
  photosBefore: PhotoField,
  words: LongText,
  until: Day,
  case: ChoiceOrText,
  to: ShortText,
  proof: LongText,
  person: ChoiceOrText,
  way: Choice,
}
