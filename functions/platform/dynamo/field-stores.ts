import { tradeClock } from '../clock.ts'
import { createComponentStore } from './component-store.ts'
import { createShiftStore } from './shift-store.ts'
import { perScope } from './stores.ts'

/** What those who work outside ask for beside cases, by the county's code. */
export const createFieldStores = () => ({
  componentsOf: perScope(createComponentStore),
  shiftsOf: perScope(createShiftStore),
  clock: tradeClock,
})
