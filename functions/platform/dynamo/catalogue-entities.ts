import { Entity } from 'dynamodb-toolbox/entity'
import { any } from 'dynamodb-toolbox/schema/any'
import { binary } from 'dynamodb-toolbox/schema/binary'
import { item } from 'dynamodb-toolbox/schema/item'
import { number } from 'dynamodb-toolbox/schema/number'
import { string } from 'dynamodb-toolbox/schema/string'
import { extensionStates } from '#shared/catalogue/extension'
import { causes } from '#shared/catalogue/publication'
import { perObject } from '../kept.ts'
import {
  cataloguePartition,
  cataloguesPartition,
  DRAFT,
  draftPartition,
  extensionKey,
  PROPOSAL,
  partKey,
  publishedKey,
  RULES,
} from './catalogue-keys.ts'
import type { TenantTable } from './tables.ts'

const ofScope = { scope: string().key() }
const counts = { classes: number(), kinds: number(), conditions: number(), unconfirmed: number() }
const ofVersion = { ...ofScope, version: string().key() }

/** Catalogues of a county or a city. Documents lie compressed, cut into parts: an item holds 400 KB. */
export const catalogueEntities = /* @__PURE__ */ perObject((table: TenantTable) => ({
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
      ...counts,
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
  drafts: new Entity({
    name: 'CatalogueDraft',
    table,
    timestamps: false,
    schema: item({
      ...ofScope,
      revision: number(),
      version: string(),
      at: string(),
      person: string(),
      ...counts,
      /** How many parts the document has; others are left over from a longer one. */
      parts: number(),
    }),
    computeKey: ({ scope }) => ({ pk: draftPartition(scope), sk: DRAFT }),
  }),
  draftParts: new Entity({
    name: 'CatalogueDraftPart',
    table,
    timestamps: false,
    schema: item({ ...ofScope, part: number().key(), revision: number(), content: binary() }),
    computeKey: ({ scope, part }) => ({ pk: draftPartition(scope), sk: partKey(part) }),
  }),
  proposals: new Entity({
    name: 'CatalogueProposal',
    table,
    timestamps: false,
    schema: item({ ...ofScope, template: string(), at: string(), person: string() }),
    computeKey: ({ scope }) => ({ pk: cataloguesPartition(scope), sk: PROPOSAL }),
  }),
  extensions: new Entity({
    name: 'CatalogueExtension',
    table,
    timestamps: false,
    schema: item({
      ...ofScope,
      code: string().key(),
      state: string().enum(...extensionStates),
      /** Judged by the schema of shared/catalogue when it is read. */
      extension: any(),
    }),
    computeKey: ({ scope, code }) => ({ pk: cataloguesPartition(scope), sk: extensionKey(code) }),
  }),
}))
export type CatalogueEntities = ReturnType<typeof catalogueEntities>
