import type { Calendar } from '#shared/deadlines/calendar'
import { type Choice, chooseUnit } from '#shared/dispatch/choose-unit'
import type { DispatchRule } from '#shared/dispatch/dispatch-rule'
import { hoursAt } from '#shared/dispatch/hours'
import type { Suggestion } from '#shared/dispatch/suggestion'
import type { Filed, Responsible, RuleBooks } from './ports.ts'

interface Needs {
  readonly books: Pick<RuleBooks, 'newest' | 'read' | 'bindingFor'>
  readonly responsible: Responsible
}

/** Who should handle a filed case, by the rulings and rules in force, and what is held against it. */
export const choose =
  (needs: Needs) =>
  async (filed: Filed, nowMs: number, duty: Calendar): Promise<Suggestion> => {
    const choice = await chosen(needs, filed, nowMs, duty)
    return filed.returns ? { ...choice, doubt: 'returned' } : choice
  }

async function chosen(
  { books, responsible }: Needs,
  { tenant, kind, area = tenant, owner, condition, catalogue }: Filed,
  nowMs: number,
  duty: Calendar,
): Promise<Choice> {
  if (kind === undefined) return { assisting: [], doubt: 'no-rule' }
  const situation = { kind, area, hours: hoursAt(duty, nowMs), ...(owner !== undefined && { owner }) }
  const [rules, precedents, confirmed] = await Promise.all([
    rulesInForce(books),
    books.bindingFor(kind, area),
    catalogue !== undefined && condition !== undefined && responsible.isConfirmed(catalogue, condition),
  ])
  const known = { rules, precedents, isConfirmed: () => confirmed, isRetired: () => false }
  const first = chooseUnit(known, situation)
  const named = first.lead === undefined ? [] : [first.lead, ...first.assisting]
  const working = await Promise.all(named.map((unit) => responsible.isUnit(unit)))
  const gone = named.filter((_unit, at) => !working[at])
  return gone.length === 0
    ? first
    : chooseUnit({ ...known, isRetired: (unit) => gone.includes(unit) }, situation)
}

async function rulesInForce(books: Needs['books']): Promise<readonly DispatchRule[]> {
  const newest = await books.newest()
  return (newest && (await books.read(newest.version))?.rules) ?? []
}
