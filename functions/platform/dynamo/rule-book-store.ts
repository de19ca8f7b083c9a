import { PutTransaction } from 'dynamodb-toolbox/entity/actions/transactPut'
import type { RuleBook } from '#shared/dispatch/rule-book'
import type { RuleBooks, RuleBooksOf } from '../../dispatch/ports.ts'
import { keeper } from '../kept.ts'
import { piecesOf } from '../pieces.ts'
import { dispatchEntities } from './dispatch-entities.ts'
import {
  readBindingPrecedents,
  readBook,
  readBookRows,
  readNewestBook,
  readPrecedents,
} from './dispatch-reads.ts'
import { expectAbsent } from './expectations.ts'
import { scopeLedger } from './scope-ledger.ts'
import { askScope, type Open, perScope } from './stores.ts'

/** Books that one container keeps: some tens of KB each, and a county goes by one. */
const BOOKS_KEPT = 100

/** The dispatch rules of counties, each reached with its own credentials. */
export const createRuleBooks = (): RuleBooksOf => perScope(ruleBookStores())

/** Frozen versions are read once per container. */
export function ruleBookStores() {
  const frozen = keeper<RuleBook>(BOOKS_KEPT)

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
      bindingFor: (kind, area) => ask((at) => readBindingPrecedents(at, kind, area)),
    }
  }
}
