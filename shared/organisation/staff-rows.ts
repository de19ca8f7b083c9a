import { areSeparated } from '../identity/administrators.ts'
import { isPost, type Post, posts, postWording } from '../lifecycle/posts.ts'
import { personName, phone, phoneKey } from './people.ts'
import type { RowProblem } from './row-problems.ts'

/** A row of a sheet of people. `posts` as written: names in either language or codes, parted as people part them. */
export interface StaffRow {
  readonly row: number
  readonly name: string
  readonly phone: string
  readonly posts: string
  readonly unit?: string
}

export interface CheckedPerson {
  readonly row: number
  readonly name: string
  readonly phone: string
  readonly posts: readonly Post[]
  readonly unit?: string
}

/** The people of a sheet, and what is wrong with each row that gives none. `units`: ids the county has. */
export function checkStaff(
  rows: readonly StaffRow[],
  { units }: { units: ReadonlySet<string> },
): { people: CheckedPerson[]; problems: RowProblem[] } {
  const people: CheckedPerson[] = []
  const problems: RowProblem[] = []
  const firstRow = new Map<string, number>()
  for (const one of rows) {
    const found = problemOfPerson(one, units, firstRow)
    if (!firstRow.has(phoneKey(one.phone))) firstRow.set(phoneKey(one.phone), one.row)
    if (found) problems.push(found)
    else
      people.push({
        row: one.row,
        name: one.name.trim(),
        phone: one.phone,
        posts: namesOf(one.posts).map((name) => postNamed(name)!),
        ...(one.unit && { unit: one.unit }),
      })
  }
  return { people, problems }
}

function problemOfPerson(
  one: StaffRow,
  units: ReadonlySet<string>,
  firstRow: ReadonlyMap<string, number>,
): RowProblem | undefined {
  const problem = (field: string, code: RowProblem['code'], values?: RowProblem['values']): RowProblem => ({
    row: one.row,
    field,
    code,
    ...(values && { values }),
  })
  if (!personName.safeParse(one.name).success) return problem('name', 'bad-name')
  if (!phone.safeParse(one.phone).success) return problem('phone', 'bad-phone')
  const first = firstRow.get(phoneKey(one.phone))
  if (first !== undefined) return problem('phone', 'phone-taken', { row: first })
  const names = namesOf(one.posts)
  if (names.length === 0) return problem('posts', 'no-post')
  const unknown = names.find((name) => !postNamed(name))
  if (unknown) return problem('posts', 'not-offered', { value: unknown })
  if (!areSeparated(names.map((name) => postNamed(name)!))) return problem('posts', 'administrators-separate')
  if (one.unit && !units.has(one.unit)) return problem('unit', 'unknown-unit', { value: one.unit })
  return undefined
}

/** English names of posts have spaces: a piece is parted at them only when it is no post as a whole. */
const namesOf = (text: string) => {
  const pieces = text.split(/[、，,;；/\n]+/).map((piece) => piece.trim())
  return [...new Set(pieces.flatMap((piece) => (postNamed(piece) ? [piece] : piece.split(/\s+/))))].filter(
    Boolean,
  )
}

const postNamed = (name: string): Post | undefined =>
  isPost(name)
    ? name
    : posts.find(
        (post) => postWording[post].zh === name || postWording[post].en.toLowerCase() === name.toLowerCase(),
      )
