import * as z from 'zod'
import type { CellProblem } from '#shared/imports/problems'
import { cellProblem } from '#shared/imports/read-fields'
import { canonical } from '#shared/kernel/canonical'
import { type Contact, contact } from '#shared/organisation/people'
import { type NewUnit, unit } from '#shared/organisation/units'
import type { Destination, OrganisationBook, ReadRow } from '../ports.ts'
import { cellProblemOf } from './whole-sheet.ts'

const newUnit = z.strictObject({ ...unit.omit({ version: true }).shape, contact: contact.exactOptional() })
type UnitOfSheet = NewUnit & { readonly contact?: Contact }

const BATCH = 500

/** What a sheet does not say of a unit that is there, its people above all, stays as it is. */
export const unitRows = (book: OrganisationBook): Destination => ({
  batch: BATCH,
  async *judge(rows) {
    const [units, contacts, areas] = await Promise.all([book.units(), book.unitContacts(), book.areas()])
    const known = new Map(
      units.map(({ version: _, ...one }) => [one.id, withContact(one, contacts.get(one.id))]),
    )
    const codes = new Set(areas.map(({ code }) => code))
    const firstRow = new Map<string, number>()
    for await (const one of rows) {
      const { id = '' } = one.fields
      const problems = problemsOf(one, codes, firstRow.get(id))
      if (!firstRow.has(id)) firstRow.set(id, one.row)
      const there = known.get(id)
      const wanted = unitOf(one, there)
      const same = there && canonical(there) === canonical(wanted)
      if (problems.length > 0) yield { row: one.row, problems }
      else yield { row: one.row, outcome: there ? (same ? 'same' : 'changed') : 'added', item: wanted }
    }
  },
  apply: (items, by) =>
    book.putUnits(
      items.map((item) => newUnit.parse(item)),
      by,
    ),
})

const withContact = (one: NewUnit, known: Contact | undefined): UnitOfSheet =>
  known ? { ...one, contact: known } : one

function problemsOf(one: ReadRow, areas: ReadonlySet<string>, first: number | undefined): CellProblem[] {
  const { row, fields } = one
  const at = (field: string) => ({ row, column: one.headingOf(field), value: fields[field] ?? '' })
  const { area, contactName, contactPhone } = fields
  return [
    ...(first === undefined ? [] : [cellProblem(at('id'), 'repeated', { row: first })]),
    ...(area && !areas.has(area)
      ? [cellProblemOf(one, { row, field: 'area', code: 'unknown-area', values: { value: area } })]
      : []),
    ...(contactName && !contactPhone ? [cellProblem(at('contactPhone'), 'missing')] : []),
    ...(contactPhone && !contactName ? [cellProblem(at('contactName'), 'missing')] : []),
  ]
}

function unitOf({ fields }: ReadRow, there: UnitOfSheet | undefined): UnitOfSheet {
  const { id = '', name = '', kind, area, classes, contactName, contactPhone, actedFor } = fields
  return {
    ...(there ?? { classes: [], duty: [], actedFor: false }),
    id,
    name,
    kind: kind as NewUnit['kind'],
    retired: false,
    ...(area && { area }),
    ...(classes && { classes: classes.split(/[、,，;； ]+/) }),
    ...(actedFor && { actedFor: actedFor === 'yes' }),
    ...(contactName && contactPhone && { contact: { name: contactName, phone: contactPhone } }),
  } as UnitOfSheet
}
