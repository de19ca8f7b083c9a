'use client'
import { described, Field } from '../../ui/field.tsx'
import forms from '../../ui/form.module.css'
import { ProblemNotice } from '../cases/problem-notice.tsx'
import { isOutcomeUnknown } from '../cases/submission.ts'
import { SubmitButton } from '../cases/submit-button.tsx'
import { useSubmission } from '../cases/use-submission.ts'
import type { FormChoice } from '../forms/command-form.tsx'
import { begin } from './import-acts.ts'

interface ImportFormProps {
  county: string
  newKey: string
  kinds: readonly FormChoice[]
  coordinates: readonly FormChoice[]
  text: Record<
    'kind' | 'coordinates' | 'coordinatesHint' | 'file' | 'fileHint' | 'submit' | 'sending',
    string
  >
}

/** A file on its way: it is checked first, and nothing is written by that. */
export function ImportForm({ county, newKey, kinds, coordinates, text }: ImportFormProps) {
  const { submission, formAction } = useSubmission(begin)
  const { typed, problem } = submission
  return (
    <form className={forms.form} action={formAction} noValidate>
      {problem && <ProblemNotice problem={problem} controls={{ kind: { id: 'kind', label: text.kind } }} />}
      <input type="hidden" name="county" value={county} />
      <input type="hidden" name="key" value={(isOutcomeUnknown(submission) && typed.key) || newKey} />
      <Field id="kind" label={text.kind}>
        <Choice id="kind" choices={kinds} chosen={typed.kind} />
      </Field>
      <Field id="coordinates" label={text.coordinates} hint={text.coordinatesHint}>
        <Choice
          id="coordinates"
          choices={coordinates}
          chosen={typed.coordinates}
          hint={text.coordinatesHint}
        />
      </Field>
      <Field id="file" label={text.file} hint={text.fileHint}>
        <input {...described('file', text.fileHint, undefined)} name="file" type="file" />
      </Field>
      <div>
        <SubmitButton label={text.submit} sending={text.sending} />
      </div>
    </form>
  )
}

interface ChoiceProps {
  id: string
  choices: readonly FormChoice[]
  chosen: string | undefined
  hint?: string
}

function Choice({ id, choices, chosen, hint }: ChoiceProps) {
  return (
    <select {...described(id, hint, undefined)} name={id} defaultValue={chosen}>
      {choices.map(({ value, words }) => (
        <option key={value} value={value}>
          {words}
        </option>
      ))}
    </select>
  )
}
