import { randomBytes } from 'node:crypto'
import { tradeClock } from '../clock.ts'
import { createCountyTerms } from './county-terms.ts'
import { createHandlingLinks } from './handling-link-store.ts'
import { createReferences } from './references.ts'
import { createStores } from './stores.ts'

/** What acting on cases needs, by the county's code: their stores, what evidence may name, what clocks stand on. */
export const createCaseNeeds = () => ({
  storesOf: createStores(),
  referencesOf: createReferences(),
  linksOf: createHandlingLinks(),
  termsOf: createCountyTerms(),
  clock: tradeClock,
  newSalt: () => randomBytes(32).toString('base64url'),
})
