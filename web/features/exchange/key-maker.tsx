'use client'
import { useActionState } from 'react'
import { described, Field } from '../../ui/field.tsx'
import forms from '../../ui/form.module.css'
import { ProblemNotice } from '../cases/problem-notice.tsx'
import { errorOf, isOutcomeUnknown } from '../cases/submission.ts'
import { SubmitButton } from '../cases/submit-button.tsx'
import { ShownOnce } from '../forms/shown-once.tsx'
import { type KeyMade, makeKey } from './client-acts.ts'

interface KeyMakerProps {
  county: string
  /** Whose key is renewed; absent where a client is let in. */
  client?: { id: string; version: number }
  newKey: string
  text: Record<'name' | 'nameHint' | 'submit' | 'ready' | 'key' | 'copy' | 'copied' | 'reload', string>
  sending: string
  /** Where the list is read anew. */
  path: string
  look?: 'primary' | 'plain'
}

const nothing: KeyMade = { typed: {} }

/** Makes a key, and shows it once. */
export function KeyMaker({ county, client, newKey, text, sending, path, look = 'primary' }: KeyMakerProps) {
  const [made, formAction] = useActionState(makeKey, nothing)
  const { apiKey, problem, typed } = made
  if (apiKey)
    return (
      <div className={forms.form}>
        <ShownOnce ready={text.ready} label={text.key} value={apiKey} text={text} />
        <a href={path}>{text.reload}</a>
      </div>
    )
  const id = `key-${client?.id ?? 'new'}-name`
  const error = errorOf(made, 'name')
  const key = isOutcomeUnknown(made) ? (typed.key ?? newKey) : newKey
  const about = { county, key, ...(client && { client: client.id, version: String(client.version) }) }
  return (
    <form className={forms.form} action={formAction} noValidate>
      {problem && <ProblemNotice problem={problem} controls={{ name: { id, label: text.name } }} />}
      {Object.entries(about).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {!client && (
        <Field id={id} label={text.name} hint={text.nameHint} error={error}>
          <input
            {...described(id, text.nameHint, error)}
            name="name"
            type="text"
            autoComplete="off"
            defaultValue={typed.name}
          />
        </Field>
      )}
      <div>
        <SubmitButton label={text.submit} sending={sending} look={look} />
      </div>
    </form>
  )
}
