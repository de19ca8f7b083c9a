import { type Call, callKinds } from '#shared/hotline/call'
import type { hotlineContracts } from '#shared/hotline/contract'
import { maskNumbers, maskPhone } from '#shared/kernel/mask'
import type { Post } from '#shared/lifecycle/posts'
import type { Routes, SignedIn } from '#shared/routes'
import type { Clock } from '../kernel/clock.ts'
import { lookUpCaller } from './look-up-caller.ts'
import type { CallBook, CalledCases } from './ports.ts'
import { callViewOf, recordCall } from './record-call.ts'

interface Needs {
  bookOf(tenant: string): CallBook
  casesOf(tenant: string): { readonly store: CalledCases }
  readonly clock: Clock
}

/** The posts of the door, in which somebody answers calls. */
const SEATS: readonly Post[] = ['acceptor', 'shift-leader']

export const hotlineRoutes = ({
  bookOf,
  casesOf,
  clock,
}: Needs): Routes<(typeof hotlineContracts)[number]> => {
  const needsOf = (tenant: string) => ({ tenant, book: bookOf(tenant), cases: casesOf(tenant).store, clock })
  const seatOf = ({ person, posts }: SignedIn, key: string) => ({
    person,
    post: posts.find((post) => SEATS.includes(post)) ?? SEATS[0]!,
    key,
  })

  return {
    'look-up-caller': ({ signedIn, key, input, language }) =>
      lookUpCaller(needsOf(signedIn.tenant))(seatOf(signedIn, key), { ...input, language }),
    'record-call': ({ signedIn, key, input }) =>
      recordCall(needsOf(signedIn.tenant))(seatOf(signedIn, key), input),
    'list-calls': async ({ signedIn: { tenant }, query }) => {
      const calls = await bookOf(tenant).ofDay(query.date)
      return { calls: calls.map(listed), counts: countsOf(calls) }
    },
  }
}

/** The log is read by many: what is said in it is shown without the numbers in it. */
const listed = (call: Call) => ({
  ...callViewOf(call),
  phone: maskPhone(call.phone),
  words: maskNumbers(call.words),
  ...(call.answer !== undefined && { answer: maskNumbers(call.answer) }),
})

function countsOf(calls: readonly Call[]) {
  const count = (holds: (call: Call) => boolean) => calls.filter(holds).length
  const kinds = Object.fromEntries(
    callKinds.map((kind) => [kind, count((call) => call.kind === kind)]),
  ) as Record<Call['kind'], number>
  return {
    calls: calls.length,
    answered: count(({ caseId }) => caseId === undefined),
    cases: count(({ caseId }) => caseId !== undefined),
    urgent: count(({ urgency }) => urgency !== 'ordinary'),
    kinds,
  }
}
