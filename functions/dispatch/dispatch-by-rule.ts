import { actOn } from '#shared/cases/act'
import type { CaseRecord } from '#shared/cases/record'
import type { Terms } from '#shared/cases/terms'
import { reasonOf } from '#shared/dispatch/suggestion'
import { instantOf } from '#shared/kernel/instant'
import { isRefusal } from '#shared/kernel/result'
import { ruleOf } from '#shared/lifecycle/lifecycle'
import type { Clock } from '../kernel/clock.ts'
import { sha256 } from '../kernel/digest.ts'
import type { choose } from './choose.ts'
import type { Undispatched } from './ports.ts'

interface Needs {
  readonly store: Undispatched
  readonly choose: ReturnType<typeof choose>
  readonly clock: Clock
  readonly terms: Terms
}

/**
 * Dispatches a case that waits for it, where rulings and rules are certain, under the same conditions as a person's act;
 * otherwise it writes nothing, and the dispatcher is shown what was found when they open the case.
 */
export const dispatchByRule =
  ({ store, choose, clock, terms }: Needs) =>
  async (waiting: CaseRecord): Promise<'sent' | 'left'> => {
    let record: CaseRecord | undefined = waiting
    // Twice at most: a timer that marks the stage meanwhile leaves the case where it is, a person's act takes it away.
    for (let look = 0; look < 2; look++) {
      if (!record || !isUndispatched(record)) return 'left'
      const nowMs = clock.now()
      const { lead, assisting, ground, doubt } = await choose(record, nowMs, terms.duty ?? terms.calendar)
      if (doubt || lead === undefined || !ground) return 'left'
      const key = `dispatch-${record.version}`
      const advance = actOn(
        record,
        {
          action: 'dispatch',
          actor: { kind: 'system' },
          evidence: {
            unit: lead,
            ...(assisting.length > 0 && { assisting: [...assisting] }),
            reason: reasonOf(ground),
          },
          at: instantOf(nowMs),
          key,
          bodyHash: key,
          digest: sha256,
        },
        terms,
      )
      if (isRefusal(advance)) return 'left'
      if ((await store.advance(advance)) === 'advanced') return 'sent'
      record = await store.read(record.id)
    }
    return 'left'
  }

/** Waits to be dispatched for the first time, and nobody has asked for anything else. */
const isUndispatched = ({ stage, returns, request }: CaseRecord) =>
  ruleOf(stage, 'dispatch') !== undefined && !returns && !request
