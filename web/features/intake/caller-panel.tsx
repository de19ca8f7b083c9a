'use client'
import { useState, useTransition } from 'react'
import buttons from '../../ui/button.module.css'
import styles from './intake.module.css'
import { type CallerHistory, lookUp } from './look-up.ts'

export interface CallerText {
  history: string
  lookUp: string
  looking: string
  recorded: string
  earlierCases: string
  earlierCalls: string
  firstCall: string
  noNumber: string
  aboutThis: string
  failed: string
}

/** What is known of the number that calls: its cases, of which one may be what this call is about, and its calls. */
export function CallerPanel({ county, text }: { county: string; text: CallerText }) {
  const [told, setTold] = useState<CallerHistory>()
  const [looks, start] = useTransition()
  const look = () => {
    const field = document.getElementById('phone')
    const typed = field instanceof HTMLInputElement ? field.value : ''
    if (!typed.trim()) return setTold({ cases: [], calls: [], problem: text.noNumber })
    start(async () => {
      setTold(await lookUp(county, typed).catch(() => ({ cases: [], calls: [], problem: text.failed })))
    })
  }
  const isFirst = told && !told.problem && told.cases.length + told.calls.length === 0
  return (
    <section className={styles.panel} aria-labelledby="caller">
      <h2 id="caller">{text.history}</h2>
      <p>
        <button className={buttons.plain} type="button" onClick={look}>
          {looks ? text.looking : text.lookUp}
        </button>{' '}
        <span className={styles.hint}>{text.recorded}</span>
      </p>
      <div role="status" className={styles.told}>
        {told?.problem && <p>{told.problem}</p>}
        {isFirst && <p>{text.firstCall}</p>}
        {told && told.cases.length > 0 && (
          <>
            <h3>{text.earlierCases}</h3>
            <ul>
              {told.cases.map(({ id, path, words }) => (
                <li key={id} className={styles.case}>
                  <a href={path} target="_blank" rel="noreferrer">
                    {words}
                  </a>
                  <button className={styles.about} type="submit" name="about" value={id}>
                    {text.aboutThis}
                  </button>
                </li>
              ))}
            </ul>
          </>
        )}
        {told && told.calls.length > 0 && (
          <>
            <h3>{text.earlierCalls}</h3>
            <ul>
              {told.calls.map((words) => (
                <li key={words}>{words}</li>
              ))}
            </ul>
          </>
        )}
      </div>
    </section>
  )
}
