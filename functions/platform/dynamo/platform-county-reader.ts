import { GetItemCommand } from 'dynamodb-toolbox/entity/actions/get'
import { settingsVersion, type TenantRecord, tenantRecord } from '#shared/tenants/tenant'
import type { TenantFile } from '#shared/tenants/view'
import { patiently } from '../busy.ts'
import { type RegistryEntities, registryEntities } from './platform-registry-entities.ts'
import { openPlatformTable } from './platform-tables.ts'

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

/** The city that a county stands under, for doors that may only touch counties of their own. */
export function createCityOf(): (tenant: string) => Promise<string | undefined> {
  const entities = registryEntities(openPlatformTable())
  return async (tenant) => (await patiently(() => readRecord(entities, tenant)))?.city
}
