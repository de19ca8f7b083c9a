import { Entity } from 'dynamodb-toolbox/entity'
import { item } from 'dynamodb-toolbox/schema/item'
import { list } from 'dynamodb-toolbox/schema/list'
import { map } from 'dynamodb-toolbox/schema/map'
import { number } from 'dynamodb-toolbox/schema/number'
import { string } from 'dynamodb-toolbox/schema/string'
import { commissionPosts, posts } from '#shared/lifecycle/posts'
import { perObject } from '../kept.ts'
import type { PeopleTable, TenantTable } from './tables.ts'

export const staffPartition = (scope: string) => `${scope}#STAFF`
/** In the people table: whose number it is, so that none is two people's. */
const phonesPartition = (scope: string) => `${scope}#PHONES`

const post = string().enum(...posts, ...commissionPosts)

/** Somebody of a scope, as the organisation keeps them; an invitation begins them and makes them active. */
export const staffEntity = /* @__PURE__ */ perObject(
  (table: TenantTable) =>
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
      computeKey: ({ scope, person }) => ({ pk: staffPartition(scope), sk: person }),
    }),
)

/** Name and number of somebody of a county or commission. */
export const personEntity = /* @__PURE__ */ perObject(
  (table: PeopleTable) =>
    new Entity({
      name: 'Person',
      table,
      timestamps: false,
      schema: item({ scope: string().key(), person: string().key(), name: string(), phone: string() }),
      computeKey: ({ scope, person }) => ({ pk: staffPartition(scope), sk: person }),
    }),
)

export const phoneEntity = /* @__PURE__ */ perObject(
  (table: PeopleTable) =>
    new Entity({
      name: 'Phone',
      table,
      timestamps: false,
      schema: item({ scope: string().key(), phone: string().key(), person: string() }),
      computeKey: ({ scope, phone }) => ({ pk: phonesPartition(scope), sk: phone }),
    }),
)
