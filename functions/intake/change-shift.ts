import type { Shift } from '#shared/intake/field-contract'
import { instantOf } from '#shared/kernel/instant'
import { isRefusal, type Refusal, refuse } from '#shared/kernel/result'
import type { Clock } from '../kernel/clock.ts'
import { bodyHashOf, oneEffect } from '../kernel/command.ts'
import { locate } from './locate.ts'
import type { CountyGround, ShiftStore } from './ports.ts'

interface Needs {
  readonly tenant: string
  readonly shifts: ShiftStore
  readonly ground: CountyGround
  readonly clock: Clock
}

interface Asked {
  readonly person: string
  readonly key: string
  readonly onDuty: boolean
  readonly position?: { readonly longitude: number; readonly latitude: number }
}

/** 打卡: begins or ends a shift. Of where somebody stood the grid is kept; outside the county, nothing. */
export const changeShift =
  ({ tenant, shifts, ground, clock }: Needs) =>
  async ({ person, key, onDuty, position }: Asked): Promise<Shift | Refusal> => {
    const submission = { key, bodyHash: bodyHashOf({ act: 'change-shift', person, onDuty, position }) }
    return oneEffect(shifts, submission, async () => {
      const before = await shifts.of(person)
      if ((before?.onDuty ?? false) === onDuty) return refuse('shift-as-asked')
      const found = position && (await locate({ tenant, ground })({ position }))
      const grid = found && !isRefusal(found) ? found.grid?.code : undefined
      const at = instantOf(clock.now())
      const shift: Shift = { onDuty, since: at, ...(grid && { grid }) }
      const act = {
        act: onDuty ? 'shift-begun' : 'shift-ended',
        actor: person,
        ...(grid && { details: { grid } }),
        at,
      }
      const outcome = await shifts.keep({ ...submission, act, answer: shift }, person, shift, before?.version)
      return outcome === 'changed' ? outcome : shift
    })
  }
