import * as z from 'zod'
import { plainText } from '../kernel/fields.ts'

/** What an action may ask for, and the form each takes. */
export const evidenceFields = ['reason', 'filingCondition'] as const
export type Evidence = (typeof evidenceFields)[number]

export const evidenceSchema: Readonly<Record<Evidence, z.ZodType<string>>> = {
  reason: plainText(2, 500),
  filingCondition: plainText(1, 200),
}

/** Evidence as it is sent and kept: field → text. */
export type EvidenceGiven = Readonly<Partial<Record<Evidence, string>>>

/** The evidence of any action: each field optional; which are needed is the lifecycle's to say. */
export const evidenceInput = z.strictObject({
  reason: evidenceSchema.reason.exactOptional(),
  filingCondition: evidenceSchema.filingCondition.exactOptional(),
})
