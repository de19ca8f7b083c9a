'use server'
import { makeHandlingLink } from '#shared/cases/handling-link'
import { ask } from '../../lib/api.ts'

export interface Made {
  /** Path with the secret behind its `#`. */
  readonly path?: string
  readonly problem?: string
}

/** Makes a link for the unit that has the case. Told to this page once, kept nowhere. */
export async function makeLink(_previous: Made, form: FormData): Promise<Made> {
  const textOf = (name: string) => String(form.get(name) ?? '')
  const [county, caseId] = [textOf('county'), textOf('case')]
  const reply = await ask(makeHandlingLink, {
    params: { county, case: caseId },
    body: {},
    key: textOf('key'),
  })
  if (!reply.ok) return { problem: `${reply.problem.title} ${reply.problem.detail}` }
  return { path: `/h/${county}/${caseId}#${reply.value.secret}` }
}
