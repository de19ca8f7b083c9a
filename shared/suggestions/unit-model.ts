/** A case that a unit handled to its end. */
export interface HandledBy {
  readonly kind: string
  /** Of the place, from the smallest area to the largest; none where nothing is known. */
  readonly areas: readonly string[]
  readonly unit: string
}

/** How many cases each unit handled, by kind alone and by kind and area. */
export type UnitModel = ReadonlyMap<string, ReadonlyMap<string, number>>

export interface UnitGuess {
  readonly unit: string
  /** Of the cases that speak of it, how many this unit handled. */
  readonly share: number
  readonly cases: number
  /** The area that those cases lie in; absent where the kind alone speaks. */
  readonly area?: string
}

/** Fewer cases of one kind in one place are chance; the next larger area is asked then. */
const LEAST_CASES = 3

export function learnUnits(cases: Iterable<HandledBy>): UnitModel {
  const model = new Map<string, Map<string, number>>()
  for (const { kind, areas, unit } of cases)
    for (const key of keysOf(kind, areas)) {
      const units = model.get(key) ?? new Map<string, number>()
      model.set(key, units.set(unit, (units.get(unit) ?? 0) + 1))
    }
  return model
}

/** Units that handled this kind in the smallest area where enough cases speak, the likeliest first. */
export function guessUnits(model: UnitModel, { kind, areas }: Omit<HandledBy, 'unit'>): UnitGuess[] {
  const spoken = keysOf(kind, areas)
    .map((key, at) => ({ units: model.get(key), area: areas[at] }))
    .find(({ units, area }) => units && (area === undefined || total(units) >= LEAST_CASES))
  if (!spoken?.units) return []
  const cases = total(spoken.units)
  return [...spoken.units]
    .map(([unit, count]) => ({
      unit,
      share: count / cases,
      cases,
      ...(spoken.area !== undefined && { area: spoken.area }),
    }))
    .toSorted((a, b) => b.share - a.share)
}

/** From the smallest area to the kind alone. */
const keysOf = (kind: string, areas: readonly string[]) => [...areas.map((area) => `${kind} ${area}`), kind]

const total = (units: ReadonlyMap<string, number>) =>
  [...units.values()].reduce((sum, count) => sum + count, 0)
