import { createOrganisationStore } from './organisation-store.ts'
import { createStaffStore } from './staff-store.ts'
import { perScope } from './stores.ts'

/** Areas, units and people by the code of their county, or of their city. */
export const createOrganisations = () => ({
  organisationOf: perScope(createOrganisationStore),
  staffOf: perScope(createStaffStore),
})
