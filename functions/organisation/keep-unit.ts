import { type Refusal, refuse } from '#shared/kernel/result'
import { peopleOfUnit, type Unit, type UnitInput } from '#shared/organisation/units'
import type { Clock } from '../kernel/clock.ts'
import { type Asking, asSeen, keepOnce } from './keep.ts'
import type { StaffStore, UnitBook } from './ports.ts'

interface Needs {
  readonly store: UnitBook
  readonly staff: StaffStore
  readonly clock: Clock
}

export interface UnitChange {
  readonly id: string
  readonly version: number
  readonly unit: UnitInput
}

/** A new handling unit, or a change of one: its area and its people must be there. */
export const keepUnit =
  ({ store, staff, clock }: Needs) =>
  (asking: Asking, { id, version, unit }: UnitChange): Promise<Unit | Refusal> => {
    const { contact, ...fields } = unit
    return keepOnce<Unit>({ store, clock }, asking, {
      act: 'unit-kept',
      subject: id,
      details: {
        kind: unit.kind,
        actedFor: unit.actedFor,
        retired: unit.retired,
        contact: contact !== undefined,
      },
      body: { version, unit },
      next: async () => {
        if (fields.area && !(await store.area(fields.area))) return wrongId('area')
        const people = peopleOfUnit(fields)
        const records = await Promise.all(people.map((person) => staff.person(person)))
        const missing = people.find((_person, at) => !records[at] || records[at].state === 'left')
        if (missing !== undefined) return wrongId(missing === fields.lead ? 'lead' : 'duty')
        return asSeen(await store.unit(id), version) ?? { id, ...fields, version: version + 1 }
      },
      keep: (command, next) => store.keepUnit(command, next, contact),
    })
  }

const wrongId = (field: string) =>
  refuse('invalid-input', { fields: [{ field: `unit.${field}`, code: 'unknown-id' }] })
