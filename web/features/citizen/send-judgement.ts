'use server'
import { objectPublicly, ratePublicly, ratings } from '#shared/intake/citizen-contract'
import { ask } from '../../lib/api.ts'
import { leaveFor } from '../../lib/leave.ts'
import { type Submission, typedIn } from '../cases/submission.ts'
import { citizenPaths } from './paths.ts'

/** Keeps what whoever reported says of the result: a rating by its button, or an objection with its reason. */
export async function judge(_previous: Submission, form: FormData): Promise<Submission> {
  const typed = typedIn(form)
  const { county = '', number = '', code = '', key = '', reason = '' } = typed
  const params = { county, number }
  const rating = ratings.find((known) => known === typed.rating)
  const reply = rating
    ? await ask(ratePublicly, { params, body: { code, rating }, key })
    : await ask(objectPublicly, { params, body: { code, reason }, key })
  if (reply.ok) return leaveFor(citizenPaths.followed(county, number, code), { typed })
  return { typed, problem: reply.problem }
}
