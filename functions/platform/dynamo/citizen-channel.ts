import type { Channel } from '#shared/cases/channels'
import { createCountyReader } from './county-reader.ts'

const CITIZENS: Channel = 'citizen'

/** What a county is called by citizens; undefined for one that is not registered, or has closed their door. */
export function createCitizenChannel(): (tenant: string) => Promise<string | undefined> {
  const read = createCountyReader()
  return async (tenant) => {
    const settings = (await read(tenant))?.settings.settings
    return settings?.channels.includes(CITIZENS) ? settings.placeName : undefined
  }
}
