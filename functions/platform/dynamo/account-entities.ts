import { Entity } from 'dynamodb-toolbox/entity'
import { item } from 'dynamodb-toolbox/schema/item'
import { map } from 'dynamodb-toolbox/schema/map'
import { number } from 'dynamodb-toolbox/schema/number'
import { string } from 'dynamodb-toolbox/schema/string'
import { accountStates } from '#shared/identity/accounts'
import { perObject } from '../kept.ts'
import { accountPartition, holdersPartition } from './platform-keys.ts'
import type { PlatformTable } from './platform-tables.ts'

export const accountEntity = /* @__PURE__ */ perObject(
  (table: PlatformTable) =>
    new Entity({
      name: 'Account',
      table,
      timestamps: false,
      schema: item({
        name: string().key(),
        scope: string(),
        person: string(),
        state: string().enum(...accountStates),
        password: string(),
        passwordChangedAt: number(),
        invitation: string(),
        secondFactor: map({ secret: string(), usedStep: number() }).optional(),
        lastSignInAt: number().optional(),
        quietSince: number(),
        version: number(),
      }),
      computeKey: ({ name }) => ({ pk: accountPartition(name), sk: 'ACCOUNT' }),
    }),
)

/** Which account somebody has: a second one cannot be opened. */
export const holderEntity = /* @__PURE__ */ perObject(
  (table: PlatformTable) =>
    new Entity({
      name: 'Holder',
      table,
      timestamps: false,
      schema: item({ scope: string().key(), person: string().key(), account: string() }),
      computeKey: ({ scope, person }) => ({ pk: holdersPartition(scope), sk: person }),
    }),
)

export const failuresEntity = /* @__PURE__ */ perObject(
  (table: PlatformTable) =>
    new Entity({
      name: 'Failures',
      table,
      timestamps: false,
      schema: item({
        name: string().key(),
        count: number(),
        lastAt: number(),
        lockedUntil: number(),
        /** Epoch seconds; the table's time to live. */
        expiresAt: number(),
      }),
      computeKey: ({ name }) => ({ pk: accountPartition(name), sk: 'FAILURES' }),
    }),
)
