import { tradeClock } from '../clock.ts'
import { createComponentStore } from './component-store.ts'
import { createReportedSpots } from './reported-spots.ts'
import { createShiftStore } from './shift-store.ts'
import { perScope } from './stores.ts'

/** What those who report ask for beside cases, by the county's code. */
export const createFieldStores = () => ({
  componentsOf: perScope(createComponentStore),
  shiftsOf: perScope(createShiftStore),
  spotsOf: perScope(createReportedSpots),
  clock: tradeClock,
})
