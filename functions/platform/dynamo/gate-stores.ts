import { randomBytes } from 'node:crypto'
import { createCitizenChannel } from './citizen-channel.ts'
import { createCounters } from './counter-store.ts'
import { createCountyDigests } from './county-digests.ts'
import { perScope } from './stores.ts'

/** Sixteen bytes: 22 letters. */
const SALT_BYTES = 16

/** What doors that anyone may come through keep their quotas by, by the county's code. */
export const createGateStores = () => {
  const channelOf = createCitizenChannel()
  return {
    channelOf,
    isOpenTo: async (tenant: string) => (await channelOf(tenant))?.open ?? false,
    gateOf: perScope((tenant, open) => ({
      digests: createCountyDigests(tenant, open),
      counters: createCounters(tenant, open),
    })),
    newSalt: () => randomBytes(SALT_BYTES).toString('base64url'),
  }
}
