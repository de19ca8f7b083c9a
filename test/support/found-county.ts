import type { ProductCloud } from './product-cloud.ts'
import { keepReadyPhotos } from './ready-photos.ts'

const CITY = '500000'
const commission = { tenant: undefined, city: CITY, person: 'c1', posts: ['commission-administrator'] }

/**
 * Puts a county into the register of its city and has it laid: areas, catalogue, calendar, units. `byRule`: it dispatches
 * by the rules that it begins with; otherwise every case waits for the dispatcher.
 */
export async function foundCounty(
  cloud: Pick<ProductCloud, 'post' | 'settled' | 'clientConfig'>,
  tenant: string,
  name: string,
  { byRule = false } = {},
): Promise<void> {
  const city = `/api/city/${CITY}`
  await cloud.post(city, { name: '重庆市' }, { claims: commission })
  const administrator = { name: '何某', phone: '13900000001' }
  const { status } = await cloud.post(
    `${city}/tenants`,
    { tenant, name, administrator },
    { claims: commission },
  )
  if (status !== 201) throw new Error(`The county was not taken into the register: ${status}`)
  await cloud.settled()
  await keepReadyPhotos(cloud.clientConfig, tenant)
  if (byRule) return
  const emptied = await cloud.post(
    `/api/t/${tenant}/dispatch-rules`,
    { version: 1, reason: '一律人工派遣', rules: [] },
    { claims: { tenant, person: 'p-dispatcher', posts: ['dispatcher'] } },
  )
  if (emptied.status !== 201) throw new Error(`The rules were not emptied: ${emptied.status}`)
}
