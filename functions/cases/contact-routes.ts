import type { contactContracts } from '#shared/cases/contact'
import type { Masks } from '#shared/kernel/mask'
import type { Routes } from '#shared/routes'
import type { Clock } from '../kernel/clock.ts'
import type { CaseStore, Contacts } from './ports.ts'
import { readContact, readContactInClear } from './read-contact.ts'

interface Needs {
  /** Stores bound to a county, by its code. */
  readonly storesOf: (tenant: string) => { readonly store: CaseStore }
  readonly contactsOf: (tenant: string) => Contacts
  readonly masksOf: (tenant: string) => Promise<Masks>
  readonly clock: Clock
}

export const contactRoutes = ({
  storesOf,
  contactsOf,
  masksOf,
  clock,
}: Needs): Routes<(typeof contactContracts)[number]> => {
  const needsOf = (tenant: string) => ({ store: storesOf(tenant).store, contacts: contactsOf(tenant) })
  return {
    'read-contact': async ({ signedIn: { tenant, ...who }, params }) =>
      readContact({ ...needsOf(tenant), masks: await masksOf(tenant) })({ ...who, caseId: params.case }),
    'read-contact-in-clear': ({ signedIn: { tenant, ...who }, params, key, input }) =>
      readContactInClear({ ...needsOf(tenant), clock })({ ...who, ...input, caseId: params.case, key }),
  }
}
