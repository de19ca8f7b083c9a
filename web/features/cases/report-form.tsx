'use client'
import { described, Field } from '../../ui/field.tsx'
import forms from '../../ui/form.module.css'
import type { Pickable } from '../intake/pickable.ts'
import { Picker } from '../intake/picker.tsx'
import { PhotoField } from './photo-field.tsx'
import { ProblemNotice } from './problem-notice.tsx'
import { report } from './report.ts'
import { errorOf, isOutcomeUnknown } from './submission.ts'
import { SubmitButton } from './submit-button.tsx'
import { useSubmission } from './use-submission.ts'

interface ReportFormProps {
  county: string
  /** Idempotency key of this filling-in. */
  newKey: string
  kinds: readonly Pickable[]
  text: Record<
    | 'words'
    | 'wordsHint'
    | 'place'
    | 'placeHint'
    | 'kind'
    | 'kindHint'
    | 'photos'
    | 'photosHint'
    | 'contact'
    | 'contactHint'
    | 'name'
    | 'phone'
    | 'submit'
    | 'sending',
    string
  >
}

export function ReportForm({ county, newKey, kinds, text }: ReportFormProps) {
  const { submission, formAction } = useSubmission(report)
  const { typed, problem } = submission
  const error = (field: string) => errorOf(submission, field)
  const controls = {
    words: { id: 'words', label: text.words },
    place: { id: 'place', label: text.place },
    kind: { id: 'kind', label: text.kind },
    photos: { id: 'photos', label: text.photos },
    'reporter.name': { id: 'name', label: text.name },
    'reporter.phone': { id: 'phone', label: text.phone },
  }
  return (
    <form className={forms.form} action={formAction} noValidate>
      {problem && <ProblemNotice problem={problem} controls={controls} />}
      <input type="hidden" name="county" value={county} />
      <input type="hidden" name="key" value={(isOutcomeUnknown(submission) && typed.key) || newKey} />
      <Field id="words" label={text.words} hint={text.wordsHint} error={error('words')}>
        <textarea
          {...described('words', text.wordsHint, error('words'))}
          name="words"
          rows={4}
          defaultValue={typed.words}
        />
      </Field>
      <Field id="place" label={text.place} hint={text.placeHint} error={error('place')}>
        <input
          {...described('place', text.placeHint, error('place'))}
          name="place"
          type="text"
          defaultValue={typed.place}
          autoComplete="off"
        />
      </Field>
      <Picker
        id="kind"
        name="kind"
        label={text.kind}
        hint={text.kindHint}
        error={error('kind')}
        typed={typed.kind}
        entries={kinds}
      />
      <PhotoField
        id="photos"
        name="photos"
        label={text.photos}
        hint={text.photosHint}
        error={error('photos')}
      />
      <fieldset className={forms.group}>
        <legend>{text.contact}</legend>
        <p className={forms.hint}>{text.contactHint}</p>
        <div className={forms.pair}>
          <Field id="name" label={text.name} error={error('reporter.name')}>
            <input
              {...described('name', undefined, error('reporter.name'))}
              name="name"
              type="text"
              defaultValue={typed.name}
              autoComplete="off"
            />
          </Field>
          <Field id="phone" label={text.phone} error={error('reporter.phone')}>
            <input
              {...described('phone', undefined, error('reporter.phone'))}
              name="phone"
              type="tel"
              defaultValue={typed.phone}
              autoComplete="off"
            />
          </Field>
        </div>
      </fieldset>
      <div>
        <SubmitButton label={text.submit} sending={text.sending} />
      </div>
    </form>
  )
}
