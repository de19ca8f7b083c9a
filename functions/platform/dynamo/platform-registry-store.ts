import { GetItemCommand } from 'dynamodb-toolbox/entity/actions/get'
import { PutTransaction } from 'dynamodb-toolbox/entity/actions/transactPut'
import { QueryCommand } from 'dynamodb-toolbox/table/actions/query'
import { type ExportRecord, exportRecord } from '#shared/tenants/leaving'
import { onboardingSteps } from '#shared/tenants/onboarding-steps'
import { type StepDone, stepDone, type TenantLine, type TenantRecord } from '#shared/tenants/tenant'
import type { TenantFile } from '#shared/tenants/view'
import type { Registry, RegistryOf } from '../../tenants/ports.ts'
import { patiently } from '../busy.ts'
import { expectAbsent, expectVersion } from './expectations.ts'
import { createLedger } from './ledger.ts'
import { platformLedger } from './ledger-places.ts'
import { readRecord, readStanding } from './platform-county-reader.ts'
import {
  cityPartition,
  countyLines,
  exportKeys,
  steps as stepKeys,
  tenantPartition,
} from './platform-keys.ts'
import { type RegistryEntities, registryEntities } from './platform-registry-entities.ts'
import { openPlatformTable } from './platform-tables.ts'

type OpenTable = ReturnType<typeof openPlatformTable>

/** The registers of all cities under the function's own role; each is bound to its city. */
export function createRegistries(table: OpenTable = openPlatformTable()) {
  const entities = registryEntities(table)
  const ofCity = (city: string) => createRegistry(city, table, entities)
  const ofTenant: RegistryOf = async (tenant) => {
    const record = await patiently(() => readRecord(entities, tenant))
    return record && ofCity(record.city)
  }
  return { ofCity, ofTenant }
}

function createRegistry(city: string, table: OpenTable, entities: RegistryEntities): Registry {
  const place = { client: table.client, name: table.getName() }
  const ledger = createLedger(platformLedger(city), async () => place)
  const replace = (before: TenantRecord, after: TenantRecord) => [
    putRecord(entities, after).options({ condition: expectVersion(before.version) }),
    putLine(entities, after),
  ]

  return {
    earlier: ledger.earlier,
    cityName: () => patiently(() => readCityName(entities, city)),
    tenants: () => patiently(() => readLines(table, entities, city)),
    async file(tenant) {
      const file = await patiently(() => readFile(table, entities, tenant))
      return file?.record.city === city ? file : undefined
    },
    keepCity: (name, command) =>
      ledger.commit(command, [entities.cities.build(PutTransaction).item({ city, name })]),
    found: ({ record, settings }, command) =>
      ledger.commit(command, [
        putRecord(entities, record).options({ condition: expectAbsent('tenant') }),
        putSettings(entities, record.tenant, settings),
        entities.names
          .build(PutTransaction)
          .item({ city, name: record.name, tenant: record.tenant })
          .options({ condition: expectAbsent('tenant') }),
        putLine(entities, record),
      ]),
    change: (before, after, command) => ledger.commit(command, replace(before, after)),
    changeSettings: (before, after, settings, command) =>
      ledger.commit(command, [...replace(before, after), putSettings(entities, after.tenant, settings)]),
    finishStep: (record, step, command, after) =>
      ledger.commit(command, [
        entities.steps
          .build(PutTransaction)
          .item({ tenant: record.tenant, ...step })
          .options({ condition: expectAbsent('at') }),
        ...(after ? replace(record, after) : []),
      ]),
    record: ledger.record,
    exportOf: (tenant, number) => patiently(() => readExport(entities, tenant, number)),
    newestExport: (tenant) => patiently(() => readNewestExport(table, entities, tenant)),
    keepExport: (tenant, record, command) => ledger.commit(command, [putExport(entities, tenant, record)]),
  }
}

const putRecord = ({ tenants }: RegistryEntities, record: TenantRecord) =>
  tenants.build(PutTransaction).item(record)

const putLine = ({ lines }: RegistryEntities, { city, tenant, name, state }: TenantRecord) =>
  lines.build(PutTransaction).item({ city, tenant, name, state })

/** A version that is there is never written again. */
const putSettings = ({ settings }: RegistryEntities, tenant: string, version: TenantFile['settings']) =>
  settings
    .build(PutTransaction)
    .item({ tenant, ...version })
    .options({ condition: expectAbsent('at') })

/** Each write is made upon the one of the sequence before. */
function putExport({ exports }: RegistryEntities, tenant: string, record: ExportRecord) {
  const { number, sequence } = record
  const condition =
    sequence === 1 ? expectAbsent('sequence' as const) : { attr: 'sequence' as const, eq: sequence - 1 }
  return exports
    .build(PutTransaction)
    .item({ tenant, number, sequence, export: record })
    .options({ condition })
}

async function readExport({ exports }: RegistryEntities, tenant: string, number: number) {
  const { Item } = await exports
    .build(GetItemCommand)
    .key({ tenant, number })
    .options({ consistent: true })
    .send()
  return Item && exportRecord.parse(Item.export)
}

async function readNewestExport(table: OpenTable, { exports }: RegistryEntities, tenant: string) {
  const { Items = [] } = await table
    .build(QueryCommand)
    .entities(exports)
    .query({ partition: tenantPartition(tenant), range: exportKeys })
    .options({ consistent: true, reverse: true, limit: 1 })
    .send()
  return Items[0] && exportRecord.parse(Items[0].export)
}

async function readCityName({ cities }: RegistryEntities, city: string): Promise<string | undefined> {
  const { Item } = await cities.build(GetItemCommand).key({ city }).options({ consistent: true }).send()
  return Item?.name
}

export async function readLines(
  table: OpenTable,
  { lines }: RegistryEntities,
  city: string,
): Promise<TenantLine[]> {
  const { Items = [] } = await table
    .build(QueryCommand)
    .entities(lines)
    .query({ partition: cityPartition(city), range: countyLines })
    .options({ consistent: true, maxPages: Number.POSITIVE_INFINITY })
    .send()
  return Items.map(({ tenant, name, state }) => ({ tenant, name, state }))
}

async function readFile(
  table: OpenTable,
  entities: RegistryEntities,
  tenant: string,
): Promise<TenantFile | undefined> {
  const standing = await readStanding(entities, tenant)
  return standing && { ...standing, steps: await readSteps(table, entities, tenant) }
}

/** In the order in which they are laid. */
async function readSteps(table: OpenTable, { steps }: RegistryEntities, tenant: string): Promise<StepDone[]> {
  const { Items = [] } = await table
    .build(QueryCommand)
    .entities(steps)
    .query({ partition: tenantPartition(tenant), range: stepKeys })
    .options({ consistent: true })
    .send()
  const placeOf = ({ step }: StepDone) => onboardingSteps.indexOf(step)
  return Items.map((row) => stepDone.parse(row)).toSorted((a, b) => placeOf(a) - placeOf(b))
}
