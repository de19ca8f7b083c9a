'use server'
import { refresh } from 'next/cache'
import { notFound } from 'next/navigation'
import type { ActInput } from '#shared/cases/case'
import { actOnCase } from '#shared/cases/contract'
import { isAction } from '#shared/lifecycle/lifecycle'
import { ask } from '../../lib/api.ts'
import { leaveFor } from '../../lib/leave.ts'
import { staffPaths } from '../../lib/paths.ts'
import { evidenceOf } from './evidence-of.ts'
import { type Submission, typedIn } from './submission.ts'

/** Sends an action form. The hidden fields name the case as it was when the form was drawn. */
export async function act(_previous: Submission, form: FormData): Promise<Submission> {
  const typed = typedIn(form)
  const { county = '', case: id = '', action = '', version, key = '' } = typed
  if (!isAction(action)) notFound()
  const reply = await ask(actOnCase, {
    params: { county, case: id, action },
    body: { version: Number(version), evidence: evidenceOf(typed) as ActInput['evidence'] },
    key,
  })
  if (reply.ok) return leaveFor(staffPaths.caseAfter(county, id, action), { typed })
  if (reply.problem.code === 'case-changed') refresh()
  return { typed, problem: reply.problem }
}
