'use client'
import { useEffect, useState } from 'react'
import { described, Field } from '../../ui/field.tsx'
import { useEarlyFiles } from '../cases/use-early-files.ts'
import styles from './public.module.css'
import form from './report-form.module.css'
import type { ReportWords } from './report-form.tsx'
import type { Uploaded } from './upload-photo.ts'

interface PhotoPickerProps {
  county: string
  device: string
  newKey: string
  scripted: boolean
  error: string | undefined
  text: ReportWords
  onBusy(busy: boolean): void
}

interface Picked extends Uploaded {
  key: string
  file: File
  preview: string
}

const MOST = 4
/** Fetched when somebody chooses a picture: most of the page is for those who read and write. */
const sending = () => import('./upload-photo.ts').catch(() => undefined)

/** Pictures go while their reporter still writes; without scripts they come with the form. */
export function PhotoPicker({ county, device, newKey, scripted, error, text, onBusy }: PhotoPickerProps) {
  const [picked, setPicked] = useState<Picked[]>([])
  useEffect(() => onBusy(picked.some(({ state }) => state === 'sending')), [picked, onBusy])

  const change = (key: string, what: Partial<Picked>) =>
    setPicked((all) => all.map((one) => (one.key === key ? { ...one, ...what } : one)))
  const send = async ({ key, file }: Picked) => {
    change(key, { state: 'sending', reason: '' })
    const tools = await sending()
    change(key, tools ? await tools.upload(county, file, { device, key }) : { state: 'failed' })
  }
  const add = async (input: HTMLInputElement) => {
    const files = [...(input.files ?? [])].slice(0, MOST - picked.length)
    input.value = ''
    for (const chosen of files) {
      const file = (await (await sending())?.shrunk(chosen)) ?? chosen
      const key = `${newKey}-${crypto.randomUUID().slice(0, 8)}`
      const one: Picked = { key, file, preview: URL.createObjectURL(file), state: 'sending' }
      setPicked((all) => [...all, one])
      void send(one)
    }
  }

  const input = useEarlyFiles(add)

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
            ref={input}
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
