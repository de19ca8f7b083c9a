'use client'
import { useCallback, useEffect, useState } from 'react'
import type { LinkedCase } from '#shared/cases/handling-link'
import { dateAndTime } from '../../lib/moments.ts'
import { Lamp } from '../../ui/lamp.tsx'
import { Notice } from '../../ui/notice.tsx'
import styles from '../citizen/public.module.css'
import { ActForm, type ActWords, type Filled, type Offered } from './act-form.tsx'
import { type Held, openLink, sendAct } from './link-door.ts'

export interface LinkWords extends ActWords {
  readonly opening: string
  readonly noSecret: string
  readonly retry: string
  readonly due: string
  readonly place: string
  readonly words: string
  readonly number: string
  readonly map: string
  readonly nothing: string
  readonly done: string
  readonly optional: string
  readonly unreachable: string
}

interface LinkedCaseProps {
  county: string
  caseId: string
  text: LinkWords
  /** What a case that stands there waits for. */
  waiting: Readonly<Record<string, string>>
  /** Every act of a link, by its name, with every field that it may ask for. */
  offers: Readonly<Record<string, Omit<Offered, 'fields'>>>
  labels: Readonly<Record<string, string>>
}

/**
 * The case of a link. The secret stands behind the `#` of the address, which no browser sends: so the page asks the API by
 * itself, and this device is the one that it is bound to.
 */
export function LinkedCaseView({ county, caseId, text, waiting, offers, labels }: LinkedCaseProps) {
  const [shown, setShown] = useState<LinkedCase>()
  const [problem, setProblem] = useState('')
  const [done, setDone] = useState('')

  const held = useCallback((): Held | undefined => {
    const secret = window.location.hash.slice(1)
    return secret ? { county, caseId, secret, device: deviceName() } : undefined
  }, [county, caseId])

  const open = useCallback(async () => {
    const link = held()
    if (!link) return setProblem(text.noSecret)
    const reply = await openLink(link)
    if (reply.ok) setShown(reply.value)
    setProblem(reply.ok ? '' : reply.said || text.unreachable)
  }, [held, text])
  useEffect(() => void open(), [open])

  const send = async (filled: Filled) => {
    const link = held()
    if (!link || !shown) return text.noSecret
    const said = await sendAct(link, shown.version, filled)
    if (said !== undefined) return said || text.unreachable
    setDone(text.done.replace('#', offers[filled.action]?.name ?? ''))
    await open()
    return undefined
  }

  if (!shown)
    return problem ? (
      <>
        <Notice tone="bad" title={problem} />
        <button type="button" className={styles.outlined} onClick={open}>
          {text.retry}
        </button>
      </>
    ) : (
      <p>{text.opening}</p>
    )
  const { lamp, due, place, words, number, position, actions } = shown
  return (
    <>
      {done && <Notice tone="good" title={done} />}
      {problem && <Notice tone="bad" title={problem} />}
      <div className={styles.receipt}>
        {lamp && due && (
          <p>
            <Lamp lamp={lamp} due={dateAndTime(due)} /> · {text.due.replace('#', dateAndTime(due))}
          </p>
        )}
        <p className={styles.lead}>{place}</p>
        <p>{words}</p>
        <p className={styles.hint}>
          {text.number} {number}
        </p>
        {position && (
          <a className={styles.quiet} href={`geo:${position.latitude},${position.longitude}`}>
            {text.map}
          </a>
        )}
      </div>
      {actions.length === 0 && <p>{text.nothing.replace('#', waiting[shown.stage] ?? '')}</p>}
      {actions.map(({ action, evidence, may }, at) => {
        const offer = offers[action]
        if (!offer) return null
        const field = (name: string, needed: boolean) => ({
          field: name,
          needed,
          label: needed ? (labels[name] ?? name) : text.optional.replace('#', labels[name] ?? name),
        })
        const fields = [...evidence.map((one) => field(one, true)), ...may.map((one) => field(one, false))]
        return (
          <ActForm
            // another version of the case is another form
            key={`${action} ${shown.version}`}
            offer={{ ...offer, fields }}
            send={send}
            text={text}
            look={at === 0 ? 'primary' : 'outlined'}
          />
        )
      })}
    </>
  )
}

/** What this browser calls itself, the same each time it opens the link. */
function deviceName(): string {
  const kept = localStorage.getItem('link-device')
  if (kept) return kept
  const made = crypto.randomUUID()
  localStorage.setItem('link-device', made)
  return made
}
