import { chinaDate } from '#shared/kernel/instant'
import { type Refusal, refuse } from '#shared/kernel/result'
import { type DutyTable, problemsOfDuty } from '#shared/organisation/duty'
import type { Clock } from '../kernel/clock.ts'
import { type Asking, asSeen, keepOnce } from './keep.ts'
import type { UnitStore } from './ports.ts'

interface Needs {
  readonly store: UnitStore
  readonly clock: Clock
}

/** The duty hours as a whole, in the place of those before. */
export const keepDuty =
  ({ store, clock }: Needs) =>
  (
    asking: Asking,
    { version, table }: { version: number; table: DutyTable },
  ): Promise<{ version: number } | Refusal> =>
    keepOnce({ store, clock }, asking, {
      act: 'duty-kept',
      subject: 'duty',
      details: { rows: table.length },
      body: { version, table },
      next: async () => {
        const before = await store.duty()
        const problems = problemsOfDuty(table, { today: chinaDate(clock.now()), before: before.table })
        if (problems.length > 0)
          return refuse('invalid-input', {
            fields: problems.map(({ row, field, code }) => ({ field: `table.${row}.${field}`, code })),
          })
        return asSeen(before.version > 0 ? before : undefined, version) ?? { version: version + 1 }
      },
      keep: (command, next) => store.keepDuty(command, table, next.version),
    })
