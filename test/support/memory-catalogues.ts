import type { Catalogues } from '../../functions/catalogue/ports.ts'
import type { Catalogue } from '../../shared/catalogue/catalogue.ts'
import { packRules, unpackRules } from '../../shared/catalogue/packed-rules.ts'
import type { Publication } from '../../shared/catalogue/publication.ts'
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
  const { commit, earlier, acts } = memoryCommands()
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
    publish: async (row, catalogue, command) =>
      commit(command, rows.length === row.sequence - 1 && !documents.has(row.version), () => {
        rows.push(row)
        documents.set(row.version, catalogue)
      }),
  }
}
