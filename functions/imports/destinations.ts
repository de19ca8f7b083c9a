import type { ImportKind } from '#shared/imports/kinds'
import { areaRows } from './kinds/areas.ts'
import { componentRows } from './kinds/components.ts'
import { gridRows } from './kinds/grids.ts'
import { staffRows } from './kinds/staff.ts'
import { unitRows } from './kinds/units.ts'
import type { ComponentBook, Destination, KindsOf, OrganisationBook, StaffBook } from './ports.ts'

interface Books {
  readonly tenant: string
  readonly components: ComponentBook
  readonly organisation: OrganisationBook
  readonly staff: StaffBook
  readonly kindsOf: KindsOf
}

/** Where the rows of each kind go. */
export const destinationsOf = (books: Books) => {
  const { tenant, organisation, staff } = books
  const destinations: Record<ImportKind, () => Destination> = {
    areas: () => areaRows(tenant, organisation),
    units: () => unitRows(organisation),
    staff: () => staffRows(staff),
    grids: () => gridRows(tenant, organisation),
    components: () => componentRows(books),
  }
  return (kind: ImportKind): Destination => destinations[kind]()
}
