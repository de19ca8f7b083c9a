'use client'
import { useEffect, useState } from 'react'
import { described, Field } from '../../ui/field.tsx'
import { shrunk } from '../cases/shrunk.ts'
import { citizenPaths } from './paths.ts'
import styles from './public.module.css'
import form from './report-form.module.css'
import type { ReportWords } from './report-form.tsx'

interface PhotoPickerProps {
  county: string
  device: string
  newKey: string
  scripted: boolean
  error: string | undefined
  text: ReportWords
  onBusy(busy: boolean): void
}

interface Picked {
  key: string
  file: File
  preview: string
  state: 'sending' | 'ready' | 'failed'
  id?: string
  reason?: string
}

const MOST = 4

/** Pictures go while their reporter still writes; without scripts they come with the form. */
export function PhotoPicker({ county, device, newKey, scripted, error, text, onBusy }: PhotoPickerProps) {
  const [picked, setPicked] = useState<Picked[]>([])
  useEffect(() => onBusy(picked.some(({ state }) => state === 'sending')), [picked, onBusy])

  const change = (key: string, what: Partial<Picked>) =>
    setPicked((all) => all.map((one) => (one.key === key ? { ...one, ...what } : one)))
  const send = async ({ key, file }: Picked) => {
    change(key, { state: 'sending', reason: '' })
    change(key, await upload(county, file, { device, key }))
  }
  const add = async (input: HTMLInputElement) => {
    const files = [...(input.files ?? [])].slice(0, MOST - picked.length)
    input.value = ''
    for (const chosen of files) {
      const file = await shrunk(chosen)
      const key = `${newKey}-${crypto.randomUUID().slice(0, 8)}`
      const one: Picked = { key, file, preview: URL.createObjectURL(file), state: 'sending' }
      setPicked((all) => [...all, one])
      void send(one)
    }
  }

  return (
    <>
      <ul className={form.photos}>
        {picked.map((one, at) => (
          <li key={one.key}>
            {/* biome-ignore lint/performance/noImgElement: a picture of this device */}
            <img src={one.preview} alt={`${at + 1}`} />
            <p className={one.state === 'failed' ? form.failed : styles.hint}>
              {{ sending: text.photoSending, ready: text.photoReady, failed: text.photoFailed }[one.state]}
              {one.reason && ` · ${one.reason}`}
            </p>
            {one.id && <input type="hidden" name="photo" value={one.id} />}
            {one.state === 'failed' && (
              <button type="button" className={styles.quiet} onClick={() => send(one)}>
                {text.photoAgain}
              </button>
            )}{' '}
            <button
              type="button"
              className={styles.quiet}
              onClick={() => setPicked((all) => all.filter(({ key }) => key !== one.key))}
            >
              {text.photoRemove}
            </button>
          </li>
        ))}
      </ul>
      {picked.length < MOST && (
        <Field id="photos" label={text.photos} hint={text.photosHint} error={error}>
          <input
            {...described('photos', text.photosHint, error)}
            {...(scripted ? { className: 'hidden-text' } : { name: 'files' })}
            type="file"
            accept="image/*"
            multiple
            onChange={({ currentTarget }) => add(currentTarget)}
          />
          {scripted && (
            <label className={`${styles.outlined} ${form.shutter}`} htmlFor="photos">
              {text.photoAdd}
            </label>
          )}
        </Field>
      )}
    </>
  )
}

async function upload(
  county: string,
  file: File,
  { device, key }: { device: string; key: string },
): Promise<Pick<Picked, 'state' | 'id' | 'reason'>> {
  const body = new FormData()
  body.set('file', file)
  body.set('device', device)
  body.set('key', key)
  try {
    const answer = await fetch(citizenPaths.photos(county), { method: 'POST', body })
    const told: { id?: string; reason?: string } = await answer.json()
    return told.id ? { state: 'ready', id: told.id } : { state: 'failed', reason: told.reason ?? '' }
  } catch {
    return { state: 'failed' }
  }
}
