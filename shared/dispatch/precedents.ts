import type { Instant } from '../kernel/instant.ts'
import type { Precedent } from './dispatch-rule.ts'

const STREET_DIGITS = 9

/** Where a ruling on a case binds: in the street or town that it lies in, else in the whole county. */
export const boundBy = (area: string): string =>
  area.slice(0, area.length < STREET_DIGITS ? 6 : STREET_DIGITS)

/** What a ruling leaves behind; undefined for a case of no kind, which binds nothing. */
export function precedentOf(
  ruled: {
    readonly tenant: string
    readonly number: string
    readonly kind?: string | undefined
    readonly area?: string | undefined
  },
  { lead, at }: { readonly lead: string; readonly at: Instant },
): Precedent | undefined {
  const { tenant, number, kind, area = tenant } = ruled
  return kind === undefined ? undefined : { caseNumber: number, kind, area: boundBy(area), lead, at }
}

/** The rulings, the newest first, each with whether it decides now: the latest of its kind and place does. */
export function bindingOf(precedents: readonly Precedent[]): (Precedent & { readonly binding: boolean })[] {
  const when = ({ at, caseNumber }: Precedent) => `${at} ${caseNumber}`
  const decided = new Set<string>()
  return precedents
    .toSorted((a, b) => (when(a) < when(b) ? 1 : -1))
    .map((one) => {
      const place = `${one.kind} ${one.area}`
      const binding = !decided.has(place)
      decided.add(place)
      return { ...one, binding }
    })
}
