'use client'
import { useActionState, useEffect, useState } from 'react'
import buttons from '../../ui/button.module.css'
import field from '../../ui/field.module.css'
import { Notice } from '../../ui/notice.tsx'
import { SubmitButton } from '../cases/submit-button.tsx'
import styles from './link-maker.module.css'
import { makeLink } from './make-link.ts'

interface LinkMakerProps {
  county: string
  caseId: string
  newKey: string
  text: Record<'title' | 'advice' | 'submit' | 'sending' | 'ready' | 'copy' | 'copied', string>
}

/** 一案一链 for a unit without accounts: made by who dispatches, shown once, to be sent on by whatever reaches the unit. */
export function LinkMaker({ county, caseId, newKey, text }: LinkMakerProps) {
  const [made, formAction] = useActionState(makeLink, {})
  const [origin, setOrigin] = useState('')
  const [copied, setCopied] = useState(false)
  useEffect(() => setOrigin(window.location.origin), [])
  const link = made.path && `${origin}${made.path}`
  return (
    <details className={styles.maker}>
      <summary>{text.title}</summary>
      <form className={styles.form} action={formAction}>
        <p>{text.advice}</p>
        {Object.entries({ county, case: caseId, key: newKey }).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        {made.problem && <Notice tone="bad" title={made.problem} />}
        {link ? (
          <>
            <Notice tone="good" title={text.ready} />
            <input className={field.control} aria-label={text.submit} readOnly value={link} />
            <div>
              <button
                type="button"
                className={buttons.plain}
                onClick={() => navigator.clipboard.writeText(link).then(() => setCopied(true))}
              >
                {copied ? text.copied : text.copy}
              </button>
            </div>
          </>
        ) : (
          <div>
            <SubmitButton label={text.submit} sending={text.sending} look="plain" />
          </div>
        )}
      </form>
    </details>
  )
}
