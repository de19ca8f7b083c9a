import type { RuleBooks } from '../../functions/dispatch/ports.ts'
import type { Precedent } from '../../shared/dispatch/dispatch-rule.ts'
import type { RuleBook } from '../../shared/dispatch/rule-book.ts'
import { memoryCommands } from './memory-commands.ts'

/** The rule books of one county in memory, with the conditions that the real store writes under. */
export function memoryRuleBooks(precedents: Precedent[] = []) {
  const books: RuleBook[] = []
  const { commit, earlier, acts } = memoryCommands()
  const rowOf = ({ rules: _rules, ...row }: RuleBook) => row
  const store: RuleBooks = {
    earlier,
    newest: async () => books.map(rowOf).at(-1),
    versions: async () => books.map(rowOf),
    read: async (version) => books[version - 1],
    replace: async (book, command) =>
      commit(command, books.length === book.version - 1, () => void books.push(book)),
    bindingFor: async (kind, area) =>
      precedents.filter((one) => one.kind === kind && area.startsWith(one.area)),
    precedents: async (kind) => precedents.filter((one) => kind === undefined || one.kind === kind),
  }
  return { ...store, acts }
}
