import { PutTransaction } from 'dynamodb-toolbox/entity/actions/transactPut'
import type { Catalogue } from '#shared/catalogue/catalogue'
import { type CatalogueRules, packRules } from '#shared/catalogue/packed-rules'
import type { Publication } from '#shared/catalogue/publication'
import type { CataloguesOf } from '../../catalogue/ports.ts'
import { keeper } from '../kept.ts'
import { piecesOf } from '../pieces.ts'
import { type CatalogueEntities, catalogueEntities } from './catalogue-entities.ts'
import { readCatalogueDocument, readCatalogues, readNewestCatalogue, readRules } from './catalogue-reads.ts'
import { expectAbsent } from './expectations.ts'
import type { Write } from './ledger.ts'
import { scopeLedger } from './scope-ledger.ts'
import { askScope, type Open, perScope } from './stores.ts'

/** Versions that one container keeps: rules are small and asked for by every act, documents only by pages. */
const RULES_KEPT = 200
const DOCUMENTS_KEPT = 8

/** The catalogues of counties and the templates of cities, each reached with credentials of its own scope. */
export const createCatalogues = (): CataloguesOf => perScope(catalogueStores())

/** Frozen versions are read once per container. */
export function catalogueStores() {
  const rules = keeper<CatalogueRules>(RULES_KEPT)
  const documents = keeper<Catalogue>(DOCUMENTS_KEPT)

  return (scope: string, open: Open): ReturnType<CataloguesOf> => {
    const ask = askScope(scope, open)
    const ledger = scopeLedger(scope, open)
    return {
      earlier: ledger.earlier,
      newest: () => ask(readNewestCatalogue),
      published: () => ask(readCatalogues),
      read: (version) =>
        documents(`${scope} ${version}`, () => ask((at) => readCatalogueDocument(at, version))),
      rulesOf: (version) => rules(`${scope} ${version}`, () => ask((at) => readRules(at, version))),
      async publish(row, catalogue, command) {
        const { tenant } = await open()
        return ledger.commit(command, publishing(catalogueEntities(tenant), scope, row, catalogue))
      },
    }
  }
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
