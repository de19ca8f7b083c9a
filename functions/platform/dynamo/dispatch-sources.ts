import { GetItemCommand } from 'dynamodb-toolbox/entity/actions/get'
import type { CatalogueRules } from '#shared/catalogue/packed-rules'
import { conditionOf, dispatchableByRule, kindOf } from '#shared/catalogue/rules'
import type { RuleBook } from '#shared/dispatch/rule-book'
import type { Responsible, RuleBooks } from '../../dispatch/ports.ts'
import { keeper } from '../kept.ts'
import { readRules } from './catalogue-reads.ts'
import { readBindingPrecedents, readBook, readNewestBook } from './dispatch-reads.ts'
import { unitEntity } from './organisation-entities.ts'
import { askScope, type Open, perScope } from './stores.ts'

/** Frozen versions that one container keeps. */
const CATALOGUES_KEPT = 200
const BOOKS_KEPT = 100

export interface DispatchSources {
  readonly books: Pick<RuleBooks, 'newest' | 'read' | 'bindingFor'>
  readonly responsible: Responsible
}

/** What choosing a unit reads of a county: a few items with its own credentials, the frozen ones once per container. */
export const createDispatchSources = (): ((tenant: string) => DispatchSources) => perScope(dispatchSources())

function dispatchSources() {
  const catalogues = keeper<CatalogueRules>(CATALOGUES_KEPT)
  const books = keeper<RuleBook>(BOOKS_KEPT)

  return (tenant: string, open: Open): DispatchSources => {
    const ask = askScope(tenant, open)
    return {
      books: {
        newest: () => ask(readNewestBook),
        read: (version) => books(`${tenant} ${version}`, () => ask((at) => readBook(at, version))),
        bindingFor: (kind, area) => ask((at) => readBindingPrecedents(at, kind, area)),
      },
      responsible: {
        isUnit: (id) =>
          ask(async ({ tenant: table }) => {
            const get = unitEntity(table).build(GetItemCommand).key({ tenant, id })
            const { Item } = await get.options({ consistent: true }).send()
            return Item !== undefined && !Item.retired
          }),
        async isConfirmed(version, code) {
          const rules = await catalogues(`${tenant} ${version}`, () => ask((at) => readRules(at, version)))
          const condition = rules && conditionOf(rules.conditions, code)
          const kind = condition && kindOf(rules.kinds, condition.kind)
          return condition !== undefined && kind !== undefined && dispatchableByRule(kind, condition)
        },
      },
    }
  }
}
