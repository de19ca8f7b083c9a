'use server'
import { applyImport, checkImport, startImport } from '#shared/imports/contract'
import { coordinateSystems } from '#shared/imports/coordinates'
import { importKinds } from '#shared/imports/kinds'
import { ask } from '../../lib/api.ts'
import { leaveFor } from '../../lib/leave.ts'
import { settingsPaths } from '../../lib/paths.ts'
import { type Submission, typedIn } from '../cases/submission.ts'
import { filesIn } from '../cases/take-photos.ts'
import { afterDone, carryOut } from '../forms/carry-out.ts'

/** Begins an import, hands the file on and has it checked; nothing is written before somebody has seen what it would do. */
export async function begin(_previous: Submission, form: FormData): Promise<Submission> {
  const typed = typedIn(form)
  const { county = '', key = '' } = typed
  const [file] = filesIn(form, 'file')
  const coordinates = coordinateSystems.find((one) => one === typed.coordinates)
  const started = await ask(startImport, {
    params: { county },
    body: {
      kind: importKinds.find((one) => one === typed.kind) ?? 'areas',
      ...(coordinates && { coordinates }),
    },
    key,
  })
  if (!started.ok) return { typed, problem: started.problem }
  const { import: job, upload } = started.value
  const to = settingsPaths.import(county, job.id)
  if (!file) return leaveFor(to, { typed })
  const parts = new FormData()
  for (const [name, value] of Object.entries(upload.fields)) parts.set(name, value)
  parts.set('file', file)
  await fetch(upload.url, { method: 'POST', body: parts }).catch(() => undefined)
  const checked = await ask(checkImport, {
    params: { county, import: job.id },
    body: {},
    key: `${key}-c`.slice(-64),
  })
  return checked.ok ? leaveFor(to, { typed }) : { typed, problem: checked.problem }
}

export async function apply(_previous: Submission, form: FormData): Promise<Submission> {
  return carryOut(applyImport, form, ({ county = '', id = '', version }) => ({
    params: { county, import: id },
    body: { version: Number(version) },
    to: afterDone(settingsPaths.import(county, id), 'applied'),
  }))
}

export async function checkAgain(_previous: Submission, form: FormData): Promise<Submission> {
  return carryOut(checkImport, form, ({ county = '', id = '' }) => ({
    params: { county, import: id },
    body: {},
    to: settingsPaths.import(county, id),
  }))
}
