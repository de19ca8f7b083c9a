import { classOfCode, type NewArea } from '../areas.ts'
import { levelOf } from '../codes.ts'
import type { Region } from '../geometry/lattice.ts'
import { regionOf } from '../geometry/shape.ts'
import { seats } from './seats.ts'
import { streetLines } from './streets.ts'
import { villageLines } from './villages.ts'

/** What the published divisions tell of a county. */
export interface Divisions {
  readonly streets: readonly NewArea[]
  /** Communities and villages; empty for the counties of which streets alone are held. */
  readonly communities: readonly NewArea[]
  /** Schematic; there for the counties with communities. */
  readonly seat?: { readonly at: readonly [number, number]; readonly county: Region; readonly street: string }
}

/** From here on the number is a villagers' committee's (村民委员会), below it a residents' (居民委员会). */
const FIRST_VILLAGE = 200

/** Undefined where nothing is published under the code, as for a zone that has none in GB/T 2260. */
export function divisionsOf(tenant: string): Divisions | undefined {
  const streets = areasIn(streetLines, tenant)
  if (streets.length === 0) return undefined
  const communities = streets.flatMap(({ code }) => areasIn(villageLines, code))
  const seat = seats[tenant]
  const [first] = streets
  return {
    streets,
    communities,
    // by custom the numbering of streets begins where the county's government sits
    ...(seat && first && { seat: { at: seat.at, county: regionOf(seat.outline), street: first.code } }),
  }
}

function areasIn(lines: string, above: string): NewArea[] {
  const line = lines.split('\n').find((one) => one.startsWith(`${above} `))
  if (!line) return []
  return line
    .split(' ')
    .slice(1)
    .map((entry) => areaOfEntry(above, entry.slice(0, 3), entry.slice(3)))
}

function areaOfEntry(above: string, digits: string, name: string): NewArea {
  const code = above + digits
  const suffix = levelOf(code) === 'street' ? '' : Number(digits) < FIRST_VILLAGE ? '社区' : '村'
  return { code, name: name + suffix, class: classOfCode(code), retired: false }
}
