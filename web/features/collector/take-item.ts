import { notFound } from 'next/navigation'
import type { ActInput, Receipt } from '#shared/cases/case'
import { actOnCase, reportCase } from '#shared/cases/contract'
import { evidenceFields } from '#shared/lifecycle/evidence'
import { isAction } from '#shared/lifecycle/lifecycle'
import { ask, type Reply } from '../../lib/api.ts'
import { evidenceOf } from '../cases/evidence-of.ts'
import { filled, typedIn } from '../cases/submission.ts'
import { filesIn, takePhotos } from '../cases/take-photos.ts'
import { positionIn } from '../citizen/told.ts'

/** Takes one item of an outbox: everything under keys made of the item's own, so that sent again it counts once. */
export async function takeItem(county: string, form: FormData): Promise<Reply<Receipt>> {
  const typed = typedIn(form)
  return typed.action ? takeAct(county, form, typed) : takeReport(county, form, typed)
}

type Typed = Record<string, string>

async function takeAct(county: string, form: FormData, typed: Typed): Promise<Reply<Receipt>> {
  const { key = '', caseId = '', action = '', version } = typed
  if (!isAction(action)) notFound()
  const photos: Partial<Record<'photos' | 'photosBefore', string[]>> = {}
  for (const field of ['photos', 'photosBefore'] as const) {
    const taken = await takePhotos(county, filesIn(form, field), { field: `evidence.${field}`, key })
    if (!taken.ok) return taken
    if (taken.value.length > 0) photos[field] = taken.value
  }
  const texts = filled(typed, evidenceFields) ?? {}
  const evidence = { ...evidenceOf(texts), ...photos } as ActInput['evidence']
  return ask(actOnCase, {
    params: { county, case: caseId, action },
    body: { version: Number(version), evidence },
    key,
  })
}

async function takeReport(county: string, form: FormData, typed: Typed): Promise<Reply<Receipt>> {
  const { key = '' } = typed
  const photos = await takePhotos(county, filesIn(form, 'photos'), { field: 'photos', key })
  if (!photos.ok) return photos
  const after = await takePhotos(county, filesIn(form, 'after'), { field: 'after', key })
  if (!after.ok) return after
  const position = positionIn(typed)
  const reported = await ask(reportCase, {
    params: { county },
    body: {
      ...filled(typed, ['words', 'place', 'kind', 'component']),
      ...(position && { position }),
      ...(photos.value.length > 0 && { photos: photos.value }),
    },
    key,
  })
  if (!reported.ok || after.value.length === 0) return reported
  return ask(actOnCase, {
    params: { county, case: reported.value.id, action: 'self-handle' },
    body: {
      version: reported.value.version,
      evidence: { photosBefore: photos.value, photos: after.value },
    },
    key: `${key}-self`,
  })
}
