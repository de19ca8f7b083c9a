import { GetItemCommand } from 'dynamodb-toolbox/entity/actions/get'
import { settingsInForce } from '#shared/tenants/own-settings'
import { settingsVersion, type TenantRecord, tenantRecord } from '#shared/tenants/tenant'
import type { TenantFile } from '#shared/tenants/view'
import type { CountyReader } from '../../tenants/ports.ts'
import { patiently } from '../busy.ts'
import { readOwnSettings } from './own-settings-store.ts'
import { type RegistryEntities, registryEntities } from './platform-registry-entities.ts'
import { openPlatformTable } from './platform-tables.ts'
import { askScope, perScope } from './stores.ts'

const consistent = { consistent: true } as const

export async function readRecord(
  { tenants }: RegistryEntities,
  tenant: string,
): Promise<TenantRecord | undefined> {
  const { Item } = await tenants.build(GetItemCommand).key({ tenant }).options(consistent).send()
  return Item && tenantRecord.parse(Item)
}

/** A county's record with the settings in force: two gets by key, which is all that a county's own doors may do. */
export async function readStanding(
  entities: RegistryEntities,
  tenant: string,
): Promise<Pick<TenantFile, 'record' | 'settings'> | undefined> {
  const record = await readRecord(entities, tenant)
  if (!record) return undefined
  const key = { tenant, version: record.settings }
  const { Item } = await entities.settings.build(GetItemCommand).key(key).options(consistent).send()
  return { record, settings: settingsVersion.parse(Item) }
}

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

/** The city that a county stands under, for doors that may only touch counties of their own. */
export function createCityOf(): (tenant: string) => Promise<string | undefined> {
  const entities = registryEntities(openPlatformTable())
  return async (tenant) => (await patiently(() => readRecord(entities, tenant)))?.city
}
