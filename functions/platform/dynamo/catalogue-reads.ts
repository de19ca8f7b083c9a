import { GetItemCommand } from 'dynamodb-toolbox/entity/actions/get'
import { QueryCommand } from 'dynamodb-toolbox/table/actions/query'
import { type Catalogue, catalogueShape } from '#shared/catalogue/catalogue'
import { type CatalogueRules, unpackRules } from '#shared/catalogue/packed-rules'
import { type Publication, publication } from '#shared/catalogue/publication'
import { documentOf } from '../pieces.ts'
import { catalogueEntities } from './catalogue-entities.ts'
import { cataloguePartition, cataloguesPartition, parts, published } from './catalogue-keys.ts'
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
