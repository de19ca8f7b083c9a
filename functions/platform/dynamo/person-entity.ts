import { Entity } from 'dynamodb-toolbox/entity'
import { item } from 'dynamodb-toolbox/schema/item'
import { string } from 'dynamodb-toolbox/schema/string'
import type { PeopleTable } from './tables.ts'

/** Name and phone of somebody of a county or a commission; what they are there for stands in the tenant table. */
export const personEntity = (table: PeopleTable) =>
  new Entity({
    name: 'Person',
    table,
    timestamps: false,
    schema: item({ scope: string().key(), person: string().key(), name: string(), phone: string() }),
    computeKey: ({ scope, person }) => ({ pk: `${scope}#STAFF`, sk: person }),
  })
