'use client'
import { described, Field } from '../../ui/field.tsx'
import styles from './public.module.css'
import form from './report-form.module.css'
import type { ReportWords } from './report-form.tsx'

interface WhatFieldsProps {
  kinds: { code: string; name: string }[]
  typed: Readonly<Record<string, string>>
  errorOf(field: string): string | undefined
  text: ReportWords
}

/** What is wrong, and how to reach whoever says so. */
export function WhatFields({ kinds, typed, errorOf, text }: WhatFieldsProps) {
  return (
    <>
      <fieldset>
        <legend className={form.legend}>{text.kind}</legend>
        <div className={form.tiles}>
          {kinds.map(({ code, name }) => (
            <label key={code} className={form.tile}>
              <input type="radio" name="kind" value={code} defaultChecked={typed.kind === code} />
              <span>{name}</span>
            </label>
          ))}
        </div>
      </fieldset>
      <Field id="words" label={text.words} hint={text.wordsHint} error={errorOf('words')}>
        <textarea
          {...described('words', text.wordsHint, errorOf('words'))}
          name="words"
          rows={4}
          defaultValue={typed.words}
        />
      </Field>
      <fieldset className={styles.stack}>
        <legend className={form.legend}>{text.contact}</legend>
        <p className={styles.hint}>{text.contactHint}</p>
        <Field id="phone" label={text.phone} error={errorOf('phone')}>
          <input
            {...described('phone', undefined, errorOf('phone'))}
            name="phone"
            type="tel"
            defaultValue={typed.phone}
            autoComplete="tel"
          />
        </Field>
        <Field id="name" label={text.name} error={errorOf('name')}>
          <input
            {...described('name', undefined, errorOf('name'))}
            name="name"
            type="text"
            defaultValue={typed.name}
            autoComplete="off"
          />
        </Field>
      </fieldset>
    </>
  )
}
