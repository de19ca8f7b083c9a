import * as z from 'zod'
import { conditionCode } from '../lifecycle/evidence.ts'
import { channels } from './channels.ts'
import type { CaseRecord } from './record.ts'

/**
 * 自动受理立案: what comes in by these channels and is of the condition's kind is accepted and filed under it by the
 * machine, visible in the history. Who then handles it is for the dispatch rules.
 */
export const filingRule = z.strictObject({
  condition: conditionCode,
  channels: z
    .array(z.enum(channels))
    .min(1)
    .refine((list) => new Set(list).size === list.length, 'repeated'),
})
export type FilingRule = Readonly<z.output<typeof filingRule>>

const MOST_RULES = 300
const kindOf = (condition: string) => condition.slice(0, 5)

/** For each kind and channel one condition at most. */
export const filingRules = z
  .array(filingRule)
  .max(MOST_RULES)
  .refine((rules) => {
    const pairs = rules.flatMap(({ condition, channels: by }) =>
      by.map((one) => `${kindOf(condition)} ${one}`),
    )
    return new Set(pairs).size === pairs.length
  }, 'repeated')

/** The condition that a report is filed under by rule; undefined where people accept and file it. */
export const conditionByRule = (
  rules: readonly FilingRule[],
  { kind, channel }: Pick<CaseRecord, 'kind' | 'channel'>,
): string | undefined =>
  rules.find(({ condition, channels: by }) => kindOf(condition) === kind && by.includes(channel))?.condition
