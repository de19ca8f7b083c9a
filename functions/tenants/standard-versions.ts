import { defaultCalendar } from '#shared/deadlines/default-calendar'
import type { TenantSettings } from '#shared/tenants/settings'

/** The catalogue and the calendar that a county begins with. */
export const standardVersions: Pick<TenantSettings, 'catalogue' | 'calendar'> = {
  catalogue: 'base-1',
  calendar: defaultCalendar.version,
}
