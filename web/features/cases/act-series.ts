'use server'
import { refresh } from 'next/cache'
import type { ActsInput } from '#shared/cases/case'
import { actInSeries } from '#shared/cases/contract'
import { isAction } from '#shared/lifecycle/lifecycle'
import { ask } from '../../lib/api.ts'
import { leaveFor } from '../../lib/leave.ts'
import { staffPaths } from '../../lib/paths.ts'
import { evidenceOf } from './evidence-of.ts'
import { filled, type Submission, typedIn } from './submission.ts'

/** What each act of the series takes of the form. */
const fields = { file: ['filingCondition'], dispatch: ['unit', 'assisting'] } as const

/** Sends several acts in one commit. Without a unit the case is left to the rules, or to the dispatcher, once filed. */
export async function actSeries(_previous: Submission, form: FormData): Promise<Submission> {
  const typed = typedIn(form)
  const { county = '', caseId: id = '', version, key = '', acts = '' } = typed
  const chosen = acts.split(' ').filter(isAction)
  const sent = chosen.filter((action) => action !== 'dispatch' || typed.unit)
  const reply = await ask(actInSeries, {
    params: { county, case: id },
    body: {
      version: Number(version),
      acts: sent.map((action) => ({
        action,
        evidence: evidenceOf(
          action === 'file' || action === 'dispatch' ? (filled(typed, fields[action]) ?? {}) : {},
        ),
      })) as ActsInput['acts'],
    },
    key,
  })
  const last = sent.at(-1)
  if (reply.ok && last) return leaveFor(staffPaths.caseAfter(county, id, last), { typed })
  if (!reply.ok && reply.problem.code === 'case-changed') refresh()
  return reply.ok ? { typed } : { typed, problem: reply.problem }
}
