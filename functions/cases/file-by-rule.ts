import { type Advance, actOn } from '#shared/cases/act'
import { conditionByRule } from '#shared/cases/filing-rule'
import type { CaseRecord, HistoryRow } from '#shared/cases/record'
import type { NewCase } from '#shared/cases/report'
import type { Terms } from '#shared/cases/terms'
import type { ConditionRule } from '#shared/catalogue/rules'
import { isRefusal } from '#shared/kernel/result'
import { sha256 } from '../kernel/digest.ts'
import type { References } from './ports.ts'

/** A condition with its code, as a history names it. */
interface Filing {
  readonly code: string
  readonly condition: ConditionRule
}

/** Under what the county has a report filed at once; undefined where people accept and file it. */
export async function filingOf(
  references: Pick<References, 'condition'>,
  reported: Pick<CaseRecord, 'kind' | 'channel'>,
  { filedByRule = [], catalogue }: Terms,
): Promise<Filing | undefined> {
  const code = conditionByRule(filedByRule, reported)
  const condition = code && catalogue && (await references.condition(catalogue, code))
  return condition ? { code, condition } : undefined
}

/** The report with its acceptance and filing: committed as one, told as three. */
const SERIES = 3
export const firstOfSeries = { of: SERIES, at: 1 } as const satisfies HistoryRow['series']

/** Accepted and filed by the system at the moment of the report. */
export function fileByRule({ record, history }: NewCase, { code, condition }: Filing, terms: Terms): Advance {
  const accepted = systemAct(record, { action: 'accept', evidence: {}, at: 2 }, history.at, terms)
  const filed = systemAct(
    accepted.after,
    { action: 'file', evidence: { filingCondition: code }, condition, at: 3 },
    history.at,
    terms,
  )
  return { before: record, after: filed.after, history: [...accepted.history, ...filed.history] }
}

type Given = Pick<Parameters<typeof actOn>[1], 'action' | 'evidence' | 'condition'> & { readonly at: number }

function systemAct(record: CaseRecord, { at: place, ...given }: Given, at: string, terms: Terms): Advance {
  const key = `${given.action}-${record.version}`
  const series = { of: SERIES, at: place }
  const act = { ...given, actor: { kind: 'system' }, at, key, bodyHash: key, digest: sha256, series } as const
  const advance = actOn(record, act, terms)
  if (isRefusal(advance)) throw new Error(`The system may not ${given.action}: ${advance.refused}.`)
  return advance
}
