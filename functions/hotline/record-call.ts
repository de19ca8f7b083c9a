import type { Call } from '#shared/hotline/call'
import type { CallView } from '#shared/hotline/contract'
import { instantOf } from '#shared/kernel/instant'
import { isRefusal, type Refusal, refuse } from '#shared/kernel/result'
import { bodyHashOf, oneEffect } from '../kernel/command.ts'
import { timedId } from '../kernel/timed-id.ts'
import type { HotlineNeeds, Seat } from './look-up-caller.ts'

type Told = Omit<Call, 'id' | 'at' | 'person'>

/** Notes a call down: one that was answered at once ends here, any other is about a case. */
export const recordCall =
  ({ tenant, book, cases, clock }: HotlineNeeds & { readonly tenant: string }) =>
  async ({ person, post, key }: Seat, told: Told): Promise<CallView | Refusal> => {
    if (told.answer === undefined && told.caseId === undefined)
      return refuse('invalid-input', { fields: [{ field: 'answer', code: 'missing' }] })
    const submission = { key, bodyHash: bodyHashOf({ act: 'record-call', person, told }) }
    const noted = await oneEffect<Pick<Call, 'id' | 'at'>>(book, submission, async () => {
      if (told.caseId !== undefined && !(await cases.read(told.caseId))) return refuse('unknown-case')
      const now = clock.now()
      const at = instantOf(now)
      const call: Call = { id: timedId(now, `call ${tenant} ${key}`), at, person, ...told }
      const { id, kind, urgency, caseId } = call
      const details = { kind, urgency, answered: told.answer !== undefined, ...(caseId && { case: caseId }) }
      const act = { act: 'call-recorded', actor: person, post, subject: id, details, at }
      // commands are remembered where no person is named: of this one, that it was carried out and when
      const kept = await book.record({ ...submission, act, answer: { id, at } }, call)
      return kept === 'committed' ? { id, at } : kept
    })
    return isRefusal(noted) ? noted : callViewOf({ ...noted, person, ...told })
  }

/** A call without who called. */
export function callViewOf({ phone: _phone, name: _name, ...view }: Call): CallView {
  return view
}
