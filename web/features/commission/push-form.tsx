'use client'
import { useActionState } from 'react'
import { described, Field } from '../../ui/field.tsx'
import forms from '../../ui/form.module.css'
import { Notice } from '../../ui/notice.tsx'
import { ProblemNotice } from '../cases/problem-notice.tsx'
import { SubmitButton } from '../cases/submit-button.tsx'
import boxes from '../forms/command-form.module.css'
import type { FormChoice } from '../forms/command-form.tsx'
import { type Push, push } from './catalogue-acts.ts'

interface PushFormProps {
  about: Readonly<Record<'city' | 'key', string>>
  versions: readonly string[]
  counties: readonly FormChoice[]
  outcomes: Readonly<Record<string, string>>
  text: Record<
    'version' | 'counties' | 'force' | 'reason' | 'reasonHint' | 'submit' | 'sending' | 'done',
    string
  >
}

/** A version offered to counties, or put in force there with a reason; what became of it is told county by county. */
export function PushForm({ about, versions, counties, outcomes, text }: PushFormProps) {
  const [{ typed, problem, pushed }, send] = useActionState<Push, FormData>(push, { typed: {} })
  const nameOf = (tenant: string) => counties.find(({ value }) => value === tenant)?.words ?? tenant
  const controls = {
    version: { id: 'version', label: text.version },
    counties: { id: 'counties', label: text.counties },
    force: { id: 'reason', label: text.reason },
  }
  return (
    <form className={forms.form} action={send} noValidate>
      {problem && <ProblemNotice problem={problem} controls={controls} />}
      {pushed && (
        <Notice tone="good" title={text.done}>
          <ul>
            {pushed.map(({ tenant, outcome }) => (
              <li key={tenant}>
                {nameOf(tenant)}：{outcomes[outcome]}
              </li>
            ))}
          </ul>
        </Notice>
      )}
      {Object.entries(about).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <Field id="version" label={text.version}>
        <select {...described('version', undefined, undefined)} name="version" defaultValue={typed.version}>
          {versions.map((version) => (
            <option key={version} value={version}>
              {version}
            </option>
          ))}
        </select>
      </Field>
      <fieldset id="counties" className={boxes.ticks} tabIndex={-1}>
        <legend>{text.counties}</legend>
        <div className={boxes.boxes}>
          {counties.map(({ value, words }) => (
            <label key={value} className={boxes.box}>
              <input type="checkbox" name={`county.${value}`} defaultChecked={`county.${value}` in typed} />
              {words}
            </label>
          ))}
        </div>
      </fieldset>
      <label className={boxes.box}>
        <input type="checkbox" name="force" defaultChecked={'force' in typed} />
        {text.force}
      </label>
      <Field id="reason" label={text.reason} hint={text.reasonHint}>
        <input
          {...described('reason', text.reasonHint, undefined)}
          name="reason"
          type="text"
          defaultValue={typed.reason}
          autoComplete="off"
        />
      </Field>
      <div>
        <SubmitButton label={text.submit} sending={text.sending} />
      </div>
    </form>
  )
}
