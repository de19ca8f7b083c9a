import { kindOfComponent } from '#shared/components/component'
import type { Surroundings } from '../../cases/ports.ts'
import { keeper } from '../kept.ts'
import { readRules } from './catalogue-reads.ts'
import { createComponentStore } from './component-store.ts'
import { createGroundStore } from './ground-store.ts'
import { createPhotoStore } from './photo-store.ts'
import { askScope, type Open, perScope } from './stores.ts'

/** Frozen versions of catalogues whose kinds one container keeps. */
const CATALOGUES_KEPT = 200

/** What reports may name of a county, by its code, and the ground that it lies on. */
export function createSurroundings() {
  const frozen = keeper<ReadonlySet<string>>(CATALOGUES_KEPT)

  return perScope((tenant: string, open: Open) => {
    const ask = askScope(tenant, open)
    const components = createComponentStore(tenant, open)
    const names: Omit<Surroundings, 'locate'> = {
      async component(code) {
        const found = code.startsWith(tenant) ? await components.byCode(code) : undefined
        if (!found) return undefined
        const { longitude, latitude, grid } = found
        // 权属 before 主管: who owns it has it mended
        const owner = found.owner ?? found.department
        return {
          kind: kindOfComponent(code),
          position: { longitude, latitude },
          ...(grid && { grid }),
          ...(owner && { owner }),
        }
      },
      async isKind(version, kind) {
        const kinds = await frozen(`${tenant} ${version}`, async () => {
          const rules = await ask((at) => readRules(at, version))
          return rules && new Set(rules.kinds.map(({ code }) => code))
        })
        return kinds?.has(kind) ?? false
      },
      keepPhotos: createPhotoStore(tenant, open).keepForGood,
    }
    return { names, ground: createGroundStore(tenant, open) }
  })
}
