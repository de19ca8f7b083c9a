'use client'
import { type FormEvent, useState } from 'react'
import { Notice } from '../../ui/notice.tsx'
import { useSubmission } from '../cases/use-submission.ts'
import styles from '../citizen/public.module.css'
import { sendShift } from './send-shift.ts'

interface ShiftFormProps {
  county: string
  onDuty: boolean
  newKey: string
  text: Record<'title' | 'told' | 'submit' | 'sending', string>
}

/** 上下班打卡: with the device's position where it tells one within seconds. */
export function ShiftForm({ county, onDuty, newKey, text }: ShiftFormProps) {
  const { submission, formAction } = useSubmission(sendShift)
  const [busy, setBusy] = useState(false)
  const { problem } = submission

  const submit = (event: FormEvent<HTMLFormElement>) => {
    if (!('geolocation' in navigator)) return
    event.preventDefault()
    setBusy(true)
    const data = new FormData(event.currentTarget)
    const send = (position?: GeolocationPosition) => {
      if (position) {
        data.set('longitude', position.coords.longitude.toFixed(6))
        data.set('latitude', position.coords.latitude.toFixed(6))
      }
      setBusy(false)
      formAction(data)
    }
    navigator.geolocation.getCurrentPosition(send, () => send(), { timeout: 8_000, maximumAge: 60_000 })
  }

  return (
    <section className={styles.stack} aria-labelledby="shift">
      <h2 id="shift">{text.title}</h2>
      <p>{text.told}</p>
      {problem && (
        <Notice tone="bad" title={problem.title}>
          <p>{problem.detail}</p>
        </Notice>
      )}
      <form action={formAction} onSubmit={submit}>
        {Object.entries({ county, key: newKey, onDuty: onDuty ? '' : 'yes' }).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        <button type="submit" className={onDuty ? styles.outlined : styles.primary} aria-disabled={busy}>
          {busy ? text.sending : text.submit}
        </button>
      </form>
    </section>
  )
}
