import { PutTransaction } from 'dynamodb-toolbox/entity/actions/transactPut'
import type { Catalogue } from '#shared/catalogue/catalogue'
import type { Extension } from '#shared/catalogue/extension'
import { type CatalogueRules, packRules } from '#shared/catalogue/packed-rules'
import type { Draft } from '#shared/catalogue/template'
import type { CataloguesOf, Publishing } from '../../catalogue/ports.ts'
import type { Command } from '../../kernel/command.ts'
import { keeper } from '../kept.ts'
import { piecesOf } from '../pieces.ts'
import { type CatalogueEntities, catalogueEntities } from './catalogue-entities.ts'
import {
  readCatalogueDocument,
  readCatalogueDraft,
  readCatalogues,
  readExtensions,
  readNewestCatalogue,
  readProposal,
  readRules,
} from './catalogue-reads.ts'
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
    const commit = async (command: Command, writes: (at: Writing) => readonly Write[]) => {
      const { tenant } = await open()
      return ledger.commit(command, writes({ scope, entities: catalogueEntities(tenant) }))
    }
    return {
      earlier: ledger.earlier,
      newest: () => ask(readNewestCatalogue),
      published: () => ask(readCatalogues),
      read: (version) =>
        documents(`${scope} ${version}`, () => ask((at) => readCatalogueDocument(at, version))),
      rulesOf: (version) => rules(`${scope} ${version}`, () => ask((at) => readRules(at, version))),
      publish: (publishing, command) => commit(command, (at) => publishingWrites(at, publishing)),
      draft: () => ask(readCatalogueDraft),
      keepDraft: (draft, catalogue, command) => commit(command, (at) => draftWrites(at, draft, catalogue)),
      proposal: () => ask(readProposal),
      propose: (proposal, command) =>
        commit(command, ({ entities }) => [
          entities.proposals.build(PutTransaction).item({ scope, ...proposal }),
        ]),
      extensions: () => ask(readExtensions),
      proposeExtension: (extension, command) =>
        commit(command, (at) => [putExtension(at, extension).options({ condition: expectAbsent('state') })]),
      decideExtension: (extension, command, publishing) =>
        commit(command, (at) => [
          putExtension(at, extension).options({ condition: { attr: 'state', eq: 'proposed' } }),
          ...(publishing ? publishingWrites(at, publishing) : []),
        ]),
    }
  }
}

interface Writing {
  readonly scope: string
  readonly entities: CatalogueEntities
}

/** A version that is there is never written again, and each sequence is given once. */
function publishingWrites({ scope, entities }: Writing, { publication, catalogue }: Publishing): Write[] {
  const { version } = catalogue
  const [packed] = piecesOf(packRules(catalogue))
  if (!packed) throw new Error('A catalogue without rules cannot be published.')
  return [
    entities.publications
      .build(PutTransaction)
      .item({ scope, ...publication })
      .options({ condition: expectAbsent('at') }),
    entities.rules
      .build(PutTransaction)
      .item({ scope, version, rules: packed })
      .options({ condition: expectAbsent('rules') }),
    ...piecesOf(catalogue).map((content, part) =>
      entities.parts.build(PutTransaction).item({ scope, version, part, content }),
    ),
  ]
}

function draftWrites({ scope, entities }: Writing, draft: Draft, catalogue: Catalogue): Write[] {
  const { revision } = draft
  const pieces = piecesOf(catalogue)
  const before = revision - 1
  return [
    entities.drafts
      .build(PutTransaction)
      .item({ scope, ...draft, parts: pieces.length })
      .options({ condition: before === 0 ? expectAbsent('revision') : { attr: 'revision', eq: before } }),
    ...pieces.map((content, part) =>
      entities.draftParts.build(PutTransaction).item({ scope, revision, part, content }),
    ),
  ]
}

const putExtension = ({ scope, entities }: Writing, extension: Extension) =>
  entities.extensions
    .build(PutTransaction)
    .item({ scope, code: extension.code, state: extension.state, extension })
