import { Entity } from 'dynamodb-toolbox/entity'
import { PutTransaction } from 'dynamodb-toolbox/entity/actions/transactPut'
import { binary } from 'dynamodb-toolbox/schema/binary'
import { item } from 'dynamodb-toolbox/schema/item'
import { number } from 'dynamodb-toolbox/schema/number'
import { string } from 'dynamodb-toolbox/schema/string'
import type { Precedent } from '#shared/dispatch/dispatch-rule'
import { perObject } from '../kept.ts'
import type { TenantTable } from './tables.ts'

/** A county's dispatch rules: the list of versions and, beside it, what is in each. */
export const rulesPartition = (tenant: string) => `${tenant}#DISPATCH-RULES`
export const precedentsPartition = (tenant: string) => `${tenant}#PRECEDENTS`

const numbered = (kind: string, version: number) => `${kind}${String(version).padStart(6, '0')}`
const VERSION = 'VERSION#'
export const bookVersions = { beginsWith: VERSION }

/** Rulings of a kind in a place, the oldest first; without a place, of the kind everywhere. */
export const rulingsOf = (kind: string, area?: string) => ({
  beginsWith: area === undefined ? `${kind}#` : `${kind}#${area}#`,
})

const ofVersion = { tenant: string().key(), version: number().key() }

/** Rule books lie frozen, each in one item: what a request may carry is less than an item holds. */
export const dispatchEntities = /* @__PURE__ */ perObject((table: TenantTable) => ({
  rows: new Entity({
    name: 'RuleBookVersion',
    table,
    timestamps: false,
    schema: item({ ...ofVersion, at: string(), person: string(), reason: string(), count: number() }),
    computeKey: ({ tenant, version }) => ({ pk: rulesPartition(tenant), sk: numbered(VERSION, version) }),
  }),
  books: new Entity({
    name: 'RuleBook',
    table,
    timestamps: false,
    schema: item({ ...ofVersion, rules: binary() }),
    computeKey: ({ tenant, version }) => ({ pk: rulesPartition(tenant), sk: numbered('BOOK#', version) }),
  }),
  precedents: new Entity({
    name: 'Precedent',
    table,
    timestamps: false,
    schema: item({
      tenant: string().key(),
      kind: string().key(),
      area: string().key(),
      at: string().key(),
      caseNumber: string().key(),
      lead: string(),
    }),
    computeKey: ({ tenant, kind, area, at, caseNumber }) => ({
      pk: precedentsPartition(tenant),
      sk: `${kind}#${area}#${at}#${caseNumber}`,
    }),
  }),
}))

/** To be written in the transaction of the ruling itself. */
export const precedentWrite = (table: TenantTable, tenant: string, precedent: Precedent) =>
  dispatchEntities(table)
    .precedents.build(PutTransaction)
    .item({ tenant, ...precedent })
