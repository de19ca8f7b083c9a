'use client'
import { type FormEvent, useRef, useState } from 'react'
import { described, Field } from '../../ui/field.tsx'
import { shrunk } from '../cases/shrunk.ts'
import { useEarlyFiles } from '../cases/use-early-files.ts'
import styles from '../citizen/public.module.css'
import form from '../citizen/report-form.module.css'

export interface OfferedField {
  readonly field: string
  readonly label: string
  readonly needed: boolean
  readonly choices?: readonly { value: string; words: string }[]
}

export interface Offered {
  readonly action: string
  readonly name: string
  readonly confirm: string
  readonly fields: readonly OfferedField[]
}

/** What was filled in: texts by field, pictures by field. */
export interface Filled {
  readonly action: string
  readonly texts: Readonly<Record<string, string>>
  readonly photos: Readonly<Record<string, readonly File[]>>
}

export interface ActWords {
  readonly photos: string
  /** With a mark in the place of the number, of the field. */
  readonly photoCount: string
  readonly missing: string
  readonly sending: string
}

interface ActFormProps {
  offer: Offered
  /** Answers what went wrong, in words; nothing when it is done. */
  send(filled: Filled): Promise<string | undefined>
  text: ActWords
  look: 'primary' | 'outlined'
}

const isPhotos = (field: string) => field === 'photos' || field === 'photosBefore'

/** One act on a telephone: big fields, a camera, one button. What was typed stays until it is sent. */
export function ActForm({ offer, send, text, look }: ActFormProps) {
  const [wrong, setWrong] = useState<{ field?: string; message: string }>()
  const [busy, setBusy] = useState(false)
  const photos = useRef<Record<string, File[]>>({})
  const id = (field: string) => `${offer.action}-${field}`

  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    if (busy) return
    const given = [...new FormData(event.currentTarget)].filter(([, value]) => String(value).trim())
    const texts = Object.fromEntries(given) as Record<string, string>
    const missing = offer.fields.find(
      ({ field, needed }) =>
        needed && !(isPhotos(field) ? photos.current[field]?.length : texts[field]?.trim()),
    )
    if (missing) {
      document.getElementById(id(missing.field))?.focus()
      return setWrong({ field: missing.field, message: text.missing.replace('#', missing.label) })
    }
    setBusy(true)
    const problem = await send({ action: offer.action, texts, photos: photos.current })
    setBusy(false)
    setWrong(problem ? { message: problem } : undefined)
  }

  const body = (
    <form className={form.form} onSubmit={submit} noValidate>
      {wrong && !wrong.field && (
        <p role="alert" className={form.failed}>
          {wrong.message}
        </p>
      )}
      {offer.fields.map((one) => {
        const error = wrong?.field === one.field ? wrong.message : undefined
        const shared = { ...described(id(one.field), undefined, error), name: one.field }
        return (
          <Field key={one.field} id={id(one.field)} label={one.label} error={error}>
            {isPhotos(one.field) ? (
              <PhotoInput
                id={id(one.field)}
                text={text}
                onChange={(files) => {
                  photos.current = { ...photos.current, [one.field]: files }
                }}
              />
            ) : one.choices ? (
              <select {...shared}>
                {one.choices.map(({ value, words }) => (
                  <option key={value} value={value}>
                    {words}
                  </option>
                ))}
              </select>
            ) : one.field === 'until' ? (
              <input {...shared} type="date" />
            ) : (
              <textarea {...shared} rows={3} />
            )}
          </Field>
        )
      })}
      <button type="submit" className={styles[look]} aria-disabled={busy}>
        {busy ? text.sending : offer.confirm}
      </button>
    </form>
  )
  if (offer.fields.length === 0) return body
  return (
    <details className={form.act} open={look === 'primary'}>
      <summary>{offer.name}</summary>
      {body}
    </details>
  )
}

interface PhotoInputProps {
  id: string
  text: Pick<ActWords, 'photos' | 'photoCount'>
  onChange(files: File[]): void
}

/** Pictures are made small as they are chosen; choosing again adds to them. */
export function PhotoInput({ id, text, onChange }: PhotoInputProps) {
  const [chosen, setChosen] = useState<{ file: File; preview: string }[]>([])
  const add = async (input: HTMLInputElement) => {
    const files = await Promise.all([...(input.files ?? [])].map(shrunk))
    input.value = ''
    const all = [...chosen, ...files.map((file) => ({ file, preview: URL.createObjectURL(file) }))].slice(
      0,
      8,
    )
    setChosen(all)
    onChange(all.map(({ file }) => file))
  }
  const input = useEarlyFiles(add)
  return (
    <>
      <input
        ref={input}
        id={id}
        className="hidden-text"
        type="file"
        accept="image/*"
        multiple
        onChange={({ currentTarget }) => add(currentTarget)}
      />
      <label className={`${styles.outlined} ${form.shutter}`} htmlFor={id}>
        {text.photos}
      </label>
      {chosen.length > 0 && (
        <p className={styles.hint}>{text.photoCount.replace('#', String(chosen.length))}</p>
      )}
      <ul className={form.photos}>
        {chosen.map(({ preview }, at) => (
          <li key={preview}>
            {/* biome-ignore lint/performance/noImgElement: a picture of this device */}
            <img src={preview} alt={`${at + 1}`} />
          </li>
        ))}
      </ul>
    </>
  )
}
