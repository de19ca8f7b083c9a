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
  const rules = await rulesInForce(books)
  const working = unitsAskedOnce(responsible)
  const [precedents, confirmed] = await Promise.all([
    books.bindingFor(kind, area),
    catalogue !== undefined && condition !== undefined && responsible.isConfirmed(catalogue, condition),
    // a ruling is rare: whom the rules alone name is asked for meanwhile
    working(namedIn(chooseUnit({ rules, precedents: [], ...unasked }, situation))),
  ])
  const known = { rules, precedents, isConfirmed: () => confirmed, isRetired: () => false }
  const first = chooseUnit(known, situation)
  const gone = await working(namedIn(first))
  return gone.length === 0
    ? first
    : chooseUnit({ ...known, isRetired: (unit) => gone.includes(unit) }, situation)
}

const unasked = { isConfirmed: () => true, isRetired: () => false }

const namedIn = ({ lead, assisting }: Choice) => (lead === undefined ? [] : [lead, ...assisting])

/** Which of some units cannot be sent a case; none is asked about twice. */
function unitsAskedOnce({ isUnit }: Responsible) {
  const asked = new Map<string, Promise<boolean>>()
  return async (units: readonly string[]): Promise<readonly string[]> => {
    for (const unit of units) if (!asked.has(unit)) asked.set(unit, isUnit(unit))
    const working = await Promise.all(units.map((unit) => asked.get(unit)))
    return units.filter((_unit, at) => !working[at])
  }
}

async function rulesInForce(books: Needs['books']): Promise<readonly DispatchRule[]> {
  const newest = await books.newest()
  return (newest && (await books.read(newest.version))?.rules) ?? []
}
