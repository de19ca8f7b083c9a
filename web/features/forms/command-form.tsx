'use client'
import { described, Field } from '../../ui/field.tsx'
import forms from '../../ui/form.module.css'
import { ProblemNotice } from '../cases/problem-notice.tsx'
import { errorOf, isOutcomeUnknown, type Submission } from '../cases/submission.ts'
import { SubmitButton } from '../cases/submit-button.tsx'
import { useSubmission } from '../cases/use-submission.ts'
import styles from './command-form.module.css'

export interface FormChoice {
  value: string
  words: string
}

export interface FormField {
  name: string
  label: string
  hint?: string
  /** `ticks`: boxes of which any number may be ticked, each sent as `name.value`. */
  kind: 'text' | 'long' | 'choice' | 'date' | 'number' | 'time' | 'tel' | 'ticks'
  value?: string
  ticked?: readonly string[]
  choices?: readonly FormChoice[]
  /** The field of the API's input, where it is called otherwise there. */
  path?: string
}

interface CommandFormProps {
  send: (previous: Submission, form: FormData) => Promise<Submission>
  /** What the form is about, sent along unseen. */
  about: Readonly<Record<string, string>>
  /** Idempotency key of this filling-in. */
  newKey: string
  fields: readonly FormField[]
  text: { submit: string; sending: string }
  look?: 'primary' | 'plain'
  /** Shown to who may not send it. */
  locked?: boolean
  /** Tells the forms of one page apart. */
  id: string
}

/** A form for a command: fields in pairs, what went wrong above them and beside each. Works without JavaScript. */
export function CommandForm({
  send,
  about,
  newKey,
  fields,
  text,
  look = 'primary',
  locked = false,
  id,
}: CommandFormProps) {
  const { submission, formAction } = useSubmission(send)
  const { typed, problem } = submission
  const again = isOutcomeUnknown(submission) ? typed.key : undefined
  const controls = Object.fromEntries(
    fields.map(({ name, path, label }) => [path ?? name, { id: `${id}-${name}`, label }]),
  )
  const hidden = { ...about, key: again ?? newKey }
  return (
    <form className={forms.form} action={formAction} noValidate>
      {problem && <ProblemNotice problem={problem} controls={controls} />}
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {fields.length > 0 && (
        <fieldset className={`${forms.pair} ${styles.fields}`} disabled={locked}>
          {fields.map((field) => (
            <Control key={field.name} id={`${id}-${field.name}`} field={field} submission={submission} />
          ))}
        </fieldset>
      )}
      {!locked && (
        <div>
          <SubmitButton label={text.submit} sending={text.sending} look={look} />
        </div>
      )}
    </form>
  )
}

interface ControlProps {
  id: string
  field: FormField
  submission: Submission
}

function Control({ id, field, submission }: ControlProps) {
  const { name, label, hint, kind, value, path } = field
  if (kind === 'ticks') return <Ticks id={id} field={field} submission={submission} />
  const error = errorOf(submission, path ?? name)
  const shared = { ...described(id, hint, error), name, defaultValue: submission.typed[name] ?? value }
  return (
    <Field id={id} label={label} hint={hint} error={error}>
      {kind === 'long' && <textarea {...shared} rows={3} />}
      {kind === 'choice' && <Choice shared={shared} choices={field.choices ?? []} />}
      {kind !== 'long' && kind !== 'choice' && <input {...shared} type={kind} autoComplete="off" />}
    </Field>
  )
}

interface ChoiceProps {
  shared: ReturnType<typeof described> & { name: string; defaultValue: string | undefined }
  choices: readonly FormChoice[]
}

/** Keyed by its value: React would leave a select as the reader's browser restored it. */
function Choice({ shared, choices }: ChoiceProps) {
  return (
    <select key={shared.defaultValue} {...shared}>
      {choices.map(({ value, words }) => (
        <option key={value} value={value}>
          {words}
        </option>
      ))}
    </select>
  )
}

function Ticks({
  id,
  field: { name, label, hint, choices = [], ticked = [], path },
  submission,
}: ControlProps) {
  const error = errorOf(submission, path ?? name)
  const tried = Object.keys(submission.typed).length > 0
  const isTicked = (value: string) =>
    tried ? submission.typed[`${name}.${value}`] !== undefined : ticked.includes(value)
  return (
    <fieldset id={id} className={styles.ticks} tabIndex={-1}>
      <legend>{label}</legend>
      {hint && <p className={forms.hint}>{hint}</p>}
      {error && <p className={styles.error}>{error}</p>}
      <div className={styles.boxes}>
        {choices.map(({ value, words }) => (
          <label key={value} className={styles.box}>
            <input type="checkbox" name={`${name}.${value}`} defaultChecked={isTicked(value)} />
            {words}
          </label>
        ))}
      </div>
    </fieldset>
  )
}
