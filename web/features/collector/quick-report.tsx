'use client'
import { type FormEvent, useRef, useState } from 'react'
import { described, Field } from '../../ui/field.tsx'
import { Notice } from '../../ui/notice.tsx'
import styles from '../citizen/public.module.css'
import form from '../citizen/report-form.module.css'
import { PhotoInput } from '../handling-link/act-form.tsx'
import field from './field.module.css'
import { filledIn } from './gapped.ts'
import { addItem } from './outbox.ts'
import { type Found, usePosition } from './use-position.ts'

type Words =
  | 'title'
  | 'titleOf'
  | 'photos'
  | 'photoAdd'
  | 'photoCount'
  | 'kind'
  | 'otherKind'
  | 'choose'
  | 'component'
  | 'componentNone'
  | 'componentsEmpty'
  | 'metres'
  | 'place'
  | 'placeHint'
  | 'located'
  | 'locatedAt'
  | 'locating'
  | 'notLocated'
  | 'again'
  | 'byPosition'
  | 'words'
  | 'selfHandled'
  | 'after'
  | 'submit'
  | 'saved'
  | 'missingPhoto'
  | 'missingAfter'
  | 'missingKind'
  | 'missingPlace'
  | 'notKept'

interface QuickReportProps {
  county: string
  /** The county's kinds; the first of them, as many as `tiles`, as tiles. */
  kinds: { code: string; name: string }[]
  tiles: number
  text: Record<Words, string>
}

/** Kept on the device in the moment of the press; whether there is a line is the outbox's to know. */
export function QuickReport({ county, kinds, tiles, text }: QuickReportProps) {
  const [round, setRound] = useState(0)
  const [saved, setSaved] = useState('')
  return (
    <>
      {saved && <Notice tone="good" title={saved} />}
      <ReportFields
        // a new one begins empty
        key={round}
        county={county}
        kinds={kinds}
        tiles={tiles}
        text={text}
        onSaved={() => {
          setSaved(text.saved)
          setRound(round + 1)
          window.scrollTo(0, 0)
        }}
      />
    </>
  )
}

function ReportFields({ county, kinds, tiles, text, onSaved }: QuickReportProps & { onSaved(): void }) {
  const [wrong, setWrong] = useState('')
  const [mended, setMended] = useState(false)
  const { state, found, locate } = usePosition(county)
  const photos = useRef<File[]>([])
  const after = useRef<File[]>([])

  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const data = new FormData(event.currentTarget)
    const typed = (name: string) => String(data.get(name) ?? '').trim()
    const component = found?.components.find(({ code }) => code === typed('component'))
    const kind = component?.kind || typed('otherKind') || typed('kind')
    const problem = problemOf(
      { photos: photos.current, after: after.current, mended, kind, found, typed },
      text,
    )
    setWrong(problem ?? '')
    if (problem) return
    const name = kinds.find(({ code }) => code === kind)?.name ?? kind
    const at = found && { longitude: found.longitude, latitude: found.latitude }
    const fields = {
      kind,
      words: typed('words').length >= 2 ? typed('words') : name,
      place: typed('place') || found?.place || filledIn(text.byPosition, pointOf(found)),
      ...(component && { component: component.code }),
      ...at,
    }
    const pictures = { photos: photos.current, ...(mended && { after: after.current }) }
    try {
      await addItem(county, { title: filledIn(text.titleOf, name), fields, photos: pictures })
      onSaved()
    } catch {
      setWrong(text.notKept)
    }
  }

  return (
    <form className={form.form} onSubmit={submit} noValidate>
      {wrong && (
        <p role="alert" className={form.failed}>
          {wrong}
        </p>
      )}
      <Field id="photos" label={text.photos}>
        <PhotoInput
          id="photos"
          text={{ photos: text.photoAdd, photoCount: text.photoCount }}
          onChange={(files) => {
            photos.current = files
            if (state === 'unknown') locate()
          }}
        />
      </Field>
      <fieldset>
        <legend className={form.legend}>{text.kind}</legend>
        <div className={form.tiles}>
          {kinds.slice(0, tiles).map(({ code, name }) => (
            <label key={code} className={form.tile}>
              <input type="radio" name="kind" value={code} />
              <span>{name}</span>
            </label>
          ))}
        </div>
      </fieldset>
      <Field id="otherKind" label={text.otherKind}>
        <select {...described('otherKind', undefined, undefined)} name="otherKind" defaultValue="">
          <option value="">{text.choose}</option>
          {kinds.slice(tiles).map(({ code, name }) => (
            <option key={code} value={code}>
              {name}
            </option>
          ))}
        </select>
      </Field>
      <Field id="place" label={text.place} hint={text.placeHint}>
        <input
          {...described('place', text.placeHint, undefined)}
          name="place"
          type="text"
          autoComplete="off"
          maxLength={200}
        />
      </Field>
      <p aria-live="polite">{positionWords(state, found, text)}</p>
      <button type="button" className={styles.outlined} onClick={locate}>
        {text.again}
      </button>
      {found && found.components.length > 0 && (
        <Field id="component" label={text.component}>
          <select {...described('component', undefined, undefined)} name="component" defaultValue="">
            <option value="">{text.componentNone}</option>
            {found.components.map(({ code, name, metres }) => (
              <option key={code} value={code}>
                {`${name} · ${filledIn(text.metres, metres)}`}
              </option>
            ))}
          </select>
        </Field>
      )}
      <Field id="words" label={text.words}>
        <textarea {...described('words', undefined, undefined)} name="words" rows={2} maxLength={1000} />
      </Field>
      <label className={field.tick}>
        <input type="checkbox" checked={mended} onChange={() => setMended(!mended)} />
        {text.selfHandled}
      </label>
      {mended && (
        <Field id="after" label={text.after}>
          <PhotoInput
            id="after"
            text={{ photos: text.photoAdd, photoCount: text.photoCount }}
            onChange={(files) => {
              after.current = files
            }}
          />
        </Field>
      )}
      <button type="submit" className={styles.primary}>
        {text.submit}
      </button>
    </form>
  )
}

interface Told {
  photos: readonly File[]
  after: readonly File[]
  mended: boolean
  kind: string
  found: Found | undefined
  typed(name: string): string
}

function problemOf({ photos, after, mended, kind, found, typed }: Told, text: QuickReportProps['text']) {
  if (photos.length === 0) return text.missingPhoto
  if (mended && after.length === 0) return text.missingAfter
  if (!kind) return text.missingKind
  return typed('place').length >= 2 || found ? undefined : text.missingPlace
}

const pointOf = (found: Found | undefined) => (found ? `${found.longitude}, ${found.latitude}` : '')

function positionWords(
  state: ReturnType<typeof usePosition>['state'],
  found: Found | undefined,
  text: QuickReportProps['text'],
): string {
  if (found?.place) return filledIn(text.located, found.place)
  if (found) return filledIn(text.locatedAt, pointOf(found))
  return { unknown: '', asking: text.locating, found: '', none: text.notLocated }[state]
}
