import type { CaseView } from '#shared/cases/case'
import { readCase } from '#shared/cases/contract'
import { readKind } from '#shared/catalogue/contract'
import { conditionCodeOf } from '#shared/catalogue/rules'
import type { Wording } from '#shared/kernel/language'
import type { Problem } from '#shared/kernel/problem'
import { ask } from '../../lib/api.ts'

export interface PrintedCase {
  readonly file: CaseView
  /** What it was filed under, and what must be done for it to close. */
  readonly condition?: { readonly filing: Wording; readonly closing: Wording }
}

/** The cases to be printed in their order; the first that cannot be had keeps all back, so that none is missing unseen. */
export async function readSheets(
  county: string,
  ids: readonly string[],
): Promise<{ cases: readonly PrintedCase[] } | { problem: Problem }> {
  const replies = await Promise.all(ids.map((id) => ask(readCase, { params: { county, case: id } })))
  const cases: PrintedCase[] = []
  for (const reply of replies) {
    if (!reply.ok) return { problem: reply.problem }
    cases.push(await withCondition(county, reply.value))
  }
  return { cases }
}

async function withCondition(county: string, file: CaseView): Promise<PrintedCase> {
  if (!file.kind || !file.condition) return { file }
  const query = file.catalogue ? { version: file.catalogue } : {}
  const reply = await ask(readKind, { params: { county, kind: file.kind }, query })
  const found = reply.ok && reply.value.conditions.find((one) => conditionCodeOf(one) === file.condition)
  return found ? { file, condition: { filing: found.filing, closing: found.closing } } : { file }
}
