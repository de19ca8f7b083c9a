import * as z from 'zod'
import { plainText } from '../kernel/fields.ts'
import { dispatchRule } from './dispatch-rule.ts'

/** More than a county's responsibility lists have clauses: a rule takes whole classes and lists of places. */
const MOST_RULES = 500

export const draftRules = z.array(dispatchRule).max(MOST_RULES)
/** Why the book is replaced, for whoever asks later who changed whose work. */
export const bookReason = plainText(2, 200)

/** 派遣规则版本: one frozen version of a county's rule book. The newest is in force. */
export const bookRow = z.object({
  version: z.int().min(1),
  at: z.iso.datetime(),
  person: z.string(),
  reason: z.string(),
  /** How many rules it has. */
  count: z.int(),
})
export type BookRow = Readonly<z.output<typeof bookRow>>

/** With its rules, as they were sent. */
export const ruleBook = z.object({ ...bookRow.shape, rules: draftRules })
export type RuleBook = Readonly<z.output<typeof ruleBook>>
