import type { Limit } from '../kernel/limit.ts'
import type { Action } from './vocabulary.ts'

/**
 * 催办 → 督办 → 领导督办 → 通报候选: what the system does one after the other about a stage that stays overdue, and how
 * long after the step before. The last only for what is grave (危害公共安全 or 影响较大).
 */
export const ladder = [
  { action: 'remind', after: { amount: 30, unit: 'work_minute' } },
  { action: 'supervise', after: { amount: 4, unit: 'work_hour' } },
  { action: 'supervise-by-leader', after: { amount: 1, unit: 'work_day' } },
  { action: 'propose-notice', after: { amount: 1, unit: 'work_day' }, graveOnly: true },
] as const satisfies readonly { action: Action; after: Limit; graveOnly?: true }[]

export type LadderAction = (typeof ladder)[number]['action']
export const ladderActions = ladder.map(({ action }) => action)

/** A county's own distances, where they differ from the ladder's. */
export type Distances = Readonly<Partial<Record<LadderAction, Limit>>>

/** The step from here, counted from 0; undefined once there is none. */
export function ladderStep(step: number, grave: boolean): (typeof ladder)[number] | undefined {
  const found = ladder[step]
  return found && (!('graveOnly' in found) || grave) ? found : undefined
}
