import { Entity } from 'dynamodb-toolbox/entity'
import { item } from 'dynamodb-toolbox/schema/item'
import { number } from 'dynamodb-toolbox/schema/number'
import { record } from 'dynamodb-toolbox/schema/record'
import { string } from 'dynamodb-toolbox/schema/string'
import { dimensions } from '#shared/evaluation/sheet'
import { perObject } from '../kept.ts'
import { factsPartition, figuresPartition, sheetKey } from './figures-keys.ts'
import type { TenantTable } from './tables.ts'

const byValue = record(string(), record(string(), number()))

export const factsEntity = /* @__PURE__ */ perObject(
  (table: TenantTable) =>
    new Entity({
      name: 'Facts',
      table,
      timestamps: false,
      schema: item({
        tenant: string().key(),
        day: string().key(),
        id: string().key(),
        version: number(),
        acts: number(),
        counts: byValue,
      }),
      computeKey: ({ tenant, day, id }) => ({ pk: factsPartition(tenant, day), sk: id }),
    }),
)

export const sheetEntity = /* @__PURE__ */ perObject(
  (table: TenantTable) =>
    new Entity({
      name: 'Sheet',
      table,
      timestamps: false,
      schema: item({
        tenant: string().key(),
        dimension: string()
          .enum(...dimensions)
          .key(),
        day: string().key(),
        values: byValue,
        unconfirmed: byValue,
        standing: byValue,
        ever: number(),
      }),
      computeKey: ({ tenant, dimension, day }) => ({
        pk: figuresPartition(tenant),
        sk: sheetKey(dimension, day),
      }),
    }),
)
