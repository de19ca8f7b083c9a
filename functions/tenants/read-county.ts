import { type Refusal, refuse } from '#shared/kernel/result'
import type { CountyShown } from '#shared/tenants/contract'
import type { CountyReader } from './ports.ts'

/** How the county calls itself, and whether it is open. */
export const readCounty =
  ({ read }: { read: CountyReader }) =>
  async (county: string): Promise<CountyShown | Refusal> => {
    const file = await read(county)
    if (!file) return refuse('unknown-tenant')
    const { placeName, relaxed } = file.settings.settings
    return { county, placeName, state: file.record.state, relaxed }
  }
