import { GetItemCommand } from 'dynamodb-toolbox/entity/actions/get'
import { PutTransaction } from 'dynamodb-toolbox/entity/actions/transactPut'
import type { Invitation } from '#shared/identity/invitations'
import type { InvitationStore } from '../../identity/ports.ts'
import { patiently } from '../busy.ts'
import type { CountyTables } from './county-tables.ts'
import { invitationEntity } from './invitation-entity.ts'
import { scopeLedger } from './scope-ledger.ts'
import { readStaffRecord, staffWrite } from './staff-records.ts'
import type { Open } from './stores.ts'

/** An invitation that has ended is remembered this long, to say so to whoever comes late. */
const REMEMBERED_MS = 60 * 86_400_000

/** The invitations of one scope, beside its staff: made and used in one transaction with the record of the act. */
export function createInvitationStore(scope: string, open: Open): InvitationStore {
  const ask = <T>(call: (tables: CountyTables) => Promise<T>) => patiently(async () => call(await open()))
  const ledger = scopeLedger(scope, open)

  return {
    staff: (person) => ask((tables) => readStaffRecord(tables, scope, person)),
    invitation: (person) => ask((tables) => readInvitation(tables, scope, person)),
    async invite(command, invitation, beginning) {
      const tables = await open()
      return ledger.commit(command, [
        invitationEntity(tables.tenant).build(PutTransaction).item(invitationItem(scope, invitation)),
        ...(beginning ? [staffWrite(tables, scope, beginning)] : []),
      ])
    },
    async takeUp(command, invitation, record) {
      const tables = await open()
      const active = { ...record, state: 'active', version: record.version + 1 } as const
      return ledger.commit(command, [
        used(tables, scope, invitation),
        ...(record.state === 'invited' ? [staffWrite(tables, scope, active)] : []),
      ])
    },
  }
}

async function readInvitation({ tenant }: CountyTables, scope: string, person: string) {
  const { Item } = await invitationEntity(tenant)
    .build(GetItemCommand)
    .key({ scope, person })
    .options({ consistent: true })
    .send()
  return Item && { person, digest: Item.digest, expiresAt: Item.endsAt, used: Item.used }
}

/** Once: whoever comes second finds it used, and one that was replaced meanwhile is not the one that was shown. */
const used = ({ tenant }: CountyTables, scope: string, invitation: Invitation) =>
  invitationEntity(tenant)
    .build(PutTransaction)
    .item(invitationItem(scope, { ...invitation, used: true }))
    .options({
      condition: {
        and: [
          { attr: 'digest', eq: invitation.digest },
          { attr: 'used', eq: false },
        ],
      },
    })

const invitationItem = (scope: string, { person, digest, expiresAt, used }: Invitation) => ({
  scope,
  person,
  digest,
  endsAt: expiresAt,
  used,
  expiresAt: Math.ceil((expiresAt + REMEMBERED_MS) / 1000),
})
