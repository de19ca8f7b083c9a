import type { FormattedItem } from 'dynamodb-toolbox/entity'
import type { CaseRecord, CaseWords, HistoryRow } from '#shared/cases/record'
import type { caseEntity, historyEntity, wordsEntity } from './entities.ts'
import { monthPartition, workKeys } from './keys.ts'

type CaseItem = FormattedItem<ReturnType<typeof caseEntity>>
type WordsItem = FormattedItem<ReturnType<typeof wordsEntity>>
type HistoryItem = FormattedItem<ReturnType<typeof historyEntity>>

/** The stored form of a case: with the keys of its indexes. */
export const caseItem = (record: CaseRecord) => ({
  ...record,
  ...workKeys(record),
  recentKeys: [...record.recentKeys],
  month: monthPartition(record.tenant, record.number),
})

export function caseRecord({ work: _work, workDue: _due, month: _month, ...record }: CaseItem): CaseRecord {
  return present(record)
}

export function caseWords({ tenant: _tenant, id: _id, ...words }: WordsItem): CaseWords {
  return present(words)
}

export function historyRow({ tenant: _tenant, id: _id, ...row }: HistoryItem): HistoryRow {
  return present({ ...row, evidence: present(row.evidence) })
}

type Present<T> = { [K in keyof T]: Exclude<T[K], undefined> }

/** Without the fields that are there but undefined. */
export function present<T extends object>(value: T): Present<T> {
  return Object.fromEntries(Object.entries(value).filter(([, inner]) => inner !== undefined)) as Present<T>
}
