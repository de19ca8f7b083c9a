import { Entity } from 'dynamodb-toolbox/entity'
import { item } from 'dynamodb-toolbox/schema/item'
import { number } from 'dynamodb-toolbox/schema/number'
import { string } from 'dynamodb-toolbox/schema/string'
import { componentBlock, componentStates, dataSources } from '#shared/components/component'
import { perObject } from '../kept.ts'
import type { TenantTable } from './tables.ts'

export const componentsPartition = (tenant: string, cell: string) => `${tenant}#COMPONENTS#${cell}`
export const codesPartition = (tenant: string, block: string) => `${tenant}#COMPONENT-CODES#${block}`
/** Which blocks there are: what every component of a county is found by. */
export const blocksPartition = (tenant: string) => `${tenant}#COMPONENT-BLOCKS`
export const pastPartition = (tenant: string, code: string) => `${tenant}#COMPONENT-PAST#${code}`

const facts = {
  name: string(),
  state: string().enum(...componentStates),
  longitude: number(),
  latitude: number(),
  grid: string().optional(),
  department: string().optional(),
  owner: string().optional(),
  maintainer: string().optional(),
  place: string().optional(),
  registered: string().optional(),
  source: string()
    .enum(...dataSources)
    .optional(),
  note: string().optional(),
  crs: string(),
  version: number(),
  changedAt: string(),
}

/** By the cell that it stands in. */
export const componentEntity = /* @__PURE__ */ perObject(
  (table: TenantTable) =>
    new Entity({
      name: 'Component',
      table,
      timestamps: false,
      schema: item({
        tenant: string().key(),
        cell: string().key(),
        code: string().key(),
        ...facts,
        /** It stands in another cell now; what is left here goes by itself. */
        movedTo: string().optional(),
        expiresAt: number().optional(),
      }),
      computeKey: ({ tenant, cell, code }) => ({ pk: componentsPartition(tenant, cell), sk: code }),
    }),
)

/** Where a component is found by its code, and what its content is known by. Every change stands on its version. */
export const componentCodeEntity = /* @__PURE__ */ perObject(
  (table: TenantTable) =>
    new Entity({
      name: 'ComponentCode',
      table,
      timestamps: false,
      schema: item({
        tenant: string().key(),
        code: string().key(),
        cell: string(),
        digest: string(),
        version: number(),
      }),
      computeKey: ({ tenant, code }) => ({ pk: codesPartition(tenant, componentBlock(code)), sk: code }),
    }),
)

export const componentBlockEntity = /* @__PURE__ */ perObject(
  (table: TenantTable) =>
    new Entity({
      name: 'ComponentBlock',
      table,
      timestamps: false,
      schema: item({ tenant: string().key(), block: string().key() }),
      computeKey: ({ tenant, block }) => ({ pk: blocksPartition(tenant), sk: block }),
    }),
)

/** What a component was before it was changed. */
export const pastComponentEntity = /* @__PURE__ */ perObject(
  (table: TenantTable) =>
    new Entity({
      name: 'PastComponent',
      table,
      timestamps: false,
      schema: item({ tenant: string().key(), code: string().key(), ...facts, version: number().key() }),
      computeKey: ({ tenant, code, version }) => ({
        pk: pastPartition(tenant, code),
        sk: String(version).padStart(6, '0'),
      }),
    }),
)
