import { GetItemCommand } from 'dynamodb-toolbox/entity/actions/get'
import { countyCalendar } from '#shared/calendar/county-calendar'
import { dutyCalendar } from '#shared/calendar/duty'
import type { Terms } from '#shared/cases/terms'
import type { Calendar } from '#shared/deadlines/calendar'
import { defaultCalendar } from '#shared/deadlines/default-calendar'
import type { DutyRow } from '#shared/organisation/duty'
import type { TermsOf } from '../../calendar/ports.ts'
import { realNow } from '../clock.ts'
import { keeper } from '../kept.ts'
import { readCalendar, readOwnCalendar } from './calendar-reads.ts'
import { readVersionInForce } from './catalogue-in-force.ts'
import { createCountyReader } from './county-reader.ts'
import { dutyEntity } from './organisation-entities.ts'
import { askScope, type OfScope, perScope } from './stores.ts'

/** How old what a county's cases run by may be: a change holds everywhere after this long. */
const FRESH_MS = 30_000
/** Counties, and cities' calendars, that one container keeps. */
const KEPT = 500

interface Kept {
  readonly terms: Promise<Terms>
  readonly readAt: number
}

/**
 * What counties' cases run by, by their settings: grants, the limits of their stages, and their city's calendar of the
 * version named there with their own days on top, and their duty hours. A county that the register does not know has the defaults.
 */
export function createCountyTerms(): TermsOf {
  const read = termsReader()
  const kept = new Map<string, Kept>()

  return (tenant) => {
    const known = kept.get(tenant)
    if (known && realNow() - known.readAt < FRESH_MS) return known.terms
    const terms = read(tenant)
    // a failed reading is not kept
    terms.catch(() => kept.get(tenant)?.terms === terms && kept.delete(tenant))
    kept.delete(tenant)
    kept.set(tenant, { terms, readAt: realNow() })
    for (const oldest of kept.keys()) {
      if (kept.size <= KEPT) break
      kept.delete(oldest)
    }
    return terms
  }
}

function termsReader() {
  const readCounty = createCountyReader()
  const scoped = perScope(askScope)
  const frozen = keeper<Calendar>(KEPT)

  async function calendarOf(city: string, version: string): Promise<Calendar> {
    if (version === defaultCalendar.version) return defaultCalendar
    const found = await frozen(`${city} ${version}`, () => scoped(city)((at) => readCalendar(at, version)))
    if (!found) throw new Error(`The settings of a county name a calendar ${version} that its city has not.`)
    return found
  }

  return async (tenant: string): Promise<Terms> => {
    const county = await readCounty(tenant)
    if (!county) return { calendar: defaultCalendar, limits: {} }
    const { calendar, limits, grants, ladder, filedByRule, channels, requestLimit, remoteInspections } =
      county.settings.settings
    const [base, own, catalogue, duty] = await Promise.all([
      calendarOf(county.record.city, calendar),
      scoped(tenant)(readOwnCalendar),
      scoped(tenant)(readVersionInForce),
      scoped(tenant)(readDutyHours),
    ])
    const whole = countyCalendar(base, own)
    const atDesks = dutyCalendar(whole, duty)
    return {
      calendar: whole,
      ...(atDesks && { duty: atDesks }),
      limits,
      grants,
      ladder,
      filedByRule,
      channels,
      ...(requestLimit && { requestLimit }),
      ...(remoteInspections !== undefined && { remoteInspections }),
      ...(catalogue && { catalogue }),
    }
  }
}

/** The hours of the duty table, without its people: those are the organisation's. */
async function readDutyHours({ tenant: table, scope: tenant }: OfScope) {
  const get = dutyEntity(table).build(GetItemCommand).key({ tenant })
  const { Item } = await get.options({ consistent: true }).send()
  return (Item?.rows ?? []) as Pick<DutyRow, 'day' | 'from' | 'until'>[]
}
