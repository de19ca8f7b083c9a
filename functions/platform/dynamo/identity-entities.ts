import { Entity } from 'dynamodb-toolbox/entity'
import { boolean } from 'dynamodb-toolbox/schema/boolean'
import { item } from 'dynamodb-toolbox/schema/item'
import { list } from 'dynamodb-toolbox/schema/list'
import { map } from 'dynamodb-toolbox/schema/map'
import { number } from 'dynamodb-toolbox/schema/number'
import { string } from 'dynamodb-toolbox/schema/string'
import { commissionPosts, posts } from '#shared/lifecycle/posts'
import type { TenantTable } from './tables.ts'

const post = string().enum(...posts, ...commissionPosts)

/** Somebody of a scope, as the organisation keeps them; here only begun and made active. */
export const staffEntity = (table: TenantTable) =>
  new Entity({
    name: 'Staff',
    table,
    timestamps: false,
    schema: item({
      scope: string().key(),
      person: string().key(),
      posts: list(post),
      unit: string().optional(),
      standIns: list(map({ post, for: string(), from: string(), until: string() })),
      state: string().enum('invited', 'active', 'suspended', 'left'),
      version: number(),
    }),
    computeKey: ({ scope, person }) => ({ pk: `${scope}#STAFF`, sk: person }),
  })

export const invitationEntity = (table: TenantTable) =>
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
  })
