import { GetItemCommand } from 'dynamodb-toolbox/entity/actions/get'
import { PutTransaction } from 'dynamodb-toolbox/entity/actions/transactPut'
import type { Invitation } from '#shared/identity/invitations'
import { type StaffRecord, staffRecord } from '#shared/organisation/staff'
import type { InvitationStore } from '../../identity/ports.ts'
import { patiently } from '../busy.ts'
import type { CountyTables } from './county-tables.ts'
import { expectAbsent, expectVersion } from './expectations.ts'
import { invitationEntity, staffEntity } from './identity-entities.ts'
import { createLedger } from './ledger.ts'
import { tenantLedger } from './ledger-places.ts'

/** An invitation that has ended is remembered this long, to say so to whoever comes late. */
const REMEMBERED_MS = 60 * 86_400_000

/** The invitations of one scope, beside its staff: made and used in one transaction with the record of the act. */
export function createInvitationStore(scope: string, open: () => Promise<CountyTables>): InvitationStore {
  const entities = async () => {
    const { tenant } = await open()
    return { staff: staffEntity(tenant), invitations: invitationEntity(tenant) }
  }
  const ledger = createLedger(tenantLedger(scope), async () => {
    const { client, tenant } = await open()
    return { client, name: tenant.getName() }
  })

  return {
    staff: (person) =>
      patiently(async () => {
        const { staff } = await entities()
        const { Item } = await staff
          .build(GetItemCommand)
          .key({ scope, person })
          .options({ consistent: true })
          .send()
        return Item && staffRecord.parse(Item)
      }),
    invitation: (person) =>
      patiently(async () => {
        const { invitations } = await entities()
        const { Item } = await invitations
          .build(GetItemCommand)
          .key({ scope, person })
          .options({ consistent: true })
          .send()
        return Item && { person, digest: Item.digest, expiresAt: Item.endsAt, used: Item.used }
      }),
    async invite(command, invitation, beginning) {
      const { staff, invitations } = await entities()
      const begun = beginning
        ? [
            staff
              .build(PutTransaction)
              .item(staffItem(scope, beginning))
              .options({ condition: expectAbsent('person') }),
          ]
        : []
      return ledger.commit(command, [
        invitations.build(PutTransaction).item(invitationItem(scope, invitation)),
        ...begun,
      ])
    },
    async takeUp(command, invitation, record) {
      const { staff, invitations } = await entities()
      const active = { ...record, state: 'active', version: record.version + 1 } as const
      const admitted =
        record.state === 'invited'
          ? [
              staff
                .build(PutTransaction)
                .item(staffItem(scope, active))
                .options({ condition: expectVersion(record.version) }),
            ]
          : []
      return ledger.commit(command, [
        invitations
          .build(PutTransaction)
          .item(invitationItem(scope, { ...invitation, used: true }))
          .options({
            condition: {
              and: [
                { attr: 'digest', eq: invitation.digest },
                { attr: 'used', eq: false },
              ],
            },
          }),
        ...admitted,
      ])
    },
  }
}

const invitationItem = (scope: string, { person, digest, expiresAt, used }: Invitation) => ({
  scope,
  person,
  digest,
  endsAt: expiresAt,
  used,
  expiresAt: Math.ceil((expiresAt + REMEMBERED_MS) / 1000),
})

const staffItem = (scope: string, { posts, standIns, ...record }: StaffRecord) => ({
  scope,
  ...record,
  posts: [...posts],
  standIns: standIns.map((one) => ({ ...one })),
})
