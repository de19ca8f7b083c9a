import type { Channel } from '#shared/cases/channels'
import { createCountyReader } from './platform-county-reader.ts'

const CITIZENS: Channel = 'citizen'

/** Whether a county takes what citizens send: one that is registered, and has not closed their door. */
export function createCitizenChannel(): (tenant: string) => Promise<boolean> {
  const read = createCountyReader()
  return async (tenant) => (await read(tenant))?.settings.settings.channels.includes(CITIZENS) ?? false
}
