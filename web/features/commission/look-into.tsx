'use server'
import { spotCheck } from '#shared/cases/spot-check'
import { ask } from '../../lib/api.ts'
import { readLanguage, readText } from '../../lib/language.ts'
import { typedIn } from '../cases/submission.ts'
import { countyNames } from './county-names.ts'
import { SpotCheckFile } from './spot-check-file.tsx'
import type { Look } from './spot-check-form.tsx'

/** Asks for a case with the reason that was written; what comes back is drawn here and never kept. */
export async function lookInto(_previous: Look, form: FormData): Promise<Look> {
  const { city = '', tenant = '', caseId = '', key = '', reason = '' } = typedIn(form)
  const reply = await ask(spotCheck, { params: { city, tenant, case: caseId }, body: { reason }, key })
  if (!reply.ok) return { reason, problem: reply.problem }
  const language = await readLanguage()
  const { commission } = await readText()
  const names = countyNames(tenant, language)
  const file = <SpotCheckFile {...{ file: reply.value, reason, names, language }} text={commission.check} />
  return { reason, file }
}
