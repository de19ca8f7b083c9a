'use server'
import { reportPublicly } from '#shared/intake/citizen-contract'
import { type Problem, problemOf } from '#shared/kernel/problem'
import { refuse } from '#shared/kernel/result'
import { ask } from '../../lib/api.ts'
import { readLanguage } from '../../lib/language.ts'
import { leaveFor } from '../../lib/leave.ts'
import { filled, type Submission, typedIn } from '../cases/submission.ts'
import { filesIn } from '../cases/take-photos.ts'
import { keepDevice } from './device.ts'
import { citizenPaths } from './paths.ts'
import { proving } from './proof.ts'
import { takePublicPhoto } from './take-public-photo.ts'
import { positionIn, withoutSpaces } from './told.ts'

/** As many as the page says. */
const MOST_FILES = 4

/** Takes the report form of a browser without scripts, or of one that could not send it by itself. */
export async function submitReport(_previous: Submission, form: FormData): Promise<Submission> {
  const typed = typedIn(form)
  const { county = '', key = '', device = '' } = typed
  await keepDevice(device)
  const photos = form.getAll('photo').filter((id): id is string => typeof id === 'string' && id !== '')
  for (const [at, file] of filesIn(form, 'files').slice(0, MOST_FILES).entries()) {
    const taken = await takePublicPhoto(county, file, { device, key: `${key}-${at}` })
    if (!taken.ok) return { typed, problem: taken.problem }
    if (taken.value.state !== 'ready')
      return { typed, problem: await photoProblem(taken.value.problem?.reason) }
    photos.push(taken.value.id)
  }
  const reporter = filled(withoutSpaces(typed), ['name', 'phone'])
  const position = positionIn(typed)
  const reply = await proving(county, 'report', (proof) =>
    ask(reportPublicly, {
      params: { county },
      body: {
        ...filled(typed, ['words', 'place', 'kind']),
        ...(position && { position }),
        ...(photos.length > 0 && { photos }),
        ...(reporter && { reporter }),
        device,
        ...(proof && { proof }),
      },
      key,
    }),
  )
  if (!reply.ok) return { typed, problem: reply.problem }
  const { number, queryCode, nextBy } = reply.value
  return leaveFor(citizenPaths.done(county, { number, code: queryCode, by: nextBy }), { typed })
}

/** A picture that cannot be kept, as a problem of its field. */
async function photoProblem(reason: string | undefined): Promise<Problem> {
  const refusal = refuse('invalid-input', { fields: [{ field: 'photos', code: 'photo-not-ready' }] })
  const problem = problemOf(refusal, await readLanguage(), '')
  if (!reason) return problem
  return { ...problem, fields: problem.fields?.map((one) => ({ ...one, message: reason })) }
}
