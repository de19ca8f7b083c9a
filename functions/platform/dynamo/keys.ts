import type { CaseRecord } from '#shared/cases/record'
import { type SideWork, type WorkList, workListOf } from '#shared/cases/work-lists'

/** Every partition key, of tables and of indexes, begins with the six-digit code of its county. */
export const casePartition = (tenant: string, id: string) => `${tenant}#CASE#${id}`
export const workPartition = (tenant: string, list: WorkList) => `${tenant}#WORK#${list}`
export const monthPartition = (tenant: string, number: string) => `${tenant}#MONTH#${number.slice(6, 12)}`
/** Where something was reported: the cell that its point lies in, or the smallest area known. */
export const spotPartition = (tenant: string, spot: string) => `${tenant}#SPOT#${spot}`
/** `date` is `yyyy-MM-dd`. */
export const numbersPartition = (tenant: string, date: string) =>
  `${tenant}#NUMBERS#${date.replaceAll('-', '')}`

/** Sessions of the people of a county or a commission. */
export const standingPartition = (scope: string) => `${scope}#STANDING`

export const historyKey = (version: number) => `HISTORY#${String(version).padStart(6, '0')}`
/** All rows of a case's history. */
export const histories = { beginsWith: 'HISTORY#' }
export const tokenKey = (run: number) => `TOKEN#${run}`

/** Keys of the sparse index of open work: absent once the case has ended. */
export function workKeys(record: CaseRecord): { work?: string; workDue?: string } {
  const { tenant, id, due } = record
  const list = workListOf(record)
  return list && due ? { work: workPartition(tenant, list), workDue: `${due}#${id}` } : {}
}

/** Keys of what a case asks of others than who has it. */
export const sideKeys = ({ tenant, id }: Pick<CaseRecord, 'tenant' | 'id'>, { list, due }: SideWork) => ({
  work: workPartition(tenant, list),
  workDue: `${due}#${id}`,
})
export const sideKey = (name: string) => `SIDE#${name}`
