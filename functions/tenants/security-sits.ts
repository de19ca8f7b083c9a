import type { CountyReader } from './ports.ts'

/** Where the security administrator of a city's county sits, by its settings; undefined when it is no county of the city. */
export const securitySits =
  ({ read }: { read: CountyReader }) =>
  async (city: string, tenant: string): Promise<'county' | 'commission' | undefined> => {
    const file = await read(tenant)
    if (file?.record.city !== city) return undefined
    return file.settings.settings.administratorsAtCommission.includes('security') ? 'commission' : 'county'
  }
