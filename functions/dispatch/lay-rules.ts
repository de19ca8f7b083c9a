import { firstRules } from '#shared/dispatch/first-rules'
import type { Lay } from '#shared/tenants/laying'
import { bodyHashOf } from '../kernel/command.ts'
import type { NameableOf, RuleBooksOf } from './ports.ts'

interface Needs {
  readonly booksOf: RuleBooksOf
  readonly nameableOf: NameableOf
}

/** Lays the first book of a county from the units and the catalogue that it has been given. One that has a book keeps it. */
export const layRules =
  ({ booksOf, nameableOf }: Needs): Lay =>
  async ({ tenant, at }) => {
    const books = booksOf(tenant)
    const there = await books.newest()
    if (there) return { counts: { rules: there.count }, notes: [] }
    const [units, catalogue] = await Promise.all([nameableOf(tenant).units(), nameableOf(tenant).catalogue()])
    const kinds = catalogue?.kinds.map(({ code }) => code) ?? []
    const rules = firstRules(units, kinds)
    const row = { version: 1, at, person: 'system', reason: '开通时预置', count: rules.length }
    const key = `lay-dispatch-rules-${tenant}`
    const act = { act: 'dispatch-rules-laid', actor: 'system', details: { rules: rules.length }, at }
    await books.replace({ ...row, rules }, { key, bodyHash: bodyHashOf(key), act, answer: null })
    // somebody else may have laid it at the same time
    return { counts: { rules: (await books.newest())?.count ?? rules.length }, notes: [] }
  }
