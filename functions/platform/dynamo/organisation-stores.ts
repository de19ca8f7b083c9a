import { createAreaStore, readArea } from './area-store.ts'
import { createStaffStore } from './staff-store.ts'
import { askScope, perScope } from './stores.ts'
import { createUnitStore } from './unit-store.ts'

/** The ground of a county by its code, with the people of its beats. */
export const createGrounds = () => ({
  areasOf: perScope(createAreaStore),
  staffOf: perScope(createStaffStore),
})

/** The units of a county by its code, with the areas that they are of, and the people of a county or a city. */
export const createWorkforces = () => ({
  unitsOf: perScope((tenant, open) => ({
    ...createUnitStore(tenant, open),
    area: (code: string) => askScope(tenant, open)((tables) => readArea(tables, tenant, code)),
  })),
  staffOf: perScope(createStaffStore),
})
