import type { CallerView } from '#shared/hotline/contract'
import { instantOf } from '#shared/kernel/instant'
import type { Language } from '#shared/kernel/language'
import { isRefusal, type Refusal } from '#shared/kernel/result'
import { lifecycle } from '#shared/lifecycle/lifecycle'
import { publicStatusWording } from '#shared/lifecycle/wording'
import type { Clock } from '../kernel/clock.ts'
import { bodyHashOf, oneEffect } from '../kernel/command.ts'
import type { CallBook, CalledCases } from './ports.ts'
import { callViewOf } from './record-call.ts'

export interface HotlineNeeds {
  readonly book: CallBook
  readonly cases: CalledCases
  readonly clock: Clock
}

export interface Seat {
  readonly person: string
  readonly post: string
  readonly key: string
}

/** What a number reported and asked before, so that its caller need not say it again. Who looks is on record. */
export const lookUpCaller =
  ({ book, cases, clock }: HotlineNeeds) =>
  async (
    { person, post, key }: Seat,
    { phone, language }: { readonly phone: string; readonly language: Language },
  ): Promise<CallerView | Refusal> => {
    const submission = { key, bodyHash: bodyHashOf({ act: 'look-up-caller', person, phone }) }
    // the number is nowhere in it, and what is remembered of it is that it was looked up
    const act = { act: 'caller-looked-up', actor: person, post, at: instantOf(clock.now()) }
    const recorded = await oneEffect(book, submission, () =>
      book.recordLookUp({ ...submission, act, answer: {} }),
    )
    if (isRefusal(recorded)) return recorded
    const known = await book.caller(phone)
    const found = await Promise.all(known.cases.map((id) => cases.read(id)))
    return {
      cases: found
        .filter((one) => one !== undefined)
        .map(({ id, number, stage, kind, place, reportedAt }) => {
          const { publicStatus: status } = lifecycle[stage]
          const name = publicStatusWording[status][language]
          return { id, number, status, name, ...(kind && { kind }), place, reportedAt }
        }),
      calls: known.calls.map(callViewOf),
    }
  }
