import type { CaseRecord } from '#shared/cases/record'
import { holderOf } from '#shared/lifecycle/lifecycle'
import type { Post } from '#shared/lifecycle/posts'

/** Every partition key, of tables and of indexes, begins with the six-digit code of its county. */
export const casePartition = (tenant: string, id: string) => `${tenant}#CASE#${id}`
export const workPartition = (tenant: string, post: Post) => `${tenant}#WORK#${post}`
export const monthPartition = (tenant: string, number: string) => `${tenant}#MONTH#${number.slice(6, 12)}`
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
export function workKeys({ tenant, id, stage, due }: CaseRecord): { work?: string; workDue?: string } {
  const holder = holderOf(stage)
  return holder && due ? { work: workPartition(tenant, holder), workDue: `${due}#${id}` } : {}
}
