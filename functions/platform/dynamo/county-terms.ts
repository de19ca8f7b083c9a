import { GetCommand } from '@aws-sdk/lib-dynamodb'
import { countyCalendar } from '#shared/calendar/county-calendar'
import type { Terms } from '#shared/cases/terms'
import { defaultCalendar } from '#shared/deadlines/default-calendar'
import { settingsVersion, tenantRecord } from '#shared/tenants/tenant'
import type { CalendarsOf, TermsOf } from '../../calendar/ports.ts'
import { patiently } from '../busy.ts'
import { realNow } from '../clock.ts'
import { settingsKey, tenantPartition } from './platform-keys.ts'
import { openPlatformTable } from './platform-tables.ts'

/** How old what a county's clocks stand on may be: a change holds everywhere after this long. */
const FRESH_MS = 30_000
/** Counties that one container keeps. */
const KEPT = 500

interface Kept {
  readonly terms: Promise<Terms>
  readonly readAt: number
}

/**
 * What counties' clocks stand on, by their settings: the limits of their stages, and their city's calendar of the version
 * named there with their own days on top. A county that the register does not know has the defaults.
 */
export function createCountyTerms(calendarsOf: CalendarsOf): TermsOf {
  const registry = openPlatformTable()
  const kept = new Map<string, Kept>()

  async function item(tenant: string, sk: string): Promise<unknown> {
    const Key = { pk: tenantPartition(tenant), sk }
    const get = new GetCommand({ TableName: registry.getName(), Key, ConsistentRead: true })
    return (await patiently(() => registry.client.send(get))).Item
  }

  async function read(tenant: string): Promise<Terms> {
    const found = await item(tenant, 'TENANT')
    if (!found) return { calendar: defaultCalendar, limits: {} }
    const { city, settings: version } = inForce.parse(found)
    const { settings } = named.parse(await item(tenant, settingsKey(version)))
    const base = await calendarOf(calendarsOf, city, settings.calendar)
    return { calendar: countyCalendar(base, await calendarsOf(tenant).own()), limits: settings.limits }
  }

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

const inForce = tenantRecord.pick({ city: true, settings: true })
const named = settingsVersion.pick({ settings: true })

async function calendarOf(calendarsOf: CalendarsOf, city: string, version: string) {
  if (version === defaultCalendar.version) return defaultCalendar
  const calendar = await calendarsOf(city).read(version)
  if (!calendar) throw new Error(`The settings of a county name a calendar ${version} that its city has not.`)
  return calendar
}
