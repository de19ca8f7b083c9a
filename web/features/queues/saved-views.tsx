'use client'
import { useEffect, useState } from 'react'
import styles from './saved-views.module.css'

interface SavedViewsProps {
  /** The address as it stands, and what it would be called. */
  here: string
  suggested: string
  text: Record<'views' | 'save' | 'remove' | 'name', string>
}

interface View {
  readonly name: string
  readonly path: string
}

const STORED = 'queue-views'
const MOST = 8

/** Views that the reader saved on this device: a name and a link each. */
export function SavedViews({ here, suggested, text }: SavedViewsProps) {
  const [views, setViews] = useState<readonly View[]>([])
  useEffect(() => setViews(readViews()), [])
  const keep = (next: readonly View[]) => {
    localStorage.setItem(STORED, JSON.stringify(next))
    setViews(next)
  }
  const known = views.some(({ path }) => path === here)
  const save = () => {
    const name = window.prompt(text.name, suggested)?.trim().slice(0, 20)
    if (name) keep([...views.filter((view) => view.name !== name), { name, path: here }].slice(-MOST))
  }
  return (
    <nav className={styles.views} aria-label={text.views}>
      {views.map(({ name, path }) => (
        <span key={name} className={styles.view}>
          <a href={path} {...(path === here && { 'aria-current': 'page' as const })}>
            {name}
          </a>
          <button
            type="button"
            aria-label={`${text.remove} ${name}`}
            onClick={() => keep(views.filter((view) => view.name !== name))}
          >
            ×
          </button>
        </span>
      ))}
      {!known && (
        <button className={styles.save} type="button" onClick={save}>
          {text.save}
        </button>
      )}
    </nav>
  )
}

function readViews(): View[] {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(STORED) ?? '[]')
    return Array.isArray(stored) ? stored.filter(isView) : []
  } catch {
    return []
  }
}

const isView = (entry: unknown): entry is View =>
  typeof entry === 'object' &&
  entry !== null &&
  'name' in entry &&
  typeof entry.name === 'string' &&
  'path' in entry &&
  typeof entry.path === 'string' &&
  entry.path.startsWith('/t/')
