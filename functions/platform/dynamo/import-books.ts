import { packCodes } from '#shared/catalogue/code-list'
import type { ComponentBook, ImportStore, KindsOf, OrganisationBook, StaffBook } from '../../imports/ports.ts'
import { readNewestCatalogue, readRules } from './catalogue-reads.ts'
import { createComponentStore } from './component-store.ts'
import { createImportStore } from './import-store.ts'
import { createOrganisationStore } from './organisation-store.ts'
import { createStaffStore } from './staff-store.ts'
import { askScope, perScope } from './stores.ts'

export interface ImportBooks {
  readonly store: ImportStore
  readonly components: ComponentBook
  readonly organisation: OrganisationBook
  readonly staff: StaffBook
  readonly kindsOf: KindsOf
}

/** Everything of a county that an import writes to and reads from, by its code. */
export const createImportBooks = (): ((tenant: string) => ImportBooks) =>
  perScope((tenant, open) => {
    const ask = askScope(tenant, open)
    const organisation = createOrganisationStore(tenant, open)
    return {
      store: createImportStore(tenant, open),
      components: createComponentStore(tenant, open),
      organisation,
      staff: { ...createStaffStore(tenant, open), units: organisation.units },
      async kindsOf() {
        const newest = await ask(readNewestCatalogue)
        const rules = newest && (await ask((at) => readRules(at, newest.version)))
        return packCodes((rules?.kinds ?? []).map(({ code }) => code))
      },
    }
  })
