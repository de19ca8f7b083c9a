import * as z from 'zod'
import { posts } from '#shared/lifecycle/posts'
import { contact, phoneKey } from '#shared/organisation/people'
import { type CheckedPerson, checkStaff } from '#shared/organisation/staff-rows'
import type { Destination, StaffBook } from '../ports.ts'
import { cellProblemOf, collect } from './whole-sheet.ts'

const newPerson = z.strictObject({
  ...contact.shape,
  posts: z.array(z.enum(posts)),
  unit: z.string().exactOptional(),
})
const BATCH = 200

/** People are known by their numbers. Who is new is added as invited; an administrator invites them then. */
export const staffRows = (book: StaffBook): Destination => ({
  batch: BATCH,
  async *judge(rows) {
    const all = await collect(rows)
    const units = (await book.units()).filter(({ retired }) => !retired)
    const idOf = (given: string) => units.find(({ id, name }) => id === given || name === given)?.id ?? given
    const { people, problems } = checkStaff(
      all.map(({ row, fields: { name = '', phone = '', posts: written = '', unit } }) => ({
        ...{ row, name, phone, posts: written },
        ...(unit && { unit: idOf(unit) }),
      })),
      { units: new Set(units.map(({ id }) => id)) },
    )
    const byRow = new Map(all.map((one) => [one.row, one]))
    for (const problem of problems)
      yield { row: problem.row, problems: [cellProblemOf(byRow.get(problem.row)!, problem)] }
    const outcomeOf = await outcomes(book)
    for (const { row, ...item } of people) yield { row, outcome: outcomeOf(item), item }
  },
  apply: (items, by) =>
    book.putStaff(
      items.map((item) => newPerson.parse(item)),
      by,
    ),
})

async function outcomes(book: StaffBook) {
  const [staff, contacts] = await Promise.all([book.staff(), book.contacts()])
  const known = new Map(
    staff.flatMap((record) => {
      const of = contacts.get(record.person)
      return of && record.state !== 'left' ? [[phoneKey(of.phone), { record, name: of.name }] as const] : []
    }),
  )
  return ({ name, phone, posts: wanted, unit }: Omit<CheckedPerson, 'row'>) => {
    const there = known.get(phoneKey(phone))
    if (!there) return 'added'
    const { record } = there
    const samePosts = [...record.posts].toSorted().join() === [...wanted].toSorted().join()
    return samePosts && there.name === name && (unit === undefined || unit === record.unit)
      ? 'same'
      : 'changed'
  }
}
