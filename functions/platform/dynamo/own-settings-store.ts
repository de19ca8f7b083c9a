import { Entity } from 'dynamodb-toolbox/entity'
import { PutTransaction } from 'dynamodb-toolbox/entity/actions/transactPut'
import { any } from 'dynamodb-toolbox/schema/any'
import { item } from 'dynamodb-toolbox/schema/item'
import { number } from 'dynamodb-toolbox/schema/number'
import { string } from 'dynamodb-toolbox/schema/string'
import { QueryCommand } from 'dynamodb-toolbox/table/actions/query'
import { type OwnSettingsVersion, ownSettingsVersion } from '#shared/tenants/own-settings'
import type { OwnSettingsOf, OwnSettingsStore } from '../../tenants/ports.ts'
import { expectAbsent } from './expectations.ts'
import { scopeLedger } from './scope-ledger.ts'
import { askScope, type OfScope, type Open, perScope } from './stores.ts'
import type { TenantTable } from './tables.ts'

/** Every version that a county has kept of its own settings; none is written over. */
export const ownSettingsPartition = (tenant: string) => `${tenant}#OWN-SETTINGS`

const versions = (table: TenantTable) =>
  new Entity({
    name: 'OwnSettings',
    table,
    timestamps: false,
    schema: item({
      tenant: string().key(),
      version: number().key(),
      at: string(),
      person: string(),
      settings: any(),
    }),
    computeKey: ({ tenant, version }) => ({
      pk: ownSettingsPartition(tenant),
      sk: `VERSION#${String(version).padStart(6, '0')}`,
    }),
  })

export async function readOwnSettings({
  tenant: table,
  scope,
}: OfScope): Promise<OwnSettingsVersion | undefined> {
  const { Items = [] } = await table
    .build(QueryCommand)
    .entities(versions(table))
    .query({ partition: ownSettingsPartition(scope) })
    .options({ consistent: true, reverse: true, limit: 1 })
    .send()
  return Items[0] && ownSettingsVersion.parse(Items[0])
}

/** What counties keep of their settings by themselves, each reached with its own credentials. */
export const createOwnSettings = (): OwnSettingsOf => perScope(ownSettingsStore)

export function ownSettingsStore(tenant: string, open: Open): OwnSettingsStore {
  const ledger = scopeLedger(tenant, open)
  return {
    earlier: ledger.earlier,
    inForce: () => askScope(tenant, open)(readOwnSettings),
    async keep(own, command) {
      const put = versions((await open()).tenant)
        .build(PutTransaction)
        .item({ tenant, ...own })
      return ledger.commit(command, [put.options({ condition: expectAbsent('at') })])
    },
  }
}
