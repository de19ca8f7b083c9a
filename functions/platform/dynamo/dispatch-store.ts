import type { Nameable, NameableOf } from '../../dispatch/ports.ts'
import { readNewestCatalogue, readRules } from './catalogue-reads.ts'
import { createOrganisationStore } from './organisation-store.ts'
import { createPastCases } from './past-cases.ts'
import { createRuleBooks } from './rule-book-store.ts'
import { askScope, perScope } from './stores.ts'

/** All that the doors of dispatch rules ask of a county. */
export const createDispatchStores = () => ({
  booksOf: createRuleBooks(),
  nameableOf: createNameable(),
  pastOf: createPastCases(),
})

/** What the rules of counties may name, read where the organisation and the catalogue keep it. */
export const createNameable = (): NameableOf =>
  perScope((tenant, open): Nameable => {
    const ask = askScope(tenant, open)
    const { units, areas, grids } = createOrganisationStore(tenant, open)
    return {
      units,
      areas,
      grids,
      catalogue: () =>
        ask(async (at) => {
          const newest = await readNewestCatalogue(at)
          return newest && readRules(at, newest.version)
        }),
    }
  })
