import { GetItemCommand } from 'dynamodb-toolbox/entity/actions/get'
import { QueryCommand } from 'dynamodb-toolbox/table/actions/query'
import { type Catalogue, catalogueShape } from '#shared/catalogue/catalogue'
import { type Extension, extension } from '#shared/catalogue/extension'
import { type CatalogueRules, unpackRules } from '#shared/catalogue/packed-rules'
import { type Publication, publication } from '#shared/catalogue/publication'
import { draft, type Proposal, proposal } from '#shared/catalogue/template'
import { Busy } from '../busy.ts'
import { documentOf } from '../pieces.ts'
import { catalogueEntities } from './catalogue-entities.ts'
import {
  cataloguePartition,
  cataloguesPartition,
  draftPartition,
  extensions,
  parts,
  published,
} from './catalogue-keys.ts'
import type { OfScope } from './stores.ts'

const consistent = { consistent: true } as const
const whole = { ...consistent, maxPages: Number.POSITIVE_INFINITY } as const

/** The version in force. */
export async function readNewestCatalogue({ tenant, scope }: OfScope): Promise<Publication | undefined> {
  const { Items = [] } = await listOf({ tenant, scope })
    .options({ ...consistent, reverse: true, limit: 1 })
    .send()
  return Items[0] && publication.parse(Items[0])
}

export async function readCatalogues({ tenant, scope }: OfScope): Promise<Publication[]> {
  const { Items = [] } = await listOf({ tenant, scope }).options(whole).send()
  return Items.map((row) => publication.parse(row))
}

const listOf = ({ tenant, scope }: OfScope) =>
  tenant
    .build(QueryCommand)
    .entities(catalogueEntities(tenant).publications)
    .query({ partition: cataloguesPartition(scope), range: published })

export async function readRules(
  { tenant, scope }: OfScope,
  version: string,
): Promise<CatalogueRules | undefined> {
  const { rules } = catalogueEntities(tenant)
  const { Item } = await rules.build(GetItemCommand).key({ scope, version }).options(consistent).send()
  return Item && unpackRules(version, String(documentOf([Item.rules])))
}

export async function readCatalogueDocument(
  { tenant, scope }: OfScope,
  version: string,
): Promise<Catalogue | undefined> {
  const { Items = [] } = await tenant
    .build(QueryCommand)
    .entities(catalogueEntities(tenant).parts)
    .query({ partition: cataloguePartition(scope, version), range: parts })
    .options(whole)
    .send()
  if (Items.length === 0) return undefined
  return catalogueShape.parse(documentOf(Items.map(({ content }) => content)))
}

/** A city's draft. Busy while it is being replaced: the row and its parts are read one after the other. */
export async function readCatalogueDraft({ tenant, scope }: OfScope) {
  const { drafts, draftParts } = catalogueEntities(tenant)
  const { Item } = await drafts.build(GetItemCommand).key({ scope }).options(consistent).send()
  if (!Item) return undefined
  const { Items = [] } = await tenant
    .build(QueryCommand)
    .entities(draftParts)
    .query({ partition: draftPartition(scope), range: parts })
    .options(whole)
    .send()
  const own = Items.slice(0, Item.parts)
  if (own.length < Item.parts || own.some(({ revision }) => revision !== Item.revision))
    throw new Busy('the draft is being replaced')
  return {
    draft: draft.parse(Item),
    catalogue: catalogueShape.parse(documentOf(own.map(({ content }) => content))),
  }
}

export async function readProposal({ tenant, scope }: OfScope): Promise<Proposal | undefined> {
  const { proposals } = catalogueEntities(tenant)
  const { Item } = await proposals.build(GetItemCommand).key({ scope }).options(consistent).send()
  return Item && proposal.parse(Item)
}

export async function readExtensions({ tenant, scope }: OfScope): Promise<Extension[]> {
  const { Items = [] } = await tenant
    .build(QueryCommand)
    .entities(catalogueEntities(tenant).extensions)
    .query({ partition: cataloguesPartition(scope), range: extensions })
    .options(whole)
    .send()
  return Items.map((row) => extension.parse(row.extension))
}
