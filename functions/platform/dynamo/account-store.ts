import { GetItemCommand } from 'dynamodb-toolbox/entity/actions/get'
import { PutItemCommand } from 'dynamodb-toolbox/entity/actions/put'
import { DeleteTransaction } from 'dynamodb-toolbox/entity/actions/transactDelete'
import { PutTransaction } from 'dynamodb-toolbox/entity/actions/transactPut'
import { QueryCommand } from 'dynamodb-toolbox/table/actions/query'
import { type Account, accountRecord } from '#shared/identity/accounts'
import { FORGOTTEN_AFTER_MS, noFailures } from '#shared/identity/lockout'
import type { AccountStore } from '../../identity/ports.ts'
import { patiently } from '../busy.ts'
import { accountEntity, failuresEntity, holderEntity } from './account-entities.ts'
import { conditionFailed, expectAbsent, expectVersion } from './expectations.ts'
import { createLedger } from './ledger.ts'
import { platformLedger } from './ledger-places.ts'
import { holdersPartition } from './platform-keys.ts'
import type { openPlatformTable } from './platform-tables.ts'

const consistent = { consistent: true } as const

/** Accounts in the platform table. Every change of one stands in its scope's chain there, in the same transaction. */
export function createAccountStore(table: ReturnType<typeof openPlatformTable>): AccountStore {
  const accounts = accountEntity(table)
  const holders = holderEntity(table)
  const failures = failuresEntity(table)
  const place = { client: table.client, name: table.getName() }
  const ledgerOf = (scope: string) => createLedger(platformLedger(scope), async () => place)
  const put = (account: Account) => accounts.build(PutTransaction).item(account)

  return {
    account: (name) =>
      patiently(async () => {
        const { Item } = await accounts.build(GetItemCommand).key({ name }).options(consistent).send()
        return Item && accountRecord.parse(Item)
      }),
    nameOf: (scope, person) =>
      patiently(async () => {
        const { Item } = await holders.build(GetItemCommand).key({ scope, person }).options(consistent).send()
        return Item?.account
      }),
    namesOf: (scope) =>
      patiently(async () => {
        const { Items = [] } = await table
          .build(QueryCommand)
          .entities(holders)
          .query({ partition: holdersPartition(scope) })
          .options({ ...consistent, maxPages: Number.POSITIVE_INFINITY })
          .send()
        return new Map(Items.map(({ person, account }) => [person, account]))
      }),
    open(command, account, instead) {
      const { scope, person, name } = account
      const renamed = instead && instead.name !== name
      return ledgerOf(scope).commit(command, [
        put(account).options({
          condition: instead && !renamed ? expectVersion(instead.version) : expectAbsent('name'),
        }),
        holders
          .build(PutTransaction)
          .item({ scope, person, account: name })
          .options({ condition: instead ? { attr: 'account', eq: instead.name } : expectAbsent('account') }),
        ...(renamed
          ? [
              accounts
                .build(DeleteTransaction)
                .key({ name: instead.name })
                .options({ condition: expectVersion(instead.version) }),
            ]
          : []),
      ])
    },
    change: (command, before, after) =>
      ledgerOf(before.scope).commit(command, [
        put(after).options({ condition: expectVersion(before.version) }),
      ]),
    note: (before, after) =>
      patiently(() =>
        conditionFailed(
          accounts
            .build(PutItemCommand)
            .item(after)
            .options({ condition: expectVersion(before.version) })
            .send(),
          'noted',
          'changed',
        ),
      ),
    failures: (name) =>
      patiently(async () => {
        const { Item } = await failures.build(GetItemCommand).key({ name }).options(consistent).send()
        return Item ? { count: Item.count, lastAt: Item.lastAt, lockedUntil: Item.lockedUntil } : noFailures
      }),
    count: (name, before, after) =>
      patiently(() =>
        conditionFailed(
          failures
            .build(PutItemCommand)
            .item({ name, ...after, expiresAt: forgottenAt(after) })
            .options({
              condition: {
                or: [
                  expectAbsent('count'),
                  {
                    and: [
                      { attr: 'count', eq: before.count },
                      { attr: 'lastAt', eq: before.lastAt },
                    ],
                  },
                ],
              },
            })
            .send(),
          'noted',
          'changed',
        ),
      ),
  }
}

/** When the count means nothing any more, epoch seconds. */
const forgottenAt = ({ lastAt, lockedUntil }: { lastAt: number; lockedUntil: number }) =>
  Math.ceil((Math.max(lastAt, lockedUntil) + FORGOTTEN_AFTER_MS) / 1000)
