import { GetItemCommand } from 'dynamodb-toolbox/entity/actions/get'
import { PutTransaction } from 'dynamodb-toolbox/entity/actions/transactPut'
import { QueryCommand } from 'dynamodb-toolbox/table/actions/query'
import { type Catalogue, catalogueShape } from '#shared/catalogue/catalogue'
import { type CatalogueRules, packRules, unpackRules } from '#shared/catalogue/packed-rules'
import { type Publication, publication } from '#shared/catalogue/publication'
import type { Catalogues } from '../../catalogue/ports.ts'
import { patiently } from '../busy.ts'
import { keeper } from '../kept.ts'
import { documentOf, piecesOf } from '../pieces.ts'
import { type CatalogueEntities, catalogueEntities } from './catalogue-entities.ts'
import { cataloguePartition, cataloguesPartition, parts, published } from './catalogue-keys.ts'
import type { CountyTables } from './county-tables.ts'
import { expectAbsent } from './expectations.ts'
import { createLedger, type Write } from './ledger.ts'
import { tenantLedger } from './ledger-places.ts'

/** Versions that one container keeps: rules are small and asked for by every act, documents only by pages. */
const RULES_KEPT = 200
const DOCUMENTS_KEPT = 8

const consistent = { consistent: true } as const

type Open = () => Promise<CountyTables>

/** Makes the catalogues of scopes, each bound to its own; frozen versions are read once per container. */
export function catalogueStores() {
  const rules = keeper<CatalogueRules>(RULES_KEPT)
  const documents = keeper<Catalogue>(DOCUMENTS_KEPT)

  return (scope: string, open: Open): Catalogues => {
    const ask = <T>(call: (at: Opened) => Promise<T>) =>
      patiently(async () => {
        const { tenant } = await open()
        return call({ table: tenant, entities: catalogueEntities(tenant), scope })
      })
    const ledger = createLedger(tenantLedger(scope), async () => {
      const { client, tenant } = await open()
      return { client, name: tenant.getName() }
    })

    return {
      earlier: ledger.earlier,
      newest: () => ask(readNewest),
      published: () => ask(readPublished),
      read: (version) => documents(`${scope} ${version}`, () => ask((at) => readDocument(at, version))),
      rulesOf: (version) => rules(`${scope} ${version}`, () => ask((at) => readRules(at, version))),
      async publish(row, catalogue, command) {
        const { tenant } = await open()
        return ledger.commit(command, publishing(catalogueEntities(tenant), scope, row, catalogue))
      },
    }
  }
}

interface Opened {
  readonly table: CountyTables['tenant']
  readonly entities: CatalogueEntities
  readonly scope: string
}

async function readNewest({ table, entities, scope }: Opened): Promise<Publication | undefined> {
  const { Items = [] } = await table
    .build(QueryCommand)
    .entities(entities.publications)
    .query({ partition: cataloguesPartition(scope), range: published })
    .options({ consistent: true, reverse: true, limit: 1 })
    .send()
  return Items[0] && publication.parse(Items[0])
}

async function readPublished({ table, entities, scope }: Opened): Promise<Publication[]> {
  const { Items = [] } = await table
    .build(QueryCommand)
    .entities(entities.publications)
    .query({ partition: cataloguesPartition(scope), range: published })
    .options({ consistent: true, maxPages: Number.POSITIVE_INFINITY })
    .send()
  return Items.map((row) => publication.parse(row))
}

async function readRules({ entities, scope }: Opened, version: string): Promise<CatalogueRules | undefined> {
  const { Item } = await entities.rules
    .build(GetItemCommand)
    .key({ scope, version })
    .options(consistent)
    .send()
  return Item && unpackRules(version, String(documentOf([Item.rules])))
}

async function readDocument(
  { table, entities, scope }: Opened,
  version: string,
): Promise<Catalogue | undefined> {
  const { Items = [] } = await table
    .build(QueryCommand)
    .entities(entities.parts)
    .query({ partition: cataloguePartition(scope, version), range: parts })
    .options({ ...consistent, maxPages: Number.POSITIVE_INFINITY })
    .send()
  if (Items.length === 0) return undefined
  return catalogueShape.parse(documentOf(Items.map(({ content }) => content)))
}

/** A version that is there is never written again, and each sequence is given once. */
function publishing(
  { publications, rules, parts }: CatalogueEntities,
  scope: string,
  row: Publication,
  catalogue: Catalogue,
): Write[] {
  const { version } = catalogue
  const [packed] = piecesOf(packRules(catalogue))
  if (!packed) throw new Error('A catalogue without rules cannot be published.')
  return [
    publications
      .build(PutTransaction)
      .item({ scope, ...row })
      .options({ condition: expectAbsent('at') }),
    rules
      .build(PutTransaction)
      .item({ scope, version, rules: packed })
      .options({ condition: expectAbsent('rules') }),
    ...piecesOf(catalogue).map((content, part) =>
      parts.build(PutTransaction).item({ scope, version, part, content }),
    ),
  ]
}
