'use client'
import type { callKinds, urgencies } from '#shared/hotline/call'
import buttons from '../../ui/button.module.css'
import { described, Field } from '../../ui/field.tsx'
import forms from '../../ui/form.module.css'
import { PhotoField } from '../cases/photo-field.tsx'
import { ProblemNotice } from '../cases/problem-notice.tsx'
import { errorOf, isOutcomeUnknown } from '../cases/submission.ts'
import { submitOnKeys } from '../cases/submit-on-keys.ts'
import { useSubmission } from '../cases/use-submission.ts'
import { PhraseButtons } from '../phrases/phrase-buttons.tsx'
import { CallerPanel, type CallerText } from './caller-panel.tsx'
import styles from './intake.module.css'
import type { Pickable } from './pickable.ts'
import { Picker } from './picker.tsx'
import { PlaceFinder } from './place-finder.tsx'
import { SamePanel, type SameText } from './same-panel.tsx'
import { takeCall } from './take-call.ts'

export interface IntakeText extends CallerText {
  phone: string
  phoneHint: string
  name: string
  callKind: string
  urgency: string
  words: string
  wordsHint: string
  kind: string
  kindHint: string
  place: string
  placeHint: string
  area: string
  areaHint: string
  position: string
  positionHint: string
  locate: string
  photos: string
  photosHint: string
  answer: string
  answerHint: string
  asCase: string
  asAnswer: string
  sending: string
  callKinds: Record<(typeof callKinds)[number], string>
  urgencies: Record<(typeof urgencies)[number], string>
  same: Omit<SameText, 'aboutThis'>
}

interface IntakeFormProps {
  county: string
  newKey: string
  kinds: readonly Pickable[]
  areas: readonly Pickable[]
  phrases: Record<'report' | 'answer', readonly string[]>
  text: IntakeText
}

/** One screen while somebody is on the line: who calls, what about, where; a case of it or an answer at once. */
export function IntakeForm({ county, newKey, kinds, areas, phrases, text }: IntakeFormProps) {
  const { submission, formAction } = useSubmission(takeCall)
  const { typed, problem } = submission
  const error = (...fields: string[]) => fields.map((field) => errorOf(submission, field)).find(Boolean)
  const names = ['words', 'place', 'kind', 'area', 'position', 'photos', 'phone', 'name', 'answer'] as const
  const controls = Object.fromEntries(
    names.flatMap((name) =>
      [name, `reporter.${name}`].map((field) => [field, { id: name, label: text[name] }] as const),
    ),
  )
  return (
    <form className={styles.desk} action={formAction} onKeyDown={submitOnKeys} noValidate>
      <div className={forms.form}>
        {problem && <ProblemNotice problem={problem} controls={controls} />}
        <input type="hidden" name="county" value={county} />
        <input type="hidden" name="key" value={(isOutcomeUnknown(submission) && typed.key) || newKey} />
        <div className={styles.four}>
          <Field id="phone" label={text.phone} hint={text.phoneHint} error={error('phone', 'reporter.phone')}>
            <input
              {...described('phone', text.phoneHint, error('phone', 'reporter.phone'))}
              name="phone"
              type="tel"
              defaultValue={typed.phone}
              autoComplete="off"
            />
          </Field>
          <Field id="name" label={text.name} error={error('name', 'reporter.name')}>
            <input
              {...described('name', undefined, error('name', 'reporter.name'))}
              name="name"
              type="text"
              defaultValue={typed.name}
              autoComplete="off"
            />
          </Field>
          <Options
            id="callKind"
            label={text.callKind}
            options={text.callKinds}
            typed={typed.callKind ?? 'report'}
          />
          <Options id="urgency" label={text.urgency} options={text.urgencies} typed={typed.urgency} />
        </div>
        <Field id="words" label={text.words} hint={text.wordsHint} error={error('words')}>
          <textarea
            {...described('words', text.wordsHint, error('words'))}
            name="words"
            rows={3}
            defaultValue={typed.words}
          />
          <PhraseButtons into="words" phrases={phrases.report} />
        </Field>
        <div className={styles.two}>
          <Picker
            id="kind"
            name="kind"
            label={text.kind}
            hint={text.kindHint}
            error={error('kind')}
            typed={typed.kind}
            entries={kinds}
          />
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
            id="area"
            name="area"
            label={text.area}
            hint={text.areaHint}
            error={error('area')}
            typed={typed.area}
            entries={areas}
          />
          <PlaceFinder
            county={county}
            typed={typed.position}
            error={error('position.longitude', 'position.latitude', 'position')}
            text={text}
          />
        </div>
        <PhotoField
          id="photos"
          name="photos"
          label={text.photos}
          hint={text.photosHint}
          error={error('photos')}
        />
        <div className={styles.send}>
          <button className={buttons.primary} type="submit" name="intent" value="case">
            {text.asCase}
          </button>
        </div>
      </div>
      <div className={forms.form}>
        <CallerPanel county={county} text={text} />
        <SamePanel county={county} text={{ ...text.same, aboutThis: text.aboutThis }} />
        <section className={styles.panel}>
          <Field id="answer" label={text.answer} hint={text.answerHint} error={error('answer')}>
            <textarea
              {...described('answer', text.answerHint, error('answer'))}
              name="answer"
              rows={3}
              defaultValue={typed.answer}
            />
          </Field>
          <PhraseButtons into="answer" phrases={phrases.answer} />
          <div>
            <button className={buttons.plain} type="submit" name="intent" value="answer">
              {text.asAnswer}
            </button>
          </div>
        </section>
      </div>
    </form>
  )
}

function Options({
  id,
  label,
  options,
  typed,
}: {
  id: string
  label: string
  options: Record<string, string>
  typed: string | undefined
}) {
  return (
    <Field id={id} label={label}>
      <select {...described(id, undefined, undefined)} name={id} defaultValue={typed}>
        {Object.entries(options).map(([value, words]) => (
          <option key={value} value={value}>
            {words}
          </option>
        ))}
      </select>
    </Field>
  )
}
