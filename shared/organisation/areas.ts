import * as z from 'zod'
import { plainText } from '../kernel/fields.ts'
import type { Wording } from '../kernel/language.ts'
import { areaCode, levelOf, parentOf } from './codes.ts'
import type { RowProblem } from './row-problems.ts'

/** What stands on the ground: 建成区, 乡镇 (the seat of a town), 村. Limits and patrols differ by it. */
export const areaClasses = ['built-up', 'town', 'village'] as const
export type AreaClass = (typeof areaClasses)[number]

export const areaClassWording: Record<AreaClass, Wording> = {
  'built-up': { zh: '建成区', en: 'Built-up area' },
  town: { zh: '集镇', en: 'Town' },
  village: { zh: '村', en: 'Village' },
}

export const areaName = plainText(1, 40)

/** A county, a street or town, a community or village. */
export const area = z.object({
  code: areaCode,
  name: areaName,
  class: z.enum(areaClasses),
  /** No longer an area of the county; what happened there keeps its code. */
  retired: z.boolean(),
  version: z.int().min(1),
})
export type Area = Readonly<z.output<typeof area>>
/** An area as somebody wants it, before it is stored. */
export type NewArea = Omit<Area, 'version'>

/** 街道 are numbered below 100, 镇 below 200; residents' committees (居委会) below 200. */
const FIRST_TOWN = 100
const FIRST_TOWNSHIP = 200
const FIRST_VILLAGE = 200

/** The class that a code tells, after the rules by which the statistics office numbers. */
export function classOfCode(code: string): AreaClass {
  const street = Number(code.slice(6, 9))
  if (levelOf(code) === 'county') return 'town'
  if (levelOf(code) === 'community' && Number(code.slice(9)) >= FIRST_VILLAGE) return 'village'
  if (street < FIRST_TOWN) return 'built-up'
  return street < FIRST_TOWNSHIP || levelOf(code) === 'community' ? 'town' : 'village'
}

/** A row of a sheet of areas. `row` is the number that its author sees. */
export interface AreaRow {
  readonly row: number
  readonly code: string
  readonly name: string
  /** Code of the area above, where the sheet has that column. */
  readonly parent?: string
  readonly class?: string
}

interface Checked {
  readonly areas: readonly NewArea[]
  readonly problems: readonly RowProblem[]
}

/** The areas of a sheet in its order, and what is wrong with each row that gives none. `known`: codes the county has. */
export function checkAreas(
  rows: readonly AreaRow[],
  { tenant, known }: { tenant: string; known: ReadonlySet<string> },
): Checked {
  const circles = codesInCircles(rows)
  const codes = new Set([tenant, ...known])
  const firstRow = new Map<string, number>()
  const wrong = new Map<AreaRow, RowProblem>()
  // whoever stands above comes first, wherever in the sheet: what is under a row that cannot be taken cannot be either
  for (const one of rows.toSorted((a, b) => a.code.length - b.code.length)) {
    const found = problemOfArea(one, { tenant, codes, circles, firstRow })
    if (found) wrong.set(one, found)
    else codes.add(one.code)
    if (!firstRow.has(one.code)) firstRow.set(one.code, one.row)
  }
  return {
    areas: rows.filter((one) => !wrong.has(one)).map(areaOfRow),
    problems: rows.flatMap((one) => wrong.get(one) ?? []),
  }
}

const areaOfRow = ({ code, name, class: given }: AreaRow): NewArea => ({
  code,
  name: name.trim(),
  class: (given as AreaClass | undefined) || classOfCode(code),
  retired: false,
})

interface Surroundings {
  readonly tenant: string
  readonly codes: ReadonlySet<string>
  readonly circles: ReadonlySet<string>
  readonly firstRow: ReadonlyMap<string, number>
}

function problemOfArea(one: AreaRow, around: Surroundings): RowProblem | undefined {
  const { row, code, name, parent, class: given } = one
  const problem = (field: string, problemCode: RowProblem['code'], values?: RowProblem['values']) => ({
    row,
    field,
    code: problemCode,
    ...(values && { values }),
  })
  if (!areaCode.safeParse(code).success) return problem('code', 'bad-area-code', { value: code })
  if (!code.startsWith(around.tenant))
    return problem('code', 'other-county', { value: code, county: around.tenant })
  const first = around.firstRow.get(code)
  if (first !== undefined) return problem('code', 'repeated', { value: code, row: first })
  if (around.circles.has(code)) return problem('parent', 'circle', { value: code })
  if (parent && parent !== parentOf(code)) return problem('parent', 'not-under', { value: code, parent })
  const above = parentOf(code)
  if (above && !around.codes.has(above)) return problem('code', 'no-parent', { value: code, parent: above })
  if (!areaName.safeParse(name).success) return problem('name', 'bad-name')
  if (given && !(areaClasses as readonly string[]).includes(given))
    return problem('class', 'not-offered', { value: given })
  return undefined
}

/** Codes whose way up, by the column of parents, comes back to themselves. */
function codesInCircles(rows: readonly AreaRow[]): Set<string> {
  const parents = new Map(rows.map(({ code, parent }) => [code, parent]))
  const circles = new Set<string>()
  const settled = new Set<string>()
  for (const start of parents.keys()) {
    const way: string[] = []
    let at: string | undefined = start
    while (at && !settled.has(at) && !way.includes(at)) {
      way.push(at)
      at = parents.get(at)
    }
    if (at && way.includes(at)) for (const code of way.slice(way.indexOf(at))) circles.add(code)
    for (const code of way) settled.add(code)
  }
  return circles
}
