import { Entity } from 'dynamodb-toolbox/entity'
import { GetItemCommand } from 'dynamodb-toolbox/entity/actions/get'
import { PutTransaction } from 'dynamodb-toolbox/entity/actions/transactPut'
import { boolean } from 'dynamodb-toolbox/schema/boolean'
import { item } from 'dynamodb-toolbox/schema/item'
import { number } from 'dynamodb-toolbox/schema/number'
import { string } from 'dynamodb-toolbox/schema/string'
import type { ShiftStore } from '../../intake/ports.ts'
import { patiently } from '../busy.ts'
import { perObject } from '../kept.ts'
import { expectAbsent, expectVersion } from './expectations.ts'
import { present } from './records.ts'
import { scopeLedger } from './scope-ledger.ts'
import type { Open } from './stores.ts'
import type { TenantTable } from './tables.ts'

export const shiftsPartition = (tenant: string) => `${tenant}#SHIFTS`

const shiftEntity = /* @__PURE__ */ perObject(
  (table: TenantTable) =>
    new Entity({
      name: 'Shift',
      table,
      timestamps: false,
      schema: item({
        tenant: string().key(),
        person: string().key(),
        onDuty: boolean(),
        since: string(),
        grid: string().optional(),
        version: number(),
      }),
      computeKey: ({ tenant, person }) => ({ pk: shiftsPartition(tenant), sk: person }),
    }),
)

/** Who of a county is on duty: one item a person, the last word only; the audit has the rest. */
export function createShiftStore(tenant: string, open: Open): ShiftStore {
  const ledger = scopeLedger(tenant, open)
  return {
    earlier: ledger.earlier,
    of: (person) =>
      patiently(async () => {
        const { tenant: table } = await open()
        const get = shiftEntity(table).build(GetItemCommand).key({ tenant, person })
        const { Item } = await get.options({ consistent: true }).send()
        if (!Item) return undefined
        const { tenant: _tenant, person: _person, ...shift } = Item
        return present(shift)
      }),
    async keep(command, person, shift, before) {
      const { tenant: table } = await open()
      const one = { tenant, person, ...shift, version: (before ?? 0) + 1 }
      const condition = before === undefined ? expectAbsent('person') : expectVersion(before)
      return ledger.commit(command, [
        shiftEntity(table).build(PutTransaction).item(one).options({ condition }),
      ])
    },
  }
}
