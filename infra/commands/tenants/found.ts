import { cityCode, tenantCode } from '#shared/kernel/ids'
import { foundTenant, keepCity, listTenants } from '#shared/tenants/contract'
import { cityNames, divisionNames } from '#shared/tenants/divisions'
import type { TenantView } from '#shared/tenants/tenant'
import { CommandRefused, print } from '../terminal.ts'
import { DoorRefused } from './api.ts'
import type { Installation } from './installation.ts'
import { watchOnboarding } from './onboarding.ts'
import { askFounding, type Founding, type Given } from './wizard.ts'

/** Registers the city if nobody has, founds the county, and stays until it is whole. */
export async function found(
  installation: Installation,
  given: Given & { cityName?: string },
): Promise<TenantView> {
  const { ask, city, json } = installation
  const taken = await tenantsOrRegister(installation, given.cityName)
  const founding = await complete(given, city, taken)
  if (!json) print(`… ${founding.tenant} ${founding.name}`)
  const begun = await ask(foundTenant, { params: { city }, input: founding })
  return watchOnboarding(installation, begun)
}

async function tenantsOrRegister({ ask, city }: Installation, cityName: string | undefined) {
  try {
    return (await ask(listTenants, { params: { city } })).tenants.map(({ tenant }) => tenant)
  } catch (error) {
    if (!(error instanceof DoorRefused && error.problem.code === 'unknown-city')) throw error
    const name = cityName ?? cityNames[cityCode.parse(city)]
    if (name === undefined)
      throw new CommandRefused(`The city ${city} is not registered yet: say its name with --city-name.`)
    await ask(keepCity, { params: { city }, input: { name } })
    return []
  }
}

/** Everything that founding needs: asked for at a terminal, refused elsewhere. */
async function complete(given: Given, city: string, taken: readonly string[]): Promise<Founding> {
  const { tenant, adminName, adminPhone } = given
  if (tenant !== undefined && !tenantCode.safeParse(tenant).success)
    throw new CommandRefused(`${tenant} is no county: its code has six digits, such as 500229.`)
  const name = given.name ?? (tenant === undefined ? undefined : divisionNames[tenant])
  if (tenant !== undefined && name !== undefined && adminName !== undefined && adminPhone !== undefined)
    return { tenant, name, administrator: { name: adminName, phone: adminPhone } }
  if (process.stdin.isTTY && process.stdout.isTTY) return askFounding(given, city, taken)
  const missing = [
    tenant === undefined && 'the code',
    name === undefined && '--name',
    adminName === undefined && '--admin-name',
    adminPhone === undefined && '--admin-phone',
  ].filter(Boolean)
  throw new CommandRefused(
    `Missing: ${missing.join(', ')}. For example: npm run tenant -- add 500229 --admin-name 何某 --admin-phone 13900000001`,
  )
}
