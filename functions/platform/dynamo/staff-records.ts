import { GetItemCommand } from 'dynamodb-toolbox/entity/actions/get'
import { PutTransaction } from 'dynamodb-toolbox/entity/actions/transactPut'
import { type StaffRecord, staffRecord } from '#shared/organisation/staff'
import type { CountyTables } from './county-tables.ts'
import { expectAbsent, expectVersion } from './expectations.ts'
import type { Write } from './ledger.ts'
import { present } from './records.ts'
import { staffEntity } from './staff-entities.ts'

export async function readStaffRecord(
  { tenant }: Pick<CountyTables, 'tenant'>,
  scope: string,
  person: string,
) {
  const { Item } = await staffEntity(tenant)
    .build(GetItemCommand)
    .key({ scope, person })
    .options({ consistent: true })
    .send()
  return Item && staffRecord.parse(present(Item))
}

/** A record of version 1 is new; of any other, the one before must be there. */
export const staffWrite = (
  { tenant }: Pick<CountyTables, 'tenant'>,
  scope: string,
  record: StaffRecord,
): Write => {
  const { version } = record
  return staffEntity(tenant)
    .build(PutTransaction)
    .item({
      scope,
      ...record,
      posts: [...record.posts],
      standIns: record.standIns.map((one) => ({ ...one })),
    })
    .options({
      condition: version === 1 ? expectAbsent('person') : expectVersion(version - 1),
    })
}
