import { unitId } from '../kernel/ids.ts'
import { areaName } from './areas.ts'
import { type Contact, contact, phone } from './people.ts'
import type { RowProblem } from './row-problems.ts'
import { type NewUnit, type UnitKind, unitKinds } from './units.ts'

/** A row of a sheet of handling units. */
export interface UnitRow {
  readonly row: number
  readonly id: string
  readonly name: string
  readonly kind: string
  readonly area?: string
  /** Codes of classes, as people part them: `101、103`. */
  readonly classes?: string
  readonly contactName?: string
  readonly contactPhone?: string
  readonly actedFor?: boolean
}

/** Who is on duty in a unit, no sheet says: those who are stay. */
type UnitOfRow = Omit<NewUnit, 'duty'> & { readonly contact?: Contact }

/** The units of a sheet, and what is wrong with each row that gives none. `areas`: codes the county has. */
export function checkUnits(
  rows: readonly UnitRow[],
  { areas }: { areas: ReadonlySet<string> },
): { units: UnitOfRow[]; problems: RowProblem[] } {
  const units: UnitOfRow[] = []
  const problems: RowProblem[] = []
  const firstRow = new Map<string, number>()
  for (const one of rows) {
    const found = problemOfUnit(one, areas, firstRow)
    if (!firstRow.has(one.id)) firstRow.set(one.id, one.row)
    if (found) problems.push(found)
    else units.push(unitOfRow(one))
  }
  return { units, problems }
}

const classesOf = (text = '') => [...new Set(text.split(/[、，,;；\s]+/).filter(Boolean))]

/** A unit with a contact, or a company, does not sign in unless the sheet says so. */
const unitOfRow = (one: UnitRow): UnitOfRow => ({
  id: one.id,
  name: one.name.trim(),
  kind: one.kind as UnitKind,
  ...(one.area && { area: one.area }),
  classes: classesOf(one.classes),
  actedFor: one.actedFor ?? (one.kind === 'company' || one.contactPhone !== undefined),
  retired: false,
  ...(one.contactName &&
    one.contactPhone && { contact: { name: one.contactName.trim(), phone: one.contactPhone } }),
})

function problemOfUnit(
  one: UnitRow,
  areas: ReadonlySet<string>,
  firstRow: ReadonlyMap<string, number>,
): RowProblem | undefined {
  const problem = (field: string, code: RowProblem['code'], values?: RowProblem['values']): RowProblem => ({
    row: one.row,
    field,
    code,
    ...(values && { values }),
  })
  if (!unitId.safeParse(one.id).success) return problem('id', 'bad-unit-id', { value: one.id })
  const first = firstRow.get(one.id)
  if (first !== undefined) return problem('id', 'repeated', { value: one.id, row: first })
  if (!areaName.safeParse(one.name).success) return problem('name', 'bad-name')
  if (!(unitKinds as readonly string[]).includes(one.kind))
    return problem('kind', 'not-offered', { value: one.kind })
  if (one.area && !areas.has(one.area)) return problem('area', 'unknown-area', { value: one.area })
  const wrongClass = classesOf(one.classes).find((code) => !/^[12]\d{2}$/.test(code))
  if (wrongClass) return problem('classes', 'not-offered', { value: wrongClass })
  return problemOfContact(one, problem)
}

/** Name and number go together: a number without a name is nobody's, and a name alone cannot be called. */
function problemOfContact(
  { contactName: name = '', contactPhone: number = '' }: UnitRow,
  problem: (field: string, code: RowProblem['code']) => RowProblem,
): RowProblem | undefined {
  if (!name.trim() && !number) return undefined
  if (!phone.safeParse(number).success) return problem('contactPhone', 'bad-phone')
  return contact.shape.name.safeParse(name).success ? undefined : problem('contactName', 'bad-name')
}
