import { holdsCode } from '../catalogue/code-list.ts'
import type { Ground } from '../organisation/geometry/ground.ts'
import { pointOf } from '../organisation/geometry/lattice.ts'
import { type ComponentFacts, componentFacts, kindOfComponent } from './component.ts'

/** What a census says of a component, its cells well-formed. */
export interface ComponentRow {
  readonly fields: Readonly<Record<string, string>>
  readonly point: readonly [longitude: number, latitude: number]
  readonly crs: string
}

/** The county that components stand in. */
export interface ComponentCounty {
  readonly tenant: string
  /** Packed codes of the catalogue. */
  readonly kinds: string
  readonly units: readonly { readonly id: string; readonly name: string }[]
  /** Grids that are drawn, by where they lie. */
  readonly ground: Pick<Ground<string>, 'at'>
  /** Grids that are not: a village as a whole. */
  readonly undrawn: ReadonlySet<string>
}

export type ComponentProblemCode =
  | 'other-county'
  | 'unknown-kind'
  | 'unknown-unit'
  | 'ambiguous-unit'
  | 'outside-county'
  | 'other-grid'

export interface ComponentProblem {
  readonly field: string
  readonly code: ComponentProblemCode
  readonly values?: Readonly<Record<string, string>>
}

const UNIT_FIELDS = ['department', 'owner', 'maintainer'] as const

/** The component of a row, or everything that is wrong with it. */
export function checkComponent(
  { fields, point, crs }: ComponentRow,
  county: ComponentCounty,
): { readonly component: ComponentFacts } | { readonly problems: readonly ComponentProblem[] } {
  const problems: ComponentProblem[] = []
  const code = fields.code ?? ''
  if (!code.startsWith(county.tenant))
    problems.push({ field: 'code', code: 'other-county', values: { county: county.tenant } })
  const kind = kindOfComponent(code)
  if (!holdsCode(county.kinds, kind)) problems.push({ field: 'code', code: 'unknown-kind', values: { kind } })
  const units = UNIT_FIELDS.flatMap((field) => {
    const found = unitOf(fields[field], county)
    if (typeof found === 'object') problems.push({ field, ...found })
    return typeof found === 'string' ? [[field, found] as const] : []
  })
  const grid = gridOf(fields.grid, point, county)
  if ('problem' in grid) problems.push(grid.problem)
  if (problems.length > 0 || 'problem' in grid) return { problems }
  const [longitude, latitude] = point
  const facts = { ...fields, ...Object.fromEntries(units), longitude, latitude, crs, grid: grid.code }
  return { component: componentFacts.parse(facts) }
}

/** By id or by name. */
function unitOf(given: string | undefined, { units }: ComponentCounty) {
  if (given === undefined) return undefined
  if (units.some(({ id }) => id === given)) return given
  const named = units.filter(({ name }) => name === given)
  if (named.length > 1) return { code: 'ambiguous-unit' } as const
  return named[0]?.id ?? ({ code: 'unknown-unit' } as const)
}

function gridOf(
  given: string | undefined,
  [longitude, latitude]: ComponentRow['point'],
  { ground, undrawn }: ComponentCounty,
): { code: string } | { problem: ComponentProblem } {
  const found = ground.at(pointOf(longitude, latitude))
  if (found && given && found !== given)
    return { problem: { field: 'grid', code: 'other-grid', values: { found } } }
  if (found) return { code: found }
  if (given && undrawn.has(given)) return { code: given }
  return { problem: { field: 'longitude', code: 'outside-county' } }
}
