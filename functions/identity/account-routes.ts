import type { accountContracts } from '#shared/identity/accounts-contract'
import { type Refusal, refuse } from '#shared/kernel/result'
import type { Routes } from '#shared/routes'
import { type AccountNeeds, actOnAccount, listAccounts } from './act-on-account.ts'

interface Needs extends AccountNeeds {
  /** Where the security administrator of a city's county sits; undefined when it is no county of the city. */
  securitySits(city: string, tenant: string): Promise<'county' | 'commission' | undefined>
}

/** Accounts of a county, of a commission, and of a county too small for a security administrator of its own. */
export function accountRoutes(needs: Needs): Routes<(typeof accountContracts)[number]> {
  const list = listAccounts(needs)
  const act = actOnAccount(needs)

  async function refused(city: string, tenant: string): Promise<Refusal | undefined> {
    const sits = await needs.securitySits(city, tenant)
    if (sits === undefined) return refuse('unknown-tenant')
    return sits === 'county' ? refuse('administrator-in-county') : undefined
  }

  return {
    'list-accounts': ({ signedIn }) => list(signedIn.tenant),
    'act-on-account': ({ signedIn: { tenant, person }, params, input, key }) =>
      act({
        scope: tenant,
        by: { person, scope: tenant, post: 'security-administrator' },
        person: params.person,
        act: params.act,
        ...input,
        key,
      }),
    'list-commission-accounts': ({ signedIn }) => list(signedIn.city),
    'act-on-commission-account': ({ signedIn: { city, person }, params, input, key }) =>
      act({
        scope: city,
        by: ofCommission(city, person),
        person: params.person,
        act: params.act,
        ...input,
        key,
      }),
    'list-county-accounts': async ({ signedIn: { city }, params }) =>
      (await refused(city, params.tenant)) ?? list(params.tenant),
    'act-on-county-account': async ({ signedIn: { city, person }, params, input, key }) =>
      (await refused(city, params.tenant)) ??
      act({
        scope: params.tenant,
        by: ofCommission(city, person),
        person: params.person,
        act: params.act,
        ...input,
        key,
      }),
  }
}

const ofCommission = (city: string, person: string) => ({
  person,
  scope: city,
  post: 'commission-security-administrator',
})
