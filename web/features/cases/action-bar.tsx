'use client'
import { type ReactNode, useEffect, useRef } from 'react'
import buttons from '../../ui/button.module.css'
import { useKeys, useSingleKeys } from '../queues/use-keys.ts'
import { act } from './act.ts'
import styles from './action-bar.module.css'
import { ActionForm, type OfferedAction } from './action-form.tsx'
import { controlsOf } from './action-panel.tsx'
import { ProblemNotice } from './problem-notice.tsx'
import { TypedBefore } from './typed-before.tsx'
import { useSubmission } from './use-submission.ts'

interface ActionBarProps {
  county: string
  caseId: string
  version: number
  offered: OfferedAction[]
  /** Who acted last and when, in a sentence: told where somebody came first. */
  last: string
  text: Record<'title' | 'sending' | 'typed' | 'more', string>
  /** A form of several acts, where the reader may take them at once. */
  series?: { name: string; form: ReactNode } | undefined
  /** Said where nothing can be done. */
  children?: ReactNode
}

/** Keys of a case file, for who switched single letters on: each presses what stands on the page, if it does. */
const press = (selector: string) => () => document.querySelector<HTMLElement>(selector)?.click()
const keys = {
  p: press('a[href="#act-dispatch"]'),
  r: press('a[href="#act-return"]'),
  e: press('a[href="#act-ask-extension"]'),
  n: press('a[data-next]'),
}

/** Verbs that fit beside each other; the others stand behind the dots. */
const IN_BAR = 4
const SERIES = 'act-series'

/**
 * What may be done, fixed at the bottom, and the form of what was chosen at the top of the right column: the first one
 * open from the beginning. Links and `:target` do the choosing, so that it works before and without a script.
 */
export function ActionBar({
  county,
  caseId,
  version,
  offered,
  last,
  text,
  series,
  children,
}: ActionBarProps) {
  const { submission, formAction } = useSubmission(act)
  const { typed, problem } = submission
  const tried = offered.find(({ action }) => action === typed.action)
  const forms = useRef<HTMLDivElement>(null)
  useEffect(() => focusOnTarget(forms.current), [])
  const [single] = useSingleKeys()
  useKeys(single, keys)
  const formOf = (offer: OfferedAction, look: 'primary' | 'plain') => (
    <ActionForm
      offer={offer}
      look={look}
      submission={offer === tried ? submission : undefined}
      formAction={formAction}
      sending={text.sending}
      about={{ county, caseId, version: String(version), back: '' }}
    />
  )
  const asking = offered.filter(({ evidence }) => evidence.length > 0)
  const first = series ? undefined : offered[0]
  const open = tried ?? first
  return (
    <>
      <div className={styles.forms} ref={forms} data-tried={tried ? '' : undefined}>
        {problem && <ProblemNotice problem={problem} controls={controlsOf(caseId, tried)} />}
        {problem?.code === 'case-changed' && <p>{last}</p>}
        {problem && !tried && <TypedBefore label={text.typed} typed={typed} />}
        {series && (
          <section
            className={`${styles.form} ${tried ? '' : styles.first}`}
            id={SERIES}
            aria-label={series.name}
          >
            <h2>{series.name}</h2>
            {series.form}
          </section>
        )}
        {asking.map((offer) => (
          <section
            key={offer.action}
            className={`${styles.form} ${offer === open ? styles.first : ''}`}
            id={`act-${offer.action}`}
            aria-label={offer.name}
          >
            <h2>{offer.name}</h2>
            {formOf(offer, 'primary')}
          </section>
        ))}
      </div>
      <section className={styles.bar} aria-label={text.title}>
        {children}
        {series && (
          <a className={buttons.primary} href={`#${SERIES}`}>
            {series.name}
          </a>
        )}
        {offered.slice(0, IN_BAR).map((offer) => (
          <Verb key={offer.action} offer={offer} look={offer === first ? 'primary' : 'plain'} form={formOf} />
        ))}
        {offered.length > IN_BAR && (
          <details className={styles.more}>
            <summary>{text.more}</summary>
            <div className={styles.rest}>
              {offered.slice(IN_BAR).map((offer) => (
                <Verb key={offer.action} offer={offer} look="plain" form={formOf} />
              ))}
            </div>
          </details>
        )}
      </section>
    </>
  )
}

interface VerbProps {
  offer: OfferedAction
  look: 'primary' | 'plain'
  form: (offer: OfferedAction, look: 'primary' | 'plain') => ReactNode
}

/** Acts at once where nothing is asked for; leads to its form otherwise. */
function Verb({ offer, look, form }: VerbProps) {
  if (offer.evidence.length === 0) return form(offer, look)
  return (
    <a className={buttons[look]} href={`#act-${offer.action}`}>
      {offer.name}
    </a>
  )
}

/** Whoever chose a verb goes on in its form. */
function focusOnTarget(forms: HTMLElement | null): () => void {
  const focus = () => {
    const chosen = forms?.querySelector<HTMLElement>(':target')
    chosen?.querySelector<HTMLElement>('select, textarea, input:not([type=hidden])')?.focus()
  }
  window.addEventListener('hashchange', focus)
  return () => window.removeEventListener('hashchange', focus)
}
