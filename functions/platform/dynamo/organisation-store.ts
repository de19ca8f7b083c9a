import type { OrganisationStore } from '../../organisation/ports.ts'
import { createAreaStore } from './area-store.ts'
import type { CountyTables } from './county-tables.ts'
import { createUnitStore } from './unit-store.ts'

/** The organisation of one county: its ground and its units. */
export const createOrganisationStore = (
  tenant: string,
  open: () => Promise<CountyTables>,
): OrganisationStore => ({ ...createAreaStore(tenant, open), ...createUnitStore(tenant, open) })
