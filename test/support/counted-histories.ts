import fc from 'fast-check'
import type { CountedRow } from '../../shared/evaluation/count.ts'
import { firstStage, rulesOf, type Stage, targetsOf } from '../../shared/lifecycle/lifecycle.ts'

/** Two weeks from a Monday. */
const START_MS = Date.parse('2026-11-16T00:00:00Z')
const SPAN_SECONDS = 12 * 86_400

interface Choice {
  readonly pick: number
  readonly seconds: number
  readonly kind: string
  readonly unit: string
  readonly late: boolean
}

const choice: fc.Arbitrary<Choice> = fc.record({
  pick: fc.nat(1_000),
  seconds: fc.nat(2 * 86_400),
  kind: fc.constantFrom('10101', '20601', '20503'),
  unit: fc.constantFrom('yy-cg', 'yy-hw'),
  late: fc.boolean(),
})

/** Histories of cases as the lifecycle's table allows them: every row leads where its rule leads. */
export const aHistory: fc.Arbitrary<CountedRow[]> = fc
  .record({
    at: fc.nat(SPAN_SECONDS),
    channel: fc.constantFrom('collector', 'hotline', 'citizen', 'exchange'),
    area: fc.constantFrom('500235001001001', '500235002', '500235', undefined),
    choices: fc.array(choice, { maxLength: 12 }),
  })
  .map(({ at, channel, area, choices }) => {
    const of = { channel, ...(area && { area }) }
    const instant = (seconds: number) => `${new Date(START_MS + seconds * 1000).toISOString().slice(0, 19)}Z`
    const rows: CountedRow[] = [
      { version: 1, action: 'report', post: 'acceptor', at: instant(at), to: firstStage, of },
    ]
    let seconds = at
    let stage: Stage = firstStage
    for (const { pick, kind, unit, late, seconds: later } of choices) {
      const rules: ReturnType<typeof rulesOf> = rulesOf(stage)
      const [action, rule] = rules[pick % Math.max(1, rules.length)] ?? []
      if (!action || !rule) break
      const to: Stage = targetsOf(stage, rule)[0] ?? stage
      seconds += later
      rows.push({
        version: rows.length + 1,
        action,
        post: pick % 2 ? 'dispatcher' : 'shift-leader',
        at: instant(seconds),
        from: stage,
        to,
        of: { ...of, kind, unit },
        ...(to !== stage && { clock: { overdue: late } }),
        ...(to === stage && (late || action === 'mark-overdue') && { overdue: true as const }),
      })
      stage = to
    }
    return rows
  })
