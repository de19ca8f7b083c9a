import type { administratorsAway } from '#shared/tenants/settings'
import type { CountyReader } from './ports.ts'

/** Where an administrator of a city's county sits, by its settings; undefined when it is no county of the city. */
export const administratorSits =
  (which: (typeof administratorsAway)[number], { read }: { read: CountyReader }) =>
  async (city: string, tenant: string): Promise<'county' | 'commission' | undefined> => {
    const file = await read(tenant)
    if (file?.record.city !== city) return undefined
    return file.settings.settings.administratorsAtCommission.includes(which) ? 'commission' : 'county'
  }
