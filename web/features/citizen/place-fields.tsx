'use client'
import { useState } from 'react'
import { described, Field } from '../../ui/field.tsx'
import styles from './public.module.css'
import type { ReportWords } from './report-form.tsx'

interface PlaceFieldsProps {
  county: string
  typed: Readonly<Record<string, string>>
  scripted: boolean
  error: string | undefined
  text: ReportWords
}

const GPS = { enableHighAccuracy: true, timeout: 15_000, maximumAge: 60_000 }

/** Where it is: in words, which is enough, and by the device's position where it has one. */
export function PlaceFields({ county, typed, scripted, error, text }: PlaceFieldsProps) {
  const [at, setAt] = useState({ longitude: typed.longitude ?? '', latitude: typed.latitude ?? '' })
  const [told, setTold] = useState('')
  const [near, setNear] = useState(0)

  const locate = () => {
    setTold(text.locating)
    navigator.geolocation.getCurrentPosition(
      async ({ coords }) => {
        const found = { longitude: coords.longitude.toFixed(6), latitude: coords.latitude.toFixed(6) }
        setAt(found)
        setTold(text.located.replace('#', String(Math.round(coords.accuracy))))
        setNear(await countNear(county, found))
      },
      () => setTold(text.notLocated),
      GPS,
    )
  }

  return (
    <>
      <Field id="place" label={text.place} hint={text.placeHint} error={error}>
        <input
          {...described('place', text.placeHint, error)}
          name="place"
          type="text"
          defaultValue={typed.place}
          autoComplete="off"
        />
      </Field>
      <input type="hidden" name="longitude" value={at.longitude} />
      <input type="hidden" name="latitude" value={at.latitude} />
      {scripted && 'geolocation' in navigator && (
        <button type="button" className={styles.outlined} onClick={locate}>
          {text.locate}
        </button>
      )}
      <p aria-live="polite">{told}</p>
      {near > 0 && (
        <div className={styles.receipt}>
          <p>
            <strong>{text.near.replace('#', String(near))}</strong>
          </p>
          <p className={styles.hint}>{text.nearHint}</p>
        </div>
      )}
    </>
  )
}

/** How many of the county's recent reports lie in the same grid or community. */
async function countNear(county: string, at: { longitude: string; latitude: string }): Promise<number> {
  const reply = await fetch(`/api/t/${county}/public/nearby?${new URLSearchParams(at)}`).catch(
    () => undefined,
  )
  if (!reply?.ok) return 0
  const { reports } = (await reply.json()) as { reports: { near?: string }[] }
  return reports.filter(({ near }) => near === 'grid' || near === 'community').length
}
