import * as z from 'zod'
import { contract } from '../kernel/contract.ts'
import { plainText } from '../kernel/fields.ts'
import { caseId, caseNumber, kindCode, tenantCode } from '../kernel/ids.ts'
import { publicStatuses } from '../lifecycle/lifecycle.ts'
import { call, callKinds, urgencies } from './call.ts'

const ofCounty = z.strictObject({ county: tenantCode })
/** Who answers 12319. */
const seats = ['acceptor', 'shift-leader'] as const
const phone = z.string().regex(/^\+?[0-9]{5,15}$/)
const instant = z.iso.datetime()

const callView = call.omit({ phone: true, name: true })
export type CallView = z.output<typeof callView>

const callerCase = z.object({
  id: caseId,
  number: caseNumber,
  status: z.enum(publicStatuses),
  /** The status in words, as the caller is told it. */
  name: z.string(),
  kind: kindCode.optional(),
  place: z.string(),
  reportedAt: instant,
})

const callerView = z.object({
  /** What was reported from this number before, the newest first. */
  cases: z.array(callerCase),
  /** Earlier calls from it, the newest first. */
  calls: z.array(callView),
})
export type CallerView = z.output<typeof callerView>

/** A number is asked for in the body: it is to stand in no address and in no log. */
export const lookUpCaller = contract({
  name: 'look-up-caller',
  summary: { zh: '来电历史（留痕）', en: "Look up a caller's earlier cases and calls, on record" },
  method: 'POST',
  path: '/api/t/{county}/hotline/lookups',
  audience: 'hotline',
  access: 'county',
  posts: seats,
  params: ofCounty,
  input: z.strictObject({ phone }),
  output: callerView,
  status: 200,
  refusals: [],
})

export const recordCall = contract({
  name: 'record-call',
  summary: { zh: '登记来电（可当场答复）', en: 'Record a call, answered on the spot or about a case' },
  method: 'POST',
  path: '/api/t/{county}/hotline/calls',
  audience: 'hotline',
  access: 'county',
  posts: seats,
  params: ofCounty,
  input: z.strictObject({
    phone,
    name: plainText(1, 40).exactOptional(),
    kind: z.enum(callKinds),
    urgency: z.enum(urgencies).default('ordinary'),
    words: plainText(2, 1000),
    /** What the caller was told at once; without it the call is about a case. */
    answer: plainText(2, 1000).exactOptional(),
    /** The case that was made of it, or that it is about. */
    caseId: caseId.exactOptional(),
  }),
  output: callView,
  status: 201,
  refusals: ['unknown-case'],
})

const listedCall = callView.extend({
  /** The middle hidden. */
  phone: z.string(),
})

export const listCalls = contract({
  name: 'list-calls',
  summary: { zh: '热线日志', en: 'The log of a day of the hotline' },
  method: 'GET',
  path: '/api/t/{county}/hotline/calls',
  audience: 'hotline',
  access: 'county',
  posts: [...seats, 'leader', 'evaluator'],
  params: ofCounty,
  query: z.strictObject({ date: z.iso.date() }),
  output: z.object({
    calls: z.array(listedCall),
    counts: z.object({
      calls: z.int(),
      /** Answered on the spot, without a case. */
      answered: z.int(),
      /** About a case. */
      cases: z.int(),
      urgent: z.int(),
      kinds: z.record(z.enum(callKinds), z.int()),
    }),
  }),
  status: 200,
  refusals: [],
})

export const hotlineContracts = [lookUpCaller, recordCall, listCalls] as const
