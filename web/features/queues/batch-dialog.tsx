'use client'
import { useEffect, useRef, useState } from 'react'
import buttons from '../../ui/button.module.css'
import dialogs from '../../ui/dialog.module.css'
import { described, Field } from '../../ui/field.tsx'
import { ShortCaseNumber } from '../cases/case-number.tsx'
import { type Command, type Outcome, type Previewed, previewBatch, sendBatch } from './batch.ts'
import type { BatchField } from './batch-actions.ts'
import styles from './batch-bar.module.css'
import type { OfferedBatch, OfferedField } from './batch-bar.tsx'

export interface DialogText {
  loading: string
  /** `{n}` of `{m}`: how many of the chosen can be sent. */
  preview: string
  send: string
  cancel: string
  /** `{n}` seconds. */
  waiting: string
  takeBack: string
  sending: string
  outcome: string
  done: string
  missing: string
  failed: string
  close: string
}

const WAIT_SECONDS = 5
/** Commands per request: the reader sees how far it is. */
const AT_ONCE = 5

type Evidence = Command['evidence']
type Typed = Readonly<Partial<Record<BatchField, string>>>
type Phase = 'preview' | 'waiting' | 'sending' | 'told'

interface BatchDialogProps {
  county: string
  offer: OfferedBatch
  ids: readonly string[]
  close: (sent: boolean) => void
  text: DialogText
}

/** Preview, the five seconds in which it can be taken back, and what came of each case. */
export function BatchDialog({ county, offer, ids, close, text }: BatchDialogProps) {
  const dialog = useRef<HTMLDialogElement>(null)
  const [previewed, setPreviewed] = useState<readonly Previewed[]>()
  const [phase, setPhase] = useState<Phase>('preview')
  const [left, setLeft] = useState(WAIT_SECONDS)
  const [typed, setTyped] = useState<Typed>({})
  const [outcomes, setOutcomes] = useState<readonly Outcome[]>([])
  const [failed, setFailed] = useState(false)
  useEffect(() => {
    dialog.current?.showModal()
    previewBatch(county, offer.action, ids).then(setPreviewed, () => setFailed(true))
  }, [county, offer.action, ids])

  const possible = previewed?.filter((one) => one.possible && evidenceOf(offer, one, typed)) ?? []
  const send = async () => {
    setPhase('sending')
    const commands = possible.map(
      (one): Command => ({
        id: one.id,
        version: one.version,
        action: one.action ?? offer.action,
        key: crypto.randomUUID(),
        evidence: evidenceOf(offer, one, typed) ?? {},
      }),
    )
    try {
      for (let from = 0; from < commands.length; from += AT_ONCE) {
        const told = await sendBatch(county, commands.slice(from, from + AT_ONCE))
        setOutcomes((before) => [...before, ...told])
      }
    } catch {
      setFailed(true)
    }
    setPhase('told')
  }
  useCountdown(phase === 'waiting', left, setLeft, send)

  const title = `${offer.name} · ${text.preview.replace('{n}', String(possible.length)).replace('{m}', String(ids.length))}`
  return (
    <dialog
      className={dialogs.dialog}
      ref={dialog}
      aria-labelledby="batch-title"
      onCancel={(event) => phase === 'sending' && event.preventDefault()}
      onClose={() => close(outcomes.length > 0)}
    >
      <h2 id="batch-title">{title}</h2>
      {failed && <p role="alert">{text.failed}</p>}
      {!previewed && !failed && <p role="status">{text.loading}</p>}
      {previewed &&
        phase === 'preview' &&
        offer.fields.map((field) => (
          <Typing
            key={field.name}
            field={field}
            typed={typed[field.name] ?? ''}
            setTyped={(words) => setTyped({ ...typed, [field.name]: words })}
          />
        ))}
      {previewed && <BatchList {...{ previewed, outcomes, text, offer, typed }} />}
      {phase === 'waiting' && (
        <p className={styles.waiting} role="status">
          {text.waiting.replace('{n}', String(left))}
          <button className={buttons.plain} type="button" onClick={() => setPhase('preview')}>
            {text.takeBack}
          </button>
        </p>
      )}
      {phase === 'sending' && <p role="status">{`${text.sending} ${outcomes.length}/${possible.length}`}</p>}
      {phase === 'told' && (
        <p role="status">
          {text.outcome
            .replace('{n}', String(outcomes.filter(({ problem }) => !problem).length))
            .replace('{m}', String(possible.length))}
        </p>
      )}
      <div className={dialogs.actions}>
        {phase === 'preview' && (
          <>
            <button className={buttons.plain} type="button" onClick={() => dialog.current?.close()}>
              {text.cancel}
            </button>
            <button
              className={buttons.primary}
              type="button"
              disabled={possible.length === 0}
              onClick={() => {
                setLeft(WAIT_SECONDS)
                setPhase('waiting')
              }}
            >
              {text.send}
            </button>
          </>
        )}
        {phase === 'told' && (
          <button className={buttons.primary} type="button" onClick={() => dialog.current?.close()}>
            {text.close}
          </button>
        )}
      </div>
    </dialog>
  )
}

function useCountdown(on: boolean, left: number, setLeft: (left: number) => void, over: () => Promise<void>) {
  const latest = useRef(over)
  latest.current = over
  useEffect(() => {
    if (!on) return
    const timer = setTimeout(() => {
      if (left > 1) setLeft(left - 1)
      else void latest.current()
    }, 1_000)
    return () => clearTimeout(timer)
  }, [on, left, setLeft])
}

/** What goes with the command of one case; undefined where something needed is missing. */
function evidenceOf({ fields }: OfferedBatch, { unit }: Previewed, typed: Typed): Evidence | undefined {
  const given = fields.map(({ name }) => {
    const words = typed[name]?.trim() || (name === 'unit' ? unit : undefined)
    return { name, words }
  })
  if (given.some(({ name, words }) => !words && name !== 'words')) return undefined
  return Object.fromEntries(given.flatMap(({ name, words }) => (words ? [[name, words]] : [])))
}

interface TypingProps {
  field: OfferedField
  typed: string
  setTyped: (typed: string) => void
}

function Typing({ field, typed, setTyped }: TypingProps) {
  const control = described(`batch-${field.name}`, field.hint, undefined)
  return (
    <Field id={`batch-${field.name}`} label={field.label} hint={field.hint}>
      {field.choices ? (
        <select {...control} value={typed} onChange={({ currentTarget }) => setTyped(currentTarget.value)}>
          {field.choices.map(({ value, words }) => (
            <option key={value} value={value}>
              {words}
            </option>
          ))}
        </select>
      ) : (
        <textarea
          {...control}
          rows={2}
          value={typed}
          onChange={({ currentTarget }) => setTyped(currentTarget.value)}
        />
      )}
    </Field>
  )
}

interface BatchListProps {
  previewed: readonly Previewed[]
  outcomes: readonly Outcome[]
  offer: OfferedBatch
  typed: Typed
  text: DialogText
}

function BatchList({ previewed, outcomes, offer, typed, text }: BatchListProps) {
  return (
    <ul className={styles.list}>
      {previewed.map((one) => {
        const outcome = outcomes.find(({ id }) => id === one.id)
        const missing = one.possible && !evidenceOf(offer, one, typed)
        const bad = outcome ? outcome.problem : !one.possible || missing
        const standing = [one.note, missing && text.missing].filter(Boolean).join(' · ')
        const said = outcome ? (outcome.problem ?? text.done) : standing
        return (
          <li key={one.id} className={bad ? styles.bad : outcome ? styles.good : undefined}>
            <ShortCaseNumber number={one.number} />
            <p>{one.place}</p>
            {said && <p>{said}</p>}
          </li>
        )
      })}
    </ul>
  )
}
