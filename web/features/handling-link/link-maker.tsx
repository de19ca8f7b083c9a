'use client'
import { useActionState, useEffect, useState } from 'react'
import { Notice } from '../../ui/notice.tsx'
import { SubmitButton } from '../cases/submit-button.tsx'
import { ShownOnce } from '../forms/shown-once.tsx'
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
          <ShownOnce ready={text.ready} label={text.submit} value={link} text={text} />
        ) : (
          <div>
            <SubmitButton label={text.submit} sending={text.sending} look="plain" />
          </div>
        )}
      </form>
    </details>
  )
}
