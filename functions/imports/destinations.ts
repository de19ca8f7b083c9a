import type { ImportKind } from '#shared/imports/kinds'
import { areaRows } from './kinds/areas.ts'
import { componentRows } from './kinds/components.ts'
import { gridRows } from './kinds/grids.ts'
import { unitRows } from './kinds/units.ts'
import type { ComponentBook, Destination, KindsOf, OrganisationBook } from './ports.ts'

interface Books {
  readonly tenant: string
  readonly components: ComponentBook
  readonly organisation: OrganisationBook
  readonly kindsOf: KindsOf
}

/** Where the rows of each kind go. */
export const destinationsOf = (books: Books) => {
  const { tenant, organisation } = books
  const destinations: Record<ImportKind, () => Destination> = {
    areas: () => areaRows(tenant, organisation),
    units: () => unitRows(organisation),
    grids: () => gridRows(tenant, organisation),
    components: () => componentRows(books),
  }
  return (kind: ImportKind): Destination => destinations[kind]()
}
