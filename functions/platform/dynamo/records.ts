import type { FormattedItem } from 'dynamodb-toolbox/entity'
import type { CaseRecord, CaseWords, HistoryRow } from '#shared/cases/record'
import type { caseEntity, historyEntity, wordsEntity } from './entities.ts'
import { monthPartition, workKeys } from './keys.ts'

type CaseItem = FormattedItem<ReturnType<typeof caseEntity>>
type WordsItem = FormattedItem<ReturnType<typeof wordsEntity>>
type HistoryItem = FormattedItem<ReturnType<typeof historyEntity>>

/** The stored form of a case: with the keys of its indexes. */
export const caseItem = (record: CaseRecord) => ({
  ...(record as Mutable<CaseRecord>),
  ...workKeys(record),
  month: monthPartition(record.tenant, record.number),
})

export function caseRecord({ work: _work, workDue: _due, month: _month, ...record }: CaseItem): CaseRecord {
  return deeply(record)
}

export function caseWords({
  tenant: _tenant,
  id: _id,
  spot: _spot,
  spotAt: _at,
  ...words
}: WordsItem): CaseWords {
  return present(words)
}

export function historyRow({ tenant: _tenant, id: _id, ...row }: HistoryItem): HistoryRow {
  return deeply(row)
}

export const historyItem = ({ tenant, id }: Pick<CaseRecord, 'tenant' | 'id'>, row: HistoryRow) => ({
  tenant,
  id,
  ...(row as Mutable<HistoryRow>),
})

type Present<T> = { [K in keyof T]: Exclude<T[K], undefined> }

/** Without the fields that are there but undefined. */
export function present<T extends object>(value: T): Present<T> {
  return Object.fromEntries(Object.entries(value).filter(([, inner]) => inner !== undefined)) as Present<T>
}

type Deeply<T> = T extends readonly (infer One)[]
  ? Deeply<One>[]
  : T extends object
    ? { [K in keyof T]: Deeply<Exclude<T[K], undefined>> }
    : T

/** The same at every depth. */
function deeply<T>(value: T): Deeply<T> {
  if (Array.isArray(value)) return value.map((one: unknown) => deeply(one)) as Deeply<T>
  if (typeof value !== 'object' || value === null) return value as Deeply<T>
  const entries = Object.entries(present(value)).map(([name, inner]) => [name, deeply(inner)])
  return Object.fromEntries(entries) as Deeply<T>
}

/** What is stored is not changed in place, but the tables' types ask for lists that could be. */
type Mutable<T> = T extends readonly (infer One)[]
  ? Mutable<One>[]
  : T extends object
    ? { -readonly [K in keyof T]: Mutable<T[K]> }
    : T
