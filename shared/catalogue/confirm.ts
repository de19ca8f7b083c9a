import * as z from 'zod'
import type { FieldProblem } from '../kernel/result.ts'
import { type Catalogue, conditionCode, handlingLimit } from './catalogue.ts'
import { conditionCodeOf } from './rules.ts'

/** A limit as the county's administrator settles it, the guessed one or another. */
export const confirmation = z.strictObject({ condition: conditionCode, limit: handlingLimit })
export type Confirmation = z.output<typeof confirmation>

/** Confirmations that name no condition of the catalogue, or one twice. */
export function confirmationProblems(
  { conditions }: Catalogue,
  confirmations: readonly Confirmation[],
): FieldProblem[] {
  const known = new Set(conditions.map(conditionCodeOf))
  const seen = new Set<string>()
  return confirmations.flatMap(({ condition }, at): FieldProblem[] => {
    const field = `conditions.${at}.condition`
    if (!known.has(condition)) return [{ field, code: 'not-offered' }]
    return seen.size === seen.add(condition).size ? [{ field, code: 'repeated' }] : []
  })
}

export function withConfirmed(
  catalogue: Catalogue,
  confirmations: readonly Confirmation[],
  version: string,
): Catalogue {
  const limits = new Map(confirmations.map(({ condition, limit }) => [condition, limit]))
  const conditions = catalogue.conditions.map((row) => {
    const limit = limits.get(conditionCodeOf(row))
    return limit ? { ...row, limit, confirmed: true } : row
  })
  return { ...catalogue, version, conditions }
}
