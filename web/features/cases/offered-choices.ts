import type { CaseView } from '#shared/cases/case'
import type { Condition } from '#shared/catalogue/catalogue'
import { readKind } from '#shared/catalogue/contract'
import { conditionCodeOf } from '#shared/catalogue/rules'
import type { Language } from '#shared/kernel/language'
import type { Evidence } from '#shared/lifecycle/evidence'
import { listUnits } from '#shared/organisation/people-contract'
import { ask } from '../../lib/api.ts'

export interface Choice {
  readonly value: string
  readonly words: string
}
export type Choices = Readonly<Partial<Record<Evidence, readonly Choice[]>>>

/**
 * What the county's own lists offer for the fields that the actions ask for: its units, and the conditions of the case's
 * kind. A list that cannot be had is left out: the field is typed then.
 */
export async function offeredChoices(county: string, file: CaseView, language: Language): Promise<Choices> {
  const asked = new Set(file.actions.flatMap(({ evidence, may }) => [...evidence, ...may]))
  const [units, conditions] = await Promise.all([
    asked.has('unit') ? unitsOf(county) : [],
    asked.has('filingCondition') || asked.has('closingCondition') ? conditionsOf(county, file) : [],
  ])
  return {
    unit: units,
    filingCondition: conditions.map((one) => ({ value: conditionCodeOf(one), words: one.filing[language] })),
    // the condition that it was filed under, and no other, can be ticked
    closingCondition: conditions
      .filter((one) => conditionCodeOf(one) === file.condition)
      .map((one) => ({ value: conditionCodeOf(one), words: one.closing[language] })),
  }
}

async function unitsOf(county: string): Promise<Choice[]> {
  const reply = await ask(listUnits, { params: { county } })
  if (!reply.ok) return []
  return reply.value.units
    .filter(({ retired }) => !retired)
    .map(({ id, name }) => ({ value: id, words: name }))
}

async function conditionsOf(county: string, { kind, catalogue }: CaseView): Promise<readonly Condition[]> {
  if (!kind) return []
  const query = catalogue ? { version: catalogue } : {}
  const reply = await ask(readKind, { params: { county, kind }, query })
  return reply.ok ? reply.value.conditions : []
}
