import * as z from 'zod'
import { caseId, personId } from '../kernel/ids.ts'

/** What callers want, as 12319 counts calls: 咨询、投诉、举报、求助、建议、表扬. */
export const callKinds = ['consultation', 'complaint', 'report', 'help', 'suggestion', 'praise'] as const

/** 一般、紧急、特急. */
export const urgencies = ['ordinary', 'urgent', 'most-urgent'] as const

/** 26 characters that sort by when the call was recorded. */
export const callId = z.string().regex(/^[0-9A-HJKMNP-TV-Z]{26}$/)

/** A call as it is stored, among what is known of people. */
export const call = z.object({
  id: callId,
  at: z.iso.datetime(),
  /** The seat that took it. */
  person: personId,
  phone: z.string(),
  name: z.string().exactOptional(),
  kind: z.enum(callKinds),
  urgency: z.enum(urgencies),
  words: z.string(),
  /** What the caller was told at once. */
  answer: z.string().exactOptional(),
  /** The case that was made of it, or that it was about. */
  caseId: caseId.exactOptional(),
})
export type Call = Readonly<z.output<typeof call>>
