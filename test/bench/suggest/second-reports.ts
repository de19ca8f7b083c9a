import type { Chance } from '../../support/chance.ts'
import type { CityCase } from './real-data.ts'

/** A report by somebody else of what another had reported: near it, later, in other words. */
export interface SecondReport extends CityCase {
  readonly of: string
}

const METRE_DEGREES = 1 / 111_320
const HOUR_MS = 3_600_000
/** People stand away from what they report, and telephones err. */
const AWAY_METRES = [5, 15, 30, 60, 90]
const LATER_HOURS = [1, 6, 24, 72, 144]
/** One in so many names another type of the same thing than the first did, or none. */
const OTHER_TYPE = 0.15

/** Second reports of so many cases, place, time and words shifted by chance that repeats with its seed. */
export function secondReports(cases: readonly CityCase[], many: number, chance: Chance): SecondReport[] {
  const chosen = new Set<CityCase>()
  while (chosen.size < Math.min(many, cases.length)) chosen.add(chance.one(cases))
  return [...chosen].map((one) => ({
    ...one,
    id: `second-${one.id}`,
    of: one.id,
    ...(chance.happens(OTHER_TYPE) && { type: '' }),
    title: retold(one.title, chance),
    place: chance.happens(0.5) ? one.place : retold(one.place, chance),
    position: moved(one.position, chance),
    openedMs: one.openedMs + chance.one(LATER_HOURS) * HOUR_MS,
  }))
}

function moved({ longitude, latitude }: CityCase['position'], chance: Chance) {
  const metres = chance.one(AWAY_METRES)
  const angle = (chance.whole(0, 359) * Math.PI) / 180
  const eastward = Math.cos((latitude * Math.PI) / 180)
  return {
    longitude: longitude + (metres * METRE_DEGREES * Math.cos(angle)) / eastward,
    latitude: latitude + metres * METRE_DEGREES * Math.sin(angle),
  }
}

/** Some words fall away and the rest change their order. */
function retold(words: string, chance: Chance): string {
  const kept = words.split(/\s+/).filter(() => !chance.happens(0.4))
  const at = chance.whole(0, kept.length)
  return [...kept.slice(at), ...kept.slice(0, at)].join(' ') || words
}
