import { type Counted, type CountedRow, countedOf, dayOf, type Place } from './count.ts'
import { type Counts, summed } from './counters.ts'

/** What one case counted for on one day: a function of its history, so that folding again changes nothing. */
export interface DayFacts {
  /** `yyyy-MM-dd`, in China. */
  readonly day: string
  /** Last act of the day: facts of a lower one are older. */
  readonly version: number
  readonly acts: number
  /** By {@link placeKey}. */
  readonly counts: Readonly<Record<string, Counts>>
}

const fields = ['kind', 'street', 'unit', 'channel', 'post'] as const satisfies readonly (keyof Place)[]

/** `20601|500235001|yy-cg|hotline|acceptor`; nothing between the bars for what is not known. */
export const placeKey = (place: Place): string => fields.map((field) => place[field] ?? '').join('|')

/** The value that a key has for a dimension; '' where it is not known. */
export function valuesOf(key: string): Readonly<Record<(typeof fields)[number], string>> {
  const [kind = '', street = '', unit = '', channel = '', post = ''] = key.split('|')
  return { kind, street, unit, channel, post }
}

/** The facts of every day on which something happened to the case. */
export function factsOf(history: readonly CountedRow[]): DayFacts[] {
  const counted = Map.groupBy(countedOf(history), ({ day }) => day)
  return [...Map.groupBy(history, dayOf)].map(([day, rows]) => ({
    day,
    version: Math.max(...rows.map(({ version }) => version)),
    acts: rows.length,
    counts: byPlace(counted.get(day) ?? []),
  }))
}

function byPlace(counted: readonly Counted[]): DayFacts['counts'] {
  const keys = Map.groupBy(counted, ({ place }) => placeKey(place))
  const sums = [...keys].map(([key, some]) => [key, summed(some.map(({ counts }) => counts))] as const)
  return Object.fromEntries(sums.filter(([, counts]) => Object.keys(counts).length > 0))
}
