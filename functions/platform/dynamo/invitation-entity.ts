import { Entity } from 'dynamodb-toolbox/entity'
import { boolean } from 'dynamodb-toolbox/schema/boolean'
import { item } from 'dynamodb-toolbox/schema/item'
import { number } from 'dynamodb-toolbox/schema/number'
import { string } from 'dynamodb-toolbox/schema/string'
import { perObject } from '../kept.ts'
import type { TenantTable } from './tables.ts'

export const invitationEntity = /* @__PURE__ */ perObject(
  (table: TenantTable) =>
    new Entity({
      name: 'Invitation',
      table,
      timestamps: false,
      schema: item({
        scope: string().key(),
        person: string().key(),
        digest: string(),
        /** Epoch milliseconds. */
        endsAt: number(),
        used: boolean(),
        /** Epoch seconds; the table's time to live. Later than the end, so that one can be told that it has ended. */
        expiresAt: number(),
      }),
      computeKey: ({ scope, person }) => ({ pk: `${scope}#INVITATIONS`, sk: person }),
    }),
)
