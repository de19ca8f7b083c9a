import type { CaseView } from '#shared/cases/case'
import type { Condition } from '#shared/catalogue/catalogue'
import { limitWords } from '#shared/catalogue/limit-words'
import { conditionCodeOf } from '#shared/catalogue/rules'
import type { Language } from '#shared/kernel/language'
import type { Evidence } from '#shared/lifecycle/evidence'
import { readConditions, readPeople, readUnits } from '../../lib/names.ts'
import { openCases } from './open-cases.ts'

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
  const [units, people, others, conditions] = await Promise.all([
    asked.has('unit') ? unitsOf(county) : [],
    asked.has('person') ? peopleOf(county, file) : [],
    asked.has('case') ? openCases(county, file) : [],
    asked.has('filingCondition') || asked.has('closingCondition') ? conditionsOf(county, file) : [],
  ])
  return {
    unit: units,
    assisting: units,
    person: people,
    case: others,
    filingCondition: conditions.map((one) => ({
      value: conditionCodeOf(one),
      words: `${one.filing[language]}（${limitWords(one.limit, language)}）`,
    })),
    // the condition that it was filed under, and no other, can be ticked
    closingCondition: conditions
      .filter((one) => conditionCodeOf(one) === file.condition)
      .map((one) => ({ value: conditionCodeOf(one), words: one.closing[language] })),
  }
}

const unitsOf = async (county: string): Promise<Choice[]> =>
  (await readUnits(county))
    .filter(({ retired }) => !retired)
    .map(({ id, name }) => ({ value: id, words: name }))

/** Who works in the unit that has it. */
const peopleOf = async (county: string, { unit }: CaseView): Promise<Choice[]> =>
  (await readPeople(county))
    .filter((one) => one.unit === unit && one.state === 'active')
    .map(({ person, name = person }) => ({ value: person, words: name }))

const conditionsOf = async (county: string, { kind, catalogue }: CaseView): Promise<readonly Condition[]> =>
  kind ? readConditions(county, kind, catalogue) : []
