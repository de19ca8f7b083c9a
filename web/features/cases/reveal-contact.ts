'use server'
import { readContactInClear } from '#shared/cases/contact'
import type { Problem } from '#shared/kernel/problem'
import { ask } from '../../lib/api.ts'
import { typedIn } from './submission.ts'

/** What came of asking: the contact, or why not. It stands in the page alone, in no address. */
export interface Revealed {
  readonly name?: string
  readonly phone?: string
  readonly problem?: Problem
}

export async function revealContact(_before: Revealed, form: FormData): Promise<Revealed> {
  const { county = '', caseId = '', key = '', reason = '' } = typedIn(form)
  const reply = await ask(readContactInClear, {
    params: { county, case: caseId },
    body: { reason: reason as 'call-back' },
    key,
  })
  if (!reply.ok) return { problem: reply.problem }
  const { name, phone } = reply.value
  return { phone, ...(name && { name }) }
}
