import { setTimeout } from 'node:timers/promises'
import { finishPhoto, type PhotoProgress, readPhoto, startPhoto } from '#shared/intake/photo-contract'
import { type Problem, problemOf } from '#shared/kernel/problem'
import { refuse } from '#shared/kernel/result'
import { ask, type Reply } from '../../lib/api.ts'
import { readLanguage } from '../../lib/language.ts'

/** A photo is checked and packed anew within seconds; longer than this the reader is told to try again. */
const LOOKS = 40
const BETWEEN_LOOKS_MS = 250

/** Files that were chosen under this name, without the empty one that browsers send for none. */
export const filesIn = (form: FormData, name: string): File[] =>
  form.getAll(name).filter((entry): entry is File => entry instanceof File && entry.size > 0)

/**
 * Puts chosen files into the county's photos and answers their ids once they are ready, or the first problem. Sent again
 * under the same key, a file that is there already is not uploaded twice.
 */
export async function takePhotos(
  county: string,
  files: readonly File[],
  { field, key }: { field: string; key: string },
): Promise<Reply<string[]>> {
  const ids: string[] = []
  for (const [index, file] of files.entries()) {
    const taken = await takePhoto(county, file, {
      field,
      key: `${key}-${field.replaceAll('.', '-')}-${index}`.slice(0, 64),
    })
    if (!taken.ok) return taken
    ids.push(taken.value)
  }
  return { ok: true, value: ids }
}

async function takePhoto(
  county: string,
  file: File,
  { field, key }: { field: string; key: string },
): Promise<Reply<string>> {
  const started = await ask(startPhoto, { params: { county }, body: {}, key })
  if (!started.ok) return started
  const { photo, upload } = started.value
  const form = new FormData()
  for (const [name, value] of Object.entries(upload.fields)) form.set(name, value)
  form.set('file', file)
  await fetch(upload.url, { method: 'POST', body: form }).catch(() => undefined)
  const finished = await ask(finishPhoto, {
    params: { county, photo: photo.id },
    body: {},
    key: `${key}-f`.slice(-64),
  })
  if (!finished.ok) return finished
  return untilReady(county, finished.value, field)
}

async function untilReady(county: string, told: PhotoProgress, field: string): Promise<Reply<string>> {
  let progress = told
  for (let look = 0; progress.state !== 'ready'; look++) {
    if (progress.problem) return { ok: false, problem: await problemWith(field, progress.problem.reason) }
    if (look === LOOKS) return { ok: false, problem: await problemWith(field) }
    await setTimeout(BETWEEN_LOOKS_MS)
    const reply = await ask(readPhoto, { params: { county, photo: progress.id } })
    if (!reply.ok) return reply
    progress = reply.value
  }
  return { ok: true, value: progress.id }
}

/** What is wrong with a picture, as a problem of the field, by its path, that it was chosen in. */
async function problemWith(field: string, reason?: string): Promise<Problem> {
  const refusal = refuse('invalid-input', {
    fields: [{ field, code: 'photo-not-ready' }],
  })
  const problem = problemOf(refusal, await readLanguage(), '')
  return reason
    ? { ...problem, fields: problem.fields?.map((one) => ({ ...one, message: reason })) }
    : problem
}
