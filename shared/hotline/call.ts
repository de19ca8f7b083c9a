import * as z from 'zod'
import { caseId, personId } from '../kernel/ids.ts'
import type { Wording } from '../kernel/language.ts'

/** What callers want, as 12319 counts calls. */
export const callKinds = ['consultation', 'complaint', 'report', 'help', 'suggestion', 'praise'] as const
export type CallKind = (typeof callKinds)[number]

export const callKindWording: Record<CallKind, Wording> = {
  consultation: { zh: '咨询', en: 'Consultation' },
  complaint: { zh: '投诉', en: 'Complaint' },
  report: { zh: '举报', en: 'Report' },
  help: { zh: '求助', en: 'Call for help' },
  suggestion: { zh: '建议', en: 'Suggestion' },
  praise: { zh: '表扬', en: 'Praise' },
}

/** 一般、紧急、特急. */
export const urgencies = ['ordinary', 'urgent', 'most-urgent'] as const
export type Urgency = (typeof urgencies)[number]

export const urgencyWording: Record<Urgency, Wording> = {
  ordinary: { zh: '一般', en: 'Ordinary' },
  urgent: { zh: '紧急', en: 'Urgent' },
  'most-urgent': { zh: '特急', en: 'Most urgent' },
}

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
