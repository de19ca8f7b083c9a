import { type LimitUnit, limitUnits } from '../kernel/limit.ts'
import { type Catalogue, type Grade, grades, type KindStatus, kindStatuses } from './catalogue.ts'
import type { ConditionRule, KindRule } from './rules.ts'

/** What cases ask of a catalogue, without its names and sentences. */
export interface CatalogueRules {
  readonly version: string
  readonly kinds: readonly KindRule[]
  readonly conditions: readonly ConditionRule[]
}

const units = Object.keys(limitUnits) as LimitUnit[]

/**
 * The rules of a catalogue as text, a line per kind: code, status, and of each condition its number, grade, limit and,
 * where it awaits confirmation, a question mark. `10101 0 1:0:2:4 2:1:4:1?`; grades, units and statuses by their place in
 * their lists, which therefore only grow at the end.
 */
export function packRules({ kinds, conditions }: Pick<Catalogue, 'kinds' | 'conditions'>): string {
  const packed = Map.groupBy(conditions, ({ kind }) => kind)
  return kinds
    .map(({ code, status }) =>
      [code, kindStatuses.indexOf(status), ...(packed.get(code) ?? []).map(packCondition)].join(' '),
    )
    .join('\n')
}

const packCondition = ({ no, grade, limit, confirmed }: ConditionRule) =>
  [no, grades.indexOf(grade), limit.amount, units.indexOf(limit.unit)].join(':') + (confirmed ? '' : '?')

export function unpackRules(version: string, text: string): CatalogueRules {
  const lines = text.split('\n').map((line) => line.split(' '))
  return {
    version,
    kinds: lines.map(([code = '', status]) => ({ code, status: kindStatuses[Number(status)] as KindStatus })),
    conditions: lines.flatMap(([kind = '', , ...conditions]) =>
      conditions.map((condition) => unpackCondition(kind, condition)),
    ),
  }
}

function unpackCondition(kind: string, text: string): ConditionRule {
  const confirmed = !text.endsWith('?')
  const [no, grade, amount, unit] = text.replace('?', '').split(':').map(Number)
  return {
    kind,
    no: no ?? 0,
    grade: grades[grade ?? 0] as Grade,
    limit: { amount: amount ?? 0, unit: units[unit ?? 0] as LimitUnit },
    confirmed,
  }
}
