import { clientViewOf } from '#shared/exchange/client'
import type { exchangeContracts } from '#shared/exchange/contract'
import { instantOf } from '#shared/kernel/instant'
import type { Routes } from '#shared/routes'
import type { Clock } from '../kernel/clock.ts'
import { createClient, renewClientKey, revokeClient } from './keep-clients.ts'
import type { ClientStore, CountyDigests } from './ports.ts'

interface Needs {
  clientsOf(tenant: string): ClientStore
  digestsOf(tenant: string): CountyDigests
  readonly clock: Clock
}

export const exchangeRoutes = ({
  clientsOf,
  digestsOf,
  clock,
}: Needs): Routes<(typeof exchangeContracts)[number]> => {
  const needsOf = (tenant: string) => ({
    tenant,
    store: clientsOf(tenant),
    digests: digestsOf(tenant),
    clock,
  })
  return {
    'list-clients': async ({ signedIn: { tenant } }) => {
      const serverTime = instantOf(clock.now())
      const clients = (await clientsOf(tenant).list()).map((client) => clientViewOf(client, serverTime))
      return { clients, serverTime }
    },
    'create-client': ({ signedIn: { tenant, person }, input, key }) =>
      createClient(needsOf(tenant))({ person, key }, input.name),
    'renew-client-key': ({ signedIn: { tenant, person }, params, input, key }) =>
      renewClientKey(needsOf(tenant))({ person, key }, { id: params.client, version: input.version }),
    'revoke-client': ({ signedIn: { tenant, person }, params, input, key }) =>
      revokeClient(needsOf(tenant))({ person, key }, { id: params.client, version: input.version }),
  }
}
