import type { Masks } from '#shared/kernel/mask'
import { firstMasks } from '#shared/tenants/settings'
import { createCountyReader } from './county-reader.ts'

/** What a county hides of phones and names, by its settings; one that the register does not know begins as all do. */
export function createCountyMasks(): (county: string) => Promise<Masks> {
  const read = createCountyReader()
  return async (county) => (await read(county))?.settings.settings.masks ?? firstMasks
}
