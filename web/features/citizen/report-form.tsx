'use client'
import { type FormEvent, useEffect, useRef, useState } from 'react'
import type { Text } from '../../text/text.ts'
import { isOutcomeUnknown } from '../cases/submission.ts'
import { useSubmission } from '../cases/use-submission.ts'
import { keepDraft } from './draft.ts'
import { ErrorSummary } from './error-summary.tsx'
import { errorsOf, type FormErrors, typedErrors } from './form-errors.ts'
import { citizenPaths } from './paths.ts'
import { PhotoPicker } from './photo-picker.tsx'
import { PlaceFields } from './place-fields.tsx'
import styles from './public.module.css'
import form from './report-form.module.css'
import { submitReport } from './submit-report.ts'
import { positionIn, withoutSpaces } from './told.ts'
import { useDraft } from './use-draft.ts'
import { WhatFields } from './what-fields.tsx'

export type ReportText = Text['citizen']['report']
/** What the browser is handed: sentences, and of those with a gap the sentence with a mark in it. */
export type ReportWords = { [K in keyof ReportText]: ReportText[K] extends string[] ? string[] : string }

interface ReportFormProps {
  county: string
  device: string
  /** Idempotency key of this filling-in. */
  newKey: string
  kinds: { code: string; name: string }[]
  text: ReportWords
}

/** Where the field of an error stands. */
const stepOf = (field: string) => (field === 'photos' ? 0 : ['place', 'position'].includes(field) ? 1 : 2)

/**
 * One plain form without scripts; with them three steps of the same form, sent from the browser itself, so that the API
 * counts whoever sends and not this server.
 */
export function ReportForm({ county, device, newKey, kinds, text }: ReportFormProps) {
  const { submission, formAction } = useSubmission(submitReport)
  const element = useRef<HTMLFormElement>(null)
  const [step, setStep] = useState<number>()
  const [own, setOwn] = useState<FormErrors>()
  const [busy, setBusy] = useState<'sending' | 'proving'>()
  const [uploading, setUploading] = useState(false)
  const draft = useDraft(county, element)
  const { typed } = submission
  const key = (isOutcomeUnknown(submission) && typed.key) || newKey
  const errors = own ?? (submission.problem && errorsOf(submission.problem))

  useEffect(() => setStep(0), [])

  const show = (found: FormErrors) => {
    setBusy(undefined)
    setOwn(found)
    const first = found.fields[0]
    if (first) setStep(stepOf(first.field))
  }

  const go = (field: string) => {
    setStep(stepOf(field))
    requestAnimationFrame(() => document.getElementById(field)?.focus())
  }

  const send = async (event: FormEvent<HTMLFormElement>) => {
    // over plain http a browser does no hashing: the server takes the form then
    if (!globalThis.crypto.subtle) return
    event.preventDefault()
    if (busy) return
    const told = withoutSpaces(textsOf(event.currentTarget))
    const wrong = typedErrors(told, text)
    if (uploading) return show({ title: text.photoWait, fields: [] })
    if (wrong.length > 0) return show({ title: text.errors, fields: wrong })
    setOwn(undefined)
    setBusy('sending')
    const photos = new FormData(event.currentTarget).getAll('photo')
    const body = bodyOf(told, photos, device)
    const sent = await import('./send-here.ts').then(
      ({ sendReport }) => sendReport(county, body, { key, onProving: () => setBusy('proving') }),
      // the line broke before the page had all of itself
      () => ({ ok: false, problem: undefined }) as const,
    )
    if (!sent.ok) return show(sent.problem ? errorsOf(sent.problem) : { title: text.unreachable, fields: [] })
    keepDraft(county, undefined)
    const { number, queryCode, nextBy } = sent.receipt
    window.location.assign(citizenPaths.done(county, { number, code: queryCode, by: nextBy }))
  }

  const part = (at: number) => ({ hidden: step !== undefined && step !== at, className: form.step })
  const errorOf = (field: string) => errors?.fields.find((one) => one.field === field)?.message
  return (
    <form
      ref={element}
      className={form.form}
      action={formAction}
      onSubmit={send}
      onInput={draft.keep}
      noValidate
    >
      {errors && <ErrorSummary errors={errors} text={text} onGo={go} />}
      {draft.restored && (
        <p className={styles.hint}>
          {text.draft}{' '}
          <button type="button" className={styles.quiet} onClick={draft.forget}>
            {text.forget}
          </button>
        </p>
      )}
      {Object.entries({ county, device, key }).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {step !== undefined && (
        <p className={styles.hint} aria-live="polite">
          {text.step.replace('#', String(step + 1))} · {text.steps[step]}
        </p>
      )}
      <div {...part(0)}>
        <PhotoPicker
          county={county}
          device={device}
          newKey={key}
          scripted={step !== undefined}
          error={errorOf('photos')}
          text={text}
          onBusy={setUploading}
        />
      </div>
      <div {...part(1)}>
        <PlaceFields
          key={draft.made}
          county={county}
          typed={{ ...typed, ...draft.values }}
          scripted={step !== undefined}
          error={errorOf('place') ?? errorOf('position')}
          text={text}
        />
      </div>
      <div {...part(2)}>
        <WhatFields
          key={draft.made}
          kinds={kinds}
          typed={{ ...typed, ...draft.values }}
          errorOf={errorOf}
          text={text}
        />
      </div>
      <div className={form.actions}>
        {step !== undefined && step < 2 ? (
          // keyed apart: the press that shows the other button must not press it
          <button key="next" type="button" className={styles.primary} onClick={() => setStep(step + 1)}>
            {text.next}
          </button>
        ) : (
          <button key="send" type="submit" className={styles.primary} aria-disabled={busy !== undefined}>
            {busy ? text[busy] : text.submit}
          </button>
        )}
        {step !== undefined && step > 0 && (
          <button type="button" className={styles.outlined} onClick={() => setStep(step - 1)}>
            {text.before}
          </button>
        )}
      </div>
    </form>
  )
}

function textsOf(element: HTMLFormElement): Record<string, string> {
  const texts = [...new FormData(element)].filter(([, value]) => typeof value === 'string' && value.trim())
  return Object.fromEntries(texts) as Record<string, string>
}

function bodyOf(told: Record<string, string>, photos: unknown[], device: string) {
  const { words, place, kind, name, phone } = told
  const position = positionIn(told)
  return {
    words,
    place,
    ...(kind && { kind }),
    ...(position && { position }),
    ...(photos.length > 0 && { photos }),
    ...(phone && { reporter: { phone, ...(name && { name }) } }),
    device,
  }
}
