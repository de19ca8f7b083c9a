'use client'
import { Notice } from '../../ui/notice.tsx'
import { ActForm, type Filled, type Offered } from '../handling-link/act-form.tsx'
import { addItem, isUnsent } from './outbox.ts'
import { fieldPaths } from './paths.ts'
import { useOutbox } from './use-outbox.ts'

interface TaskActsProps {
  county: string
  caseId: string
  version: number
  place: string
  offers: Offered[]
  text: Record<'nothing' | 'waiting' | 'missing' | 'sending' | 'photoAdd' | 'photoCount' | 'notKept', string>
}

/** The acts of a task: each goes through the outbox, so that it is done where no line reaches, too. */
export function TaskActs({ county, caseId, version, place, offers, text }: TaskActsProps) {
  const waiting = (useOutbox(county) ?? []).some((item) => item.caseId === caseId && isUnsent(item))
  const keep = async ({ action, texts, photos }: Filled) => {
    const name = offers.find((offer) => offer.action === action)?.name ?? ''
    const fields = { ...texts, action, caseId, version: String(version) }
    try {
      await addItem(county, { title: `${name} · ${place}`, caseId, fields, photos })
    } catch {
      return text.notKept
    }
    window.location.assign(fieldPaths.tasks(county))
    return undefined
  }
  if (waiting) return <Notice tone="plain" title={text.waiting} />
  if (offers.length === 0) return <p>{text.nothing}</p>
  return offers.map((offer, at) => (
    <ActForm
      key={offer.action}
      offer={offer}
      send={keep}
      look={at === 0 ? 'primary' : 'outlined'}
      text={{
        photos: text.photoAdd,
        photoCount: text.photoCount,
        missing: text.missing,
        sending: text.sending,
      }}
    />
  ))
}
