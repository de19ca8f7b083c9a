import type { Catalogues, Publishing } from '../../functions/catalogue/ports.ts'
import type { Catalogue } from '../../shared/catalogue/catalogue.ts'
import type { Extension } from '../../shared/catalogue/extension.ts'
import { packRules, unpackRules } from '../../shared/catalogue/packed-rules.ts'
import type { Publication } from '../../shared/catalogue/publication.ts'
import type { Proposal } from '../../shared/catalogue/template.ts'
import { memoryCommands } from './memory-commands.ts'

/** Catalogues by scope, in memory, with the conditions that the real store writes under. */
export function memoryCatalogues() {
  const scopes = new Map<string, ReturnType<typeof oneScope>>()
  return (scope: string) => {
    const known = scopes.get(scope) ?? oneScope()
    scopes.set(scope, known)
    return known
  }
}

function oneScope(): Catalogues & Pick<ReturnType<typeof memoryCommands>, 'acts'> {
  const rows: Publication[] = []
  const documents = new Map<string, Catalogue>()
  const extensions = new Map<string, Extension>()
  let draft: Awaited<ReturnType<Catalogues['draft']>>
  let proposal: Proposal | undefined
  const { commit, earlier, acts } = memoryCommands()
  const isNext = ({ publication: { sequence, version } }: Publishing) =>
    rows.length === sequence - 1 && !documents.has(version)
  const publish = ({ publication, catalogue }: Publishing) => {
    rows.push(publication)
    documents.set(catalogue.version, catalogue)
  }
  return {
    earlier,
    acts,
    newest: async () => rows.at(-1),
    published: async () => [...rows],
    read: async (version) => documents.get(version),
    async rulesOf(version) {
      const found = documents.get(version)
      return found && unpackRules(version, packRules(found))
    },
    publish: async (publishing, command) =>
      commit(command, isNext(publishing), () => {
        publish(publishing)
      }),
    draft: async () => draft,
    keepDraft: async (row, catalogue, command) =>
      commit(command, (draft?.draft.revision ?? 0) === row.revision - 1, () => {
        draft = { draft: row, catalogue }
      }),
    proposal: async () => proposal,
    propose: async (row, command) =>
      commit(command, true, () => {
        proposal = row
      }),
    extensions: async () => [...extensions.values()],
    proposeExtension: async (row, command) =>
      commit(command, !extensions.has(row.code), () => extensions.set(row.code, row)),
    decideExtension: async (row, command, publishing) =>
      commit(
        command,
        extensions.get(row.code)?.state === 'proposed' && (!publishing || isNext(publishing)),
        () => {
          extensions.set(row.code, row)
          if (publishing) publish(publishing)
        },
      ),
  }
}
