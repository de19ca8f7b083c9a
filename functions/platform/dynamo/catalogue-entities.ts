import { Entity } from 'dynamodb-toolbox/entity'
import { binary } from 'dynamodb-toolbox/schema/binary'
import { item } from 'dynamodb-toolbox/schema/item'
import { number } from 'dynamodb-toolbox/schema/number'
import { string } from 'dynamodb-toolbox/schema/string'
import { causes } from '#shared/catalogue/publication'
import { cataloguePartition, cataloguesPartition, partKey, publishedKey, RULES } from './catalogue-keys.ts'
import type { TenantTable } from './tables.ts'

const ofScope = { scope: string().key() }
const ofVersion = { ...ofScope, version: string().key() }

/** Catalogues of a county or a city. Documents lie compressed, cut into parts: an item holds 400 KB. */
export const catalogueEntities = (table: TenantTable) => ({
  publications: new Entity({
    name: 'CataloguePublication',
    table,
    timestamps: false,
    schema: item({
      ...ofScope,
      sequence: number().key(),
      version: string(),
      template: string(),
      cause: string().enum(...causes),
      at: string(),
      person: string(),
      reason: string().optional(),
      classes: number(),
      kinds: number(),
      conditions: number(),
      unconfirmed: number(),
    }),
    computeKey: ({ scope, sequence }) => ({ pk: cataloguesPartition(scope), sk: publishedKey(sequence) }),
  }),
  rules: new Entity({
    name: 'CatalogueRules',
    table,
    timestamps: false,
    schema: item({ ...ofVersion, rules: binary() }),
    computeKey: ({ scope, version }) => ({ pk: cataloguePartition(scope, version), sk: RULES }),
  }),
  parts: new Entity({
    name: 'CataloguePart',
    table,
    timestamps: false,
    schema: item({ ...ofVersion, part: number().key(), content: binary() }),
    computeKey: ({ scope, version, part }) => ({
      pk: cataloguePartition(scope, version),
      sk: partKey(part),
    }),
  }),
})
export type CatalogueEntities = ReturnType<typeof catalogueEntities>
