import type { Text } from '../../text/text.ts'
import { described, Field } from '../../ui/field.tsx'
import { ErrorSummary } from './error-summary.tsx'
import type { FormErrors } from './form-errors.ts'
import { citizenPaths } from './paths.ts'
import styles from './public.module.css'
import form from './report-form.module.css'

interface FollowFormProps {
  county: string
  typed: { number: string; code: string }
  errors?: FormErrors
  text: Text['citizen']['follow']
}

/** A plain form that asks by its address: works anywhere, and what it finds can be kept. */
export function FollowForm({ county, typed, errors, text }: FollowFormProps) {
  const errorOf = (field: string) => errors?.fields.find((one) => one.field === field)?.message
  return (
    <form className={form.form} action={citizenPaths.follow(county)} method="get">
      {errors && <ErrorSummary errors={errors} text={{ errors: text.errors }} />}
      <Field id="number" label={text.number} hint={text.numberHint} error={errorOf('number')}>
        <input
          {...described('number', text.numberHint, errorOf('number'))}
          name="number"
          type="text"
          inputMode="numeric"
          defaultValue={typed.number}
          autoComplete="off"
        />
      </Field>
      <Field id="code" label={text.code} hint={text.codeHint} error={errorOf('code')}>
        <input
          {...described('code', text.codeHint, errorOf('code'))}
          name="code"
          type="text"
          autoCapitalize="characters"
          defaultValue={typed.code}
          autoComplete="off"
        />
      </Field>
      <button type="submit" className={styles.primary}>
        {text.submit}
      </button>
    </form>
  )
}
