import { chinaDate, epochMsOf } from '#shared/kernel/instant'
import type { NewCounty } from '#shared/tenants/laying'
import type { Counters } from '../../tenants/ports.ts'
import { realNow, tradeClock } from '../clock.ts'
import { newSecret } from '../identity/new-secret.ts'
import { createCatalogues } from './catalogue-store.ts'
import { createCountyTerms } from './county-terms.ts'
import { createNameable } from './dispatch-store.ts'
import { createFirstPeople } from './first-people-store.ts'
import { createInvitationStore } from './invitation-store.ts'
import { createOrganisationStore } from './organisation-store.ts'
import { openOutbox } from './outbox.ts'
import { createRegistries } from './platform-registry-store.ts'
import { createRuleBooks } from './rule-book-store.ts'
import { perScope } from './stores.ts'

/** Everything that the steps of an onboarding write to and read from, each by the code of its county or city. */
export function createOnboardingStores() {
  const organisationOf = perScope(createOrganisationStore)
  const cataloguesOf = createCatalogues()
  const termsOf = createCountyTerms()
  const invitationsOf = perScope(createInvitationStore)
  const invitations = {
    storeOf: invitationsOf,
    outbox: openOutbox(),
    newSecret,
    clock: tradeClock,
    realNow,
  }
  const counters: Counters = {
    areas: async ({ tenant }) => (await organisationOf(tenant).areas()).length,
    units: async ({ tenant }) => (await organisationOf(tenant).units()).length,
    kinds: async ({ tenant }) => (await cataloguesOf(tenant).newest())?.kinds ?? 0,
    years: async (county) => ((await termsOf(county.tenant)).calendar.years[yearOf(county)] ? 1 : 0),
    administrators: async ({ tenant, administrator }) =>
      (await invitationsOf(tenant).staff(administrator)) ? 1 : 0,
  }
  return {
    registryOf: createRegistries().ofTenant,
    peopleOf: createFirstPeople(),
    organisationOf,
    cataloguesOf,
    termsOf,
    booksOf: createRuleBooks(),
    nameableOf: createNameable(),
    invitations,
    counters,
  }
}

const yearOf = ({ at }: NewCounty) => chinaDate(epochMsOf(at)).slice(0, 4)
