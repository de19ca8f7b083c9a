import type { handlingLinkContracts } from '#shared/cases/handling-link'
import type { Terms } from '#shared/cases/terms'
import type { Routes } from '#shared/routes'
import type { Clock } from '../kernel/clock.ts'
import { actByHandlingLink, type LinkNeeds, makeHandlingLink, openHandlingLink } from './handling-links.ts'
import type { CaseStore, HandlingLinks, References } from './ports.ts'

interface Needs {
  storesOf(tenant: string): { readonly store: CaseStore }
  referencesOf(tenant: string): References
  linksOf(tenant: string): HandlingLinks
  termsOf(tenant: string): Promise<Terms>
  readonly clock: Clock
  readonly newSalt: () => string
}

/** Links for units without accounts: made by the dispatcher, used by whoever holds the secret. */
export function handlingLinkRoutes(needs: Needs): Routes<(typeof handlingLinkContracts)[number]> {
  const { storesOf, referencesOf, linksOf, termsOf, clock, newSalt } = needs
  const of = async (tenant: string): Promise<LinkNeeds> => ({
    tenant,
    store: storesOf(tenant).store,
    links: linksOf(tenant),
    references: referencesOf(tenant),
    terms: await termsOf(tenant),
    clock,
    newSalt,
  })
  return {
    'make-handling-link': async ({ signedIn: { tenant, person }, params, key }) =>
      makeHandlingLink(await of(tenant))({ caseId: params.case, person, key }),
    'open-handling-link': async ({ params, input, language }) =>
      openHandlingLink(await of(params.county))({ caseId: params.case, ...input, language }),
    'act-by-handling-link': async ({ params, input: { secret, device, ...input }, key }) =>
      actByHandlingLink(await of(params.county))({
        caseId: params.case,
        secret,
        device,
        action: params.action,
        input,
        key,
      }),
  }
}
