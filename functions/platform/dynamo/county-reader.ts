import { settingsInForce } from '#shared/tenants/own-settings'
import type { CountyReader } from '../../tenants/ports.ts'
import { patiently } from '../busy.ts'
import { readOwnSettings } from './own-settings-reads.ts'
import { readStanding } from './platform-county-reader.ts'
import { registryEntities } from './platform-registry-entities.ts'
import { openPlatformTable } from './platform-tables.ts'
import { askScope, perScope } from './stores.ts'

/** How any one county stands, for the doors of counties: its own settings over those in the register. */
export function createCountyReader(): CountyReader {
  const entities = registryEntities(openPlatformTable())
  const ownOf = perScope((tenant, open) => () => askScope(tenant, open)(readOwnSettings))
  return async (tenant) => {
    const standing = await patiently(() => readStanding(entities, tenant))
    if (!standing) return undefined
    const own = await ownOf(tenant)()
    const settings = settingsInForce(standing.settings.settings, own?.settings)
    return { ...standing, settings: { ...standing.settings, settings } }
  }
}
