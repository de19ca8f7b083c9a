import { type ComponentCounty, checkComponent } from '#shared/components/check-component'
import { type ComponentFacts, componentBlock, componentFacts, contentOf } from '#shared/components/component'
import type { CellProblem } from '#shared/imports/problems'
import { cellProblem } from '#shared/imports/read-fields'
import { createGround } from '#shared/organisation/geometry/ground'
import { regionOf } from '#shared/organisation/geometry/shape'
import { sha256 } from '../../kernel/digest.ts'
import type { ComponentBook, Destination, KindsOf, OrganisationBook, ReadRow } from '../ports.ts'
import { allGrids } from './all-grids.ts'

interface Needs {
  readonly tenant: string
  readonly components: ComponentBook
  readonly organisation: OrganisationBook
  readonly kindsOf: KindsOf
}

/** Rows of one call: some 40 transactions. */
const BATCH = 2_000

export const componentRows = (needs: Needs): Destination => ({
  batch: BATCH,
  async *judge(rows, coordinates = 'wgs84') {
    const county = await countyOf(needs)
    const digestOf = knownDigests(needs.components)
    const firstRow = new Map<string, number>()
    for await (const one of rows) {
      const { row } = one
      const { code = '' } = one.fields
      const first = firstRow.get(code)
      if (first === undefined) firstRow.set(code, row)
      const checked = one.point
        ? checkComponent({ fields: one.fields, point: one.point, crs: coordinates }, county)
        : { problems: [] }
      const problems = [
        ...(first === undefined ? [] : [problemAt(one, 'code', 'repeated', { row: first })]),
        ...('problems' in checked
          ? checked.problems.map(({ field, code: wrong, values }) => problemAt(one, field, wrong, values))
          : []),
      ]
      if (problems.length > 0 || 'problems' in checked) yield { row, problems }
      else yield { row, outcome: await outcomeOf(checked.component, digestOf), item: checked.component }
    }
  },
  apply: (items, by) =>
    needs.components.put(
      items.map((item) => componentFacts.parse(item)),
      by,
    ),
})

type Values = Readonly<Record<string, string | number>>

function problemAt(
  one: ReadRow,
  field: string,
  code: Parameters<typeof cellProblem>[1],
  values?: Values,
): CellProblem {
  const value = field === 'longitude' ? (one.point?.join(', ') ?? '') : (one.fields[field] ?? '')
  return cellProblem({ row: one.row, column: one.headingOf(field), value }, code, values)
}

async function countyOf({ tenant, organisation, kindsOf }: Needs): Promise<ComponentCounty> {
  const [kinds, units, grids] = await Promise.all([kindsOf(), organisation.units(), allGrids(organisation)])
  const ground = createGround<string>()
  const undrawn = new Set<string>()
  for (const { code, shape, retired } of grids) {
    if (retired) continue
    if (shape) ground.lay(regionOf(shape), code)
    else undrawn.add(code)
  }
  return { tenant, kinds, units: units.filter(({ retired }) => !retired), ground, undrawn }
}

type DigestOf = (code: string) => Promise<string | undefined>

/** What is there, read once for each block of codes that the file touches. */
function knownDigests({ digests }: ComponentBook): DigestOf {
  const blocks = new Map<string, Promise<ReadonlyMap<string, string>>>()
  return async (code) => {
    const block = componentBlock(code)
    const known = blocks.get(block) ?? digests(block)
    blocks.set(block, known)
    return (await known).get(code)
  }
}

async function outcomeOf(component: ComponentFacts, digestOf: DigestOf) {
  const known = await digestOf(component.code)
  if (known === undefined) return 'added'
  return known === sha256(contentOf(component)) ? 'same' : 'changed'
}
