import type { Catalogue } from '#shared/catalogue/catalogue'
import { areaOfGrid, gridCode, parentOf } from '#shared/organisation/codes'
import { keeper, keptFor } from '../kept.ts'
import { readArea } from './area-store.ts'
import { readVersionInForce } from './catalogue-in-force.ts'
import { readCatalogueDocument } from './catalogue-reads.ts'
import { askScope, type Open } from './stores.ts'
import { createUnitStore } from './unit-store.ts'

/** Names change seldom: a container reads them anew after so long. */
const KEPT_MS = 60_000
const CATALOGUES_KEPT = 4

/** What kinds, units and places of one county are called, as it was a minute ago. */
export function createNames(tenant: string, open: Open) {
  const ask = askScope(tenant, open)
  const units = createUnitStore(tenant, open)
  const frozen = keeper<Catalogue>(CATALOGUES_KEPT)
  const version = keptFor(KEPT_MS, () => ask(readVersionInForce))
  const unitNames = keptFor(
    KEPT_MS,
    async () => new Map((await units.units()).map(({ id, name }) => [id, name])),
  )
  const areas = keptFor(KEPT_MS, async () => new Map<string, Promise<string | undefined>>())

  const areaName = async (code: string) => {
    const read = await areas()
    const known = read.get(code)
    if (known) return known
    const name = ask((at) => readArea(at, tenant, code)).then((area) => area?.name)
    name.catch(() => read.delete(code))
    read.set(code, name)
    return name
  }

  return {
    async catalogue() {
      const inForce = await version()
      return inForce === undefined
        ? undefined
        : frozen(inForce, () => ask((at) => readCatalogueDocument(at, inForce)))
    },
    unitName: async (id: string) => (await unitNames()).get(id),
    async placeNames(code: string) {
      const names: string[] = []
      let area: string | undefined = gridCode.safeParse(code).success ? areaOfGrid(code) : code
      for (; area !== undefined && area !== tenant; area = parentOf(area)) {
        const name = await areaName(area)
        if (name) names.push(name)
      }
      return names
    },
  }
}
