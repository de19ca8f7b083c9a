import { refuse } from '#shared/kernel/result'
import type { Routes } from '#shared/routes'
import type { countySettingsContracts } from '#shared/tenants/contract'
import type { Clock } from '../kernel/clock.ts'
import { keepSettings } from './keep-settings.ts'
import type { CountyReader, OwnSettingsOf } from './ports.ts'

interface Needs {
  readonly read: CountyReader
  readonly ownOf: OwnSettingsOf
  readonly clock: Clock
}

/** What a county runs by, for its own administrators. */
export const countySettingsRoutes = (needs: Needs): Routes<(typeof countySettingsContracts)[number]> => ({
  'read-settings': async ({ signedIn: { tenant } }) => {
    const [file, own] = await Promise.all([needs.read(tenant), needs.ownOf(tenant).inForce()])
    if (!file) return refuse('unknown-tenant')
    return { settings: file.settings.settings, version: own?.version ?? 0 }
  },
  'keep-settings': ({ signedIn: { tenant, person }, key, input }) =>
    keepSettings(needs)({ tenant, person, key, ...input }),
})
