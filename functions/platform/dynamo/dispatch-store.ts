import { PutTransaction } from 'dynamodb-toolbox/entity/actions/transactPut'
import type { RuleBook } from '#shared/dispatch/rule-book'
import type { Nameable, NameableOf, RuleBooks, RuleBooksOf } from '../../dispatch/ports.ts'
import { keeper } from '../kept.ts'
import { piecesOf } from '../pieces.ts'
import { readNewestCatalogue, readRules } from './catalogue-reads.ts'
import { dispatchEntities } from './dispatch-entities.ts'
import { readBook, readBookRows, readNewestBook, readPrecedents } from './dispatch-reads.ts'
import { expectAbsent } from './expectations.ts'
import { createOrganisationStore } from './organisation-store.ts'
import { createPastCases } from './past-cases.ts'
import { scopeLedger } from './scope-ledger.ts'
import { askScope, type Open, perScope } from './stores.ts'

/** Books that one container keeps: some tens of KB each, and a county goes by one. */
const KEPT = 100

/** All that the doors of dispatch rules ask of a county. */
export const createDispatchStores = () => ({
  booksOf: createRuleBooks(),
  nameableOf: createNameable(),
  pastOf: createPastCases(),
})

/** The dispatch rules of counties, each reached with its own credentials. */
export const createRuleBooks = (): RuleBooksOf => perScope(ruleBookStores())

/** Frozen versions are read once per container. */
export function ruleBookStores() {
  const frozen = keeper<RuleBook>(KEPT)

  return (tenant: string, open: Open): RuleBooks => {
    const ask = askScope(tenant, open)
    const ledger = scopeLedger(tenant, open)
    return {
      earlier: ledger.earlier,
      newest: () => ask(readNewestBook),
      versions: () => ask(readBookRows),
      read: (version) => frozen(`${tenant} ${version}`, () => ask((at) => readBook(at, version))),
      async replace({ rules, ...row }, command) {
        const { rows, books } = dispatchEntities((await open()).tenant)
        const [packed, ...more] = piecesOf(rules)
        if (!packed || more.length > 0) throw new Error('A rule book does not fit one item.')
        return ledger.commit(command, [
          rows
            .build(PutTransaction)
            .item({ tenant, ...row })
            .options({ condition: expectAbsent('at') }),
          books.build(PutTransaction).item({ tenant, version: row.version, rules: packed }),
        ])
      },
      precedents: (kind) => ask((at) => readPrecedents(at, kind)),
    }
  }
}

/** What the rules of counties may name, read where the organisation and the catalogue keep it. */
export const createNameable = (): NameableOf =>
  perScope((tenant, open): Nameable => {
    const ask = askScope(tenant, open)
    const { units, areas, grids } = createOrganisationStore(tenant, open)
    return {
      units,
      areas,
      grids,
      catalogue: () =>
        ask(async (at) => {
          const newest = await readNewestCatalogue(at)
          return newest && readRules(at, newest.version)
        }),
    }
  })
