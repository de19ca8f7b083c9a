import { GetItemCommand } from 'dynamodb-toolbox/entity/actions/get'
import { QueryCommand } from 'dynamodb-toolbox/table/actions/query'
import { type Precedent, precedent } from '#shared/dispatch/dispatch-rule'
import { boundBy } from '#shared/dispatch/precedents'
import { type BookRow, bookRow, type RuleBook, ruleBook } from '#shared/dispatch/rule-book'
import { documentOf } from '../pieces.ts'
import {
  bookVersions,
  dispatchEntities,
  precedentsPartition,
  rulesPartition,
  rulingsOf,
} from './dispatch-entities.ts'
import type { OfScope } from './stores.ts'

const consistent = { consistent: true } as const
const whole = { ...consistent, maxPages: Number.POSITIVE_INFINITY } as const

const rowsOf = ({ tenant, scope }: OfScope) =>
  tenant
    .build(QueryCommand)
    .entities(dispatchEntities(tenant).rows)
    .query({ partition: rulesPartition(scope), range: bookVersions })

export async function readNewestBook(at: OfScope): Promise<BookRow | undefined> {
  const { Items = [] } = await rowsOf(at)
    .options({ ...consistent, reverse: true, limit: 1 })
    .send()
  return Items[0] && bookRow.parse(Items[0])
}

export async function readBookRows(at: OfScope): Promise<BookRow[]> {
  const { Items = [] } = await rowsOf(at).options(whole).send()
  return Items.map((row) => bookRow.parse(row))
}

export async function readBook({ tenant, scope }: OfScope, version: number): Promise<RuleBook | undefined> {
  const { rows, books } = dispatchEntities(tenant)
  const key = { tenant: scope, version }
  const [{ Item: row }, { Item: book }] = await Promise.all([
    rows.build(GetItemCommand).key(key).options(consistent).send(),
    books.build(GetItemCommand).key(key).options(consistent).send(),
  ])
  return row && book && ruleBook.parse({ ...row, rules: documentOf([book.rules]) })
}

export async function readPrecedents({ tenant, scope }: OfScope, kind?: string): Promise<Precedent[]> {
  const { Items = [] } = await tenant
    .build(QueryCommand)
    .entities(dispatchEntities(tenant).precedents)
    .query({ partition: precedentsPartition(scope), ...(kind && { range: rulingsOf(kind) }) })
    .options(whole)
    .send()
  return Items.map((row) => precedent.parse(row))
}

/** One item each: the latest ruling in the street or town and the latest that binds the whole county. */
export async function readBindingPrecedents(
  { tenant, scope }: OfScope,
  kind: string,
  area: string,
): Promise<Precedent[]> {
  const latest = (place: string) =>
    tenant
      .build(QueryCommand)
      .entities(dispatchEntities(tenant).precedents)
      .query({ partition: precedentsPartition(scope), range: rulingsOf(kind, place) })
      .options({ ...consistent, reverse: true, limit: 1 })
      .send()
  const found = await Promise.all([...new Set([boundBy(area), scope])].map(latest))
  return found.flatMap(({ Items = [] }) => Items.map((row) => precedent.parse(row)))
}
