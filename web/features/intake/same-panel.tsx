'use client'
import { useEffect, useRef, useState } from 'react'
import { type Draft, findSame, type SameLine } from './find-same.ts'
import styles from './intake.module.css'

export interface SameText {
  title: string
  none: string
  aboutThis: string
}

const fields = ['kind', 'area', 'position', 'place', 'words'] as const

/** 疑似重复, looked up whenever a field is left: the seat sees it before the case is made. */
export function SamePanel({ county, text }: { county: string; text: SameText }) {
  const panel = useRef<HTMLElement>(null)
  const [lines, setLines] = useState<readonly SameLine[]>()
  useEffect(() => {
    const form = panel.current?.closest('form')
    if (!form) return
    let asked = 0
    const look = async ({ target }: Event) => {
      const { name } = target as HTMLInputElement
      if (!fields.includes(name as (typeof fields)[number])) return
      const own = ++asked
      const data = new FormData(form)
      const draft: Draft = Object.fromEntries(fields.map((field) => [field, String(data.get(field) ?? '')]))
      const found = await findSame(county, draft).catch(() => undefined)
      // what was asked later knows more
      if (own === asked) setLines(found)
    }
    form.addEventListener('change', look)
    return () => form.removeEventListener('change', look)
  }, [county])
  return (
    <section ref={panel} className={styles.panel} aria-labelledby="same">
      <h2 id="same">{text.title}</h2>
      <div role="status" className={styles.told}>
        {(lines?.length ?? 0) === 0 && <p className={styles.hint}>{text.none}</p>}
        {lines && lines.length > 0 && (
          <ul>
            {lines.map(({ id, path, what, words, score, why }) => (
              <li key={id} className={styles.case}>
                <div>
                  <a href={path} target="_blank" rel="noreferrer">
                    {what}
                  </a>
                  <p>{words}</p>
                  <p className={styles.hint}>
                    <strong>{score}</strong> {why}
                  </p>
                </div>
                <button className={styles.about} type="submit" name="about" value={id}>
                  {text.aboutThis}
                </button>
              </li>
            ))}
          </ul>
        )}
      </div>
    </section>
  )
}
