'use client'
import { useState, useTransition } from 'react'
import buttons from '../../ui/button.module.css'
import { described, Field } from '../../ui/field.tsx'
import styles from './intake.module.css'
import { locate } from './look-up.ts'

interface PlaceFinderProps {
  county: string
  typed: string | undefined
  error: string | undefined
  text: Record<'position' | 'positionHint' | 'locate' | 'looking' | 'failed', string>
}

/** A point as a map gives it, and the grid, community and street that it lies in. */
export function PlaceFinder({ county, typed, error, text }: PlaceFinderProps) {
  const [found, setFound] = useState('')
  const [looks, start] = useTransition()
  const look = () => {
    const field = document.getElementById('position')
    const value = field instanceof HTMLInputElement ? field.value : ''
    start(async () => setFound(await locate(county, value).catch(() => text.failed)))
  }
  return (
    <Field id="position" label={text.position} hint={text.positionHint} error={error}>
      <div className={styles.finder}>
        <input
          {...described('position', text.positionHint, error)}
          name="position"
          type="text"
          defaultValue={typed}
          autoComplete="off"
        />
        <button className={buttons.plain} type="button" onClick={look}>
          {looks ? text.looking : text.locate}
        </button>
      </div>
      <p role="status">{found}</p>
    </Field>
  )
}
