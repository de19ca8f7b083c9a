import { tradeClock } from '../clock.ts'
import { createCountyTerms } from './county-terms.ts'
import { createReferences } from './references.ts'
import { createStores } from './stores.ts'

/** What acting on cases needs, by the county's code: their stores, what evidence may name, what clocks stand on. */
export const createCaseNeeds = () => ({
  storesOf: createStores(),
  referencesOf: createReferences(),
  termsOf: createCountyTerms(),
  clock: tradeClock,
})
