import { refresh } from 'next/cache'
import type { Contract } from '#shared/kernel/contract'
import { ask, type Call } from '../../lib/api.ts'
import { leaveFor } from '../../lib/leave.ts'
import { type Submission, typedIn } from '../cases/submission.ts'

export type Typed = Readonly<Record<string, string>>

interface Command<C extends Contract> {
  params: Call<C>['params']
  body: Call<C>['body']
  /** Where the reader goes once it is done. */
  to: string
}

/** What another changed first is shown as it is now, beside what was typed. */
const CHANGED = ['record-changed', 'tenant-changed'] as const

/** Sends a form that is no act on a case: what its contract takes, made of what was typed, under the form's own key. */
export async function carryOut<const C extends Contract>(
  contract: C,
  form: FormData,
  make: (typed: Typed) => Command<C>,
): Promise<Submission> {
  const typed = typedIn(form)
  const { params, body, to } = make(typed)
  const reply = await ask(contract, { params, ...(body && { body }), ...(typed.key && { key: typed.key }) })
  if (reply.ok) return leaveFor(to, { typed })
  if (CHANGED.some((code) => code === reply.problem.code)) refresh()
  return { typed, problem: reply.problem }
}

/** Of boxes that are ticked apart, `posts.collector` and `posts.acceptor`: their names behind the point. */
export const ticked = (typed: Typed, name: string): string[] =>
  Object.keys(typed).flatMap((field) => (field.startsWith(`${name}.`) ? [field.slice(name.length + 1)] : []))

/** A path that says what was done there. */
export const afterDone = (path: string, done: string): string =>
  `${path}${path.includes('?') ? '&' : '?'}done=${done}`
