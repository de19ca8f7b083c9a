import type { locatePlace, PlaceView } from '#shared/intake/place-contract'
import { isRefusal } from '#shared/kernel/result'
import type { Area } from '#shared/organisation/areas'
import { levelOf } from '#shared/organisation/codes'
import type { Routes } from '#shared/routes'
import { areasAbove, type Located, locate } from './locate.ts'
import type { CountyGround } from './ports.ts'

export const placeRoutes = ({
  groundOf,
}: {
  groundOf(tenant: string): CountyGround
}): Routes<typeof locatePlace> => ({
  'locate-place': async ({ signedIn: { tenant }, query: position }) => {
    const ground = groundOf(tenant)
    const found = await locate({ tenant, ground })({ position })
    return isRefusal(found) ? found : placeViewOf(found, await areasAbove(ground, found))
  },
})

function placeViewOf({ grid, class: areaClass }: Located, areas: readonly Area[]): PlaceView {
  const ofLevel = (level: ReturnType<typeof levelOf>) => {
    const found = areas.find(({ code }) => levelOf(code) === level)
    return found && { code: found.code, name: found.name }
  }
  const [community, street] = [ofLevel('community'), ofLevel('street')]
  return {
    ...(grid && { grid: { code: grid.code, ...(grid.name && { name: grid.name }), sketch: grid.sketch } }),
    ...(community && { community }),
    ...(street && { street }),
    ...(areaClass && { class: areaClass }),
  }
}
