'use server'
import { refresh } from 'next/cache'
import { notFound } from 'next/navigation'
import type { ActInput } from '#shared/cases/case'
import { actOnCase } from '#shared/cases/contract'
import { type Action, isAction } from '#shared/lifecycle/lifecycle'
import { ask, type Reply } from '../../lib/api.ts'
import { leaveFor } from '../../lib/leave.ts'
import { staffPaths } from '../../lib/paths.ts'
import { evidenceOf } from './evidence-of.ts'
import { type Submission, typedIn } from './submission.ts'
import { filesIn, takePhotos } from './take-photos.ts'

/** Sends an action form. The hidden fields name the case as it was when the form was drawn. */
export async function act(_previous: Submission, form: FormData): Promise<Submission> {
  const typed = typedIn(form)
  const { county = '', caseId: id = '', action = '', version, key = '' } = typed
  if (!isAction(action)) notFound()
  const photos = await photosOf(form, county, key)
  if (!photos.ok) return { typed, problem: photos.problem }
  const reply = await ask(actOnCase, {
    params: { county, case: id, action },
    body: {
      version: Number(version),
      evidence: { ...evidenceOf(typed), ...photos.value } as ActInput['evidence'],
    },
    key,
  })
  if (reply.ok) return leaveFor(pathAfter(typed, { county, id, action }), { typed })
  if (reply.problem.code === 'case-changed') refresh()
  return { typed, problem: reply.problem }
}

/** Back to the list that it was done in, or to the case. Only paths of this county's pages are followed. */
function pathAfter(
  { back = '' }: Record<string, string>,
  done: { county: string; id: string; action: Action },
) {
  const { county, id, action } = done
  const isOwn = back.startsWith(`${staffPaths.desk(county)}/`) && !back.includes('?')
  return isOwn ? `${back}?done=${action}` : staffPaths.caseAfter(county, id, action)
}

/** The pictures chosen in a form, taken in: field → ids. */
async function photosOf(
  form: FormData,
  county: string,
  key: string,
): Promise<Reply<Record<string, string[]>>> {
  const taken: Record<string, string[]> = {}
  for (const field of ['photos', 'photosBefore'] as const) {
    const files = filesIn(form, field)
    if (files.length === 0) continue
    const ids = await takePhotos(county, files, { field: `evidence.${field}`, key })
    if (!ids.ok) return ids
    taken[field] = ids.value
  }
  return { ok: true, value: taken }
}
