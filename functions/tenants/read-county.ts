import { type Refusal, refuse } from '#shared/kernel/result'
import type { TenantState } from '#shared/tenants/standing'
import type { CountyReader } from './ports.ts'

interface CountyShown {
  readonly county: string
  readonly placeName: string
  readonly state: TenantState
}

/** How the county calls itself, and whether it is open. */
export const readCounty =
  ({ read }: { read: CountyReader }) =>
  async (county: string): Promise<CountyShown | Refusal> => {
    const file = await read(county)
    if (!file) return refuse('unknown-tenant')
    return { county, placeName: file.settings.settings.placeName, state: file.record.state }
  }
