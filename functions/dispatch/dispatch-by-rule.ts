import { type Advance, actOn } from '#shared/cases/act'
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

/** The act that rulings and rules are certain of, not committed; undefined where the case is the dispatcher's. */
export type Propose = (record: CaseRecord) => Promise<Advance | undefined>

interface Needs {
  readonly store: Undispatched
  readonly propose: Propose
}

/**
 * Dispatches a case that waits for it, where rulings and rules are certain, under the same conditions as a person's act;
 * otherwise it writes nothing, and the dispatcher is shown what was found when they open the case.
 */
export const dispatchByRule =
  ({ store, propose }: Needs) =>
  async (waiting: CaseRecord): Promise<'sent' | 'left'> => {
    let record: CaseRecord | undefined = waiting
    // Twice at most: a timer that marks the stage meanwhile leaves the case where it is, a person's act takes it away.
    for (let look = 0; look < 2; look++) {
      const advance: Advance | undefined = record && (await propose(record))
      if (!advance) return 'left'
      if ((await store.advance(advance)) === 'advanced') return 'sent'
      record = await store.read(waiting.id)
    }
    return 'left'
  }

/** The same of a case that was read before its run waits for it: how to dispatch that very version. */
export const dispatchAhead =
  ({ store, propose }: Needs) =>
  async (record: CaseRecord): Promise<(() => Promise<boolean>) | undefined> => {
    const advance = await propose(record)
    return advance && (async () => (await store.advance(advance)) === 'advanced')
  }

interface Proposing {
  readonly choose: ReturnType<typeof choose>
  readonly clock: Clock
  readonly termsOf: () => Promise<Terms>
}

/** Asks rulings and rules about a case, once for each version of it. */
export function proposeByRule(proposing: Proposing): Propose {
  const proposed = new Map<string, Promise<Advance | undefined>>()
  return (record) => {
    const version = `${record.id} ${record.version}`
    const known = proposed.get(version)
    if (known) return known
    const proposal = propose(proposing, record)
    proposed.set(version, proposal)
    return proposal
  }
}

async function propose(
  { choose, clock, termsOf }: Proposing,
  record: CaseRecord,
): Promise<Advance | undefined> {
  if (!isUndispatched(record)) return undefined
  const terms = await termsOf()
  const nowMs = clock.now()
  const { lead, assisting, ground, doubt } = await choose(record, nowMs, terms.duty ?? terms.calendar)
  if (doubt || lead === undefined || !ground) return undefined
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
  return isRefusal(advance) ? undefined : advance
}

/** Waits to be dispatched for the first time, and nobody has asked for anything else. */
const isUndispatched = ({ stage, returns, request }: CaseRecord) =>
  ruleOf(stage, 'dispatch') !== undefined && !returns && !request
