'use client'
import type { ReactNode } from 'react'
import { useActionState } from 'react'
import type { Problem } from '#shared/kernel/problem'
import { described, Field } from '../../ui/field.tsx'
import forms from '../../ui/form.module.css'
import { ProblemNotice } from '../cases/problem-notice.tsx'
import { SubmitButton } from '../cases/submit-button.tsx'
import { lookInto } from './look-into.tsx'

export interface Look {
  reason: string
  problem?: Problem
  /** The file as it was shown for this reason. */
  file?: ReactNode
}

interface SpotCheckFormProps {
  about: Readonly<Record<'city' | 'tenant' | 'caseId' | 'key', string>>
  text: Record<'reason' | 'reasonHint' | 'look' | 'sending', string>
}

/** The reason first, the file under it: each look is recorded in both audits with its own. */
export function SpotCheckForm({ about, text }: SpotCheckFormProps) {
  const [{ reason, problem, file }, send] = useActionState<Look, FormData>(lookInto, { reason: '' })
  if (file) return file
  const error = problem?.fields?.find(({ field }) => field === 'reason')?.message
  return (
    <form className={`${forms.form} ${forms.sheet}`} action={send} noValidate>
      {problem && (
        <ProblemNotice problem={problem} controls={{ reason: { id: 'reason', label: text.reason } }} />
      )}
      {Object.entries(about).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <Field id="reason" label={text.reason} hint={text.reasonHint} error={error}>
        <textarea
          {...described('reason', text.reasonHint, error)}
          name="reason"
          rows={2}
          defaultValue={reason}
        />
      </Field>
      <div>
        <SubmitButton label={text.look} sending={text.sending} />
      </div>
    </form>
  )
}
