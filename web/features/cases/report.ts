'use server'
import { reportCase } from '#shared/cases/contract'
import { ask } from '../../lib/api.ts'
import { readLanguage, readText } from '../../lib/language.ts'
import { leaveFor } from '../../lib/leave.ts'
import { staffPaths } from '../../lib/paths.ts'
import { pickableKinds, pickedCode } from '../intake/pickable.ts'
import { filled, type Submission, typedIn } from './submission.ts'
import { filesIn, takePhotos } from './take-photos.ts'

/** Sends the report form. */
export async function report(_previous: Submission, form: FormData): Promise<Submission> {
  const typed = typedIn(form)
  const { county = '', key = '' } = typed
  const reporter = filled(typed, ['name', 'phone'])
  const photos = await takePhotos(county, filesIn(form, 'photos'), { field: 'photos', key })
  if (!photos.ok) return { typed, problem: photos.problem }
  const reply = await ask(reportCase, {
    params: { county },
    body: {
      ...filled(typed, ['words', 'place']),
      ...(typed.kind && { kind: pickedCode(typed.kind, await pickableKinds(county, await readLanguage())) }),
      ...(photos.value.length > 0 && { photos: photos.value }),
      ...(reporter && { reporter }),
    },
    key,
  })
  if (reply.ok) return leaveFor(staffPaths.caseAfter(county, reply.value.id, 'report'), { typed })
  const { alreadySent } = (await readText()).cases.problem
  const isRepeat = reply.problem.code === 'key-reused'
  return { typed, problem: isRepeat ? { ...reply.problem, ...alreadySent } : reply.problem }
}
