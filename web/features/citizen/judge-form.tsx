'use client'
import { described, Field } from '../../ui/field.tsx'
import { Notice } from '../../ui/notice.tsx'
import { errorOf } from '../cases/submission.ts'
import { useSubmission } from '../cases/use-submission.ts'
import styles from './progress.module.css'
import frame from './public.module.css'
import form from './report-form.module.css'
import { judge } from './send-judgement.ts'

/** How the result was, in one press; and the way back for who has not been helped. */
interface JudgeFormProps {
  county: string
  number: string
  code: string
  newKeys: readonly [string, string]
  /** Answers that may be given; none when it was rated or is not done. */
  ratings: { value: string; words: string }[]
  rated: string | undefined
  /** Until when somebody may object, in words. */
  objectUntil: string | undefined
  text: Record<'rate' | 'object' | 'objectReason' | 'objectSend', string>
}

export function JudgeForm(props: JudgeFormProps) {
  const { county, number, code, newKeys, ratings, rated, objectUntil, text } = props
  const { submission, formAction } = useSubmission(judge)
  const { problem, typed } = submission
  const about = { county, number, code }
  const hidden = (key: string) =>
    Object.entries({ ...about, key }).map(([name, value]) => (
      <input key={name} type="hidden" name={name} value={value} />
    ))
  const wrong = errorOf(submission, 'reason')
  return (
    <>
      {problem && (
        <Notice tone="bad" title={problem.title}>
          <p>{problem.detail}</p>
        </Notice>
      )}
      {ratings.length > 0 && (
        <section aria-labelledby="rate">
          <h2 id="rate">{text.rate}</h2>
          <form className={styles.answers} action={formAction}>
            {hidden(newKeys[0])}
            {ratings.map(({ value, words }) => (
              <button key={value} className={frame.outlined} type="submit" name="rating" value={value}>
                {words}
              </button>
            ))}
          </form>
        </section>
      )}
      {rated && <p>{rated}</p>}
      {objectUntil && (
        <details className={styles.object} open={typed.reason !== undefined || wrong !== undefined}>
          <summary>{text.object}</summary>
          <form className={form.form} action={formAction} noValidate>
            {hidden(newKeys[1])}
            <p className={frame.hint}>{objectUntil}</p>
            <Field id="reason" label={text.objectReason} error={wrong}>
              <textarea
                {...described('reason', undefined, wrong)}
                name="reason"
                rows={3}
                defaultValue={typed.reason}
              />
            </Field>
            <button className={frame.primary} type="submit" name="act" value="object">
              {text.objectSend}
            </button>
          </form>
        </details>
      )}
    </>
  )
}
