import type { Limit } from '../../kernel/limit.ts'
import type { KindStatus } from '../catalogue.ts'
import type { ConditionRule, KindRule } from '../rules.ts'
import { kindLimits } from './limits.ts'
import { rowsOf } from './rows.ts'

const units = { uh: 'urgent_hour', ud: 'urgent_day', wh: 'work_hour', wd: 'work_day' } as const

const rows = rowsOf(kindLimits, ' ')

/** What cases ask of the base catalogue, without its names and sentences. */
export const baseKindRules: readonly KindRule[] = rows.map(([code = '', status]) => ({
  code,
  status: status as KindStatus,
}))

export const baseConditionRules: readonly ConditionRule[] = rows.flatMap(([kind = '', , ...limits]) =>
  limits.map((text, index) => {
    const limit = limitOf(text)
    return {
      kind,
      no: index + 1,
      // in the tables the figures come from, urgent grade and urgent units always go together
      grade: limit.unit.startsWith('urgent') ? ('urgent' as const) : ('ordinary' as const),
      limit,
      confirmed: !text.endsWith('?'),
    }
  }),
)

/** `2uh`, `1wd?` */
function limitOf(text: string): Limit {
  const [, amount = '', unit = ''] = /^(\d+)(\w+)\??$/.exec(text) ?? []
  return { amount: Number(amount), unit: units[unit as keyof typeof units] }
}
