'use server'
import { changeShift } from '#shared/intake/field-contract'
import { ask } from '../../lib/api.ts'
import { leaveFor } from '../../lib/leave.ts'
import { type Submission, typedIn } from '../cases/submission.ts'
import { positionIn } from '../citizen/told.ts'
import { fieldPaths } from './paths.ts'

/** Begins or ends a shift. */
export async function sendShift(_previous: Submission, form: FormData): Promise<Submission> {
  const typed = typedIn(form)
  const { county = '', key = '' } = typed
  const position = positionIn(typed)
  const reply = await ask(changeShift, {
    params: { county },
    body: { onDuty: typed.onDuty === 'yes', ...(position && { position }) },
    key,
  })
  return reply.ok ? leaveFor(fieldPaths.me(county), { typed }) : { typed, problem: reply.problem }
}
