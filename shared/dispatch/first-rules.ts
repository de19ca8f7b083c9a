import type { Unit } from '../organisation/units.ts'
import type { DispatchRule } from './dispatch-rule.ts'

/**
 * Who answers for what in nearly every county: units of the template (shared/organisation/unit-template.ts) with the kinds
 * of the published catalogue that nobody disputes with them. What several usually claim is not here: it is asked.
 */
const usual: Readonly<Record<string, string>> = {
  'water-supply': '10101 10125 20501',
  drainage: '10102 10103 10104 20503',
  power: '10105 10128 10129 10130 10147 10148',
  gas: '10111 10149 10157 20502',
  cable: '10108 10133',
  sanitation: '10115 10301 10302 10304 10305 10313 20110 20112 20116',
  parks: '10114 20117 20118 20119 20121 20123',
  'municipal-works': '10106 10126 10134 10137 10138 10212 10221 20113 20505',
  'traffic-police': '10120 10213 10214 10215 10216 10217 20409',
  transport: '10204 10205 20408',
  'water-resources': '10506 10507 10508 20124 20125',
  environment: '10309 10311 20126',
  construction: '10502 20301 20304 20306 20307 20308 20310',
  enforcement: '20107 20129 20201 20401 20404 20405 20406',
}

/** Says where it comes from, in the reason of every case that it sends. */
const BASIS = '开通时预置的通行分工，请按本区县责任清单核定'

/** What the county orders of its own goes between and before. */
const USUAL_ORDER = 500
const CLAIMED_ORDER = 900

/**
 * The book that a county begins with, so that it dispatches from its first day: the usual kinds of the units that it has,
 * and below them every class for each department that answers for it. Where several do the rules contradict each other,
 * and the dispatcher is asked.
 */
export function firstRules(units: readonly Unit[], kinds: readonly string[]): DispatchRule[] {
  const working = units.filter(({ retired }) => !retired)
  const isKnown = (code: string) => kinds.some((kind) => kind.startsWith(code))
  const rule = (id: string, order: number, codes: readonly string[], lead: string): DispatchRule[] => {
    const known = codes.filter(isKnown)
    return known.length > 0 ? [{ id, order, when: { kinds: known }, lead, assisting: [], basis: BASIS }] : []
  }
  return [
    ...working.flatMap(({ id }) => rule(`usual-${id}`, USUAL_ORDER, usual[id]?.split(' ') ?? [], id)),
    ...working
      .filter(({ kind, actedFor }) => kind === 'department' && !actedFor)
      .flatMap(({ id, classes }) =>
        classes.flatMap((code) => rule(`class-${code}-${id}`.slice(0, 40), CLAIMED_ORDER, [code], id)),
      ),
  ]
}
