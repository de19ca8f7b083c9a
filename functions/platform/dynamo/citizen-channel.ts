import type { Channel } from '#shared/cases/channels'
import type { CitizenChannel } from '../../intake/ports.ts'
import { createCountyReader } from './county-reader.ts'

const CITIZENS: Channel = 'citizen'

/** What a county is called by citizens, and whether their door is open; undefined for one that is not registered. */
export function createCitizenChannel(): (tenant: string) => Promise<CitizenChannel | undefined> {
  const read = createCountyReader()
  return async (tenant) => {
    const settings = (await read(tenant))?.settings.settings
    return settings && { placeName: settings.placeName, open: settings.channels.includes(CITIZENS) }
  }
}
