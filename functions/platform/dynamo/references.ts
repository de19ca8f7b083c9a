import { GetItemCommand } from 'dynamodb-toolbox/entity/actions/get'
import { QueryCommand } from 'dynamodb-toolbox/table/actions/query'
import type { CatalogueRules } from '#shared/catalogue/packed-rules'
import { conditionOf } from '#shared/catalogue/rules'
import { takesCommands } from '#shared/tenants/standing'
import type { References } from '../../cases/ports.ts'
import { patiently } from '../busy.ts'
import { keeper } from '../kept.ts'
import { readRules } from './catalogue-reads.ts'
import { createCountyReader } from './county-reader.ts'
import { unitEntity, unitsPartition } from './organisation-entities.ts'
import { createPhotoStore } from './photo-store.ts'
import { staffEntity } from './staff-entities.ts'
import { askScope, type Open, perScope } from './stores.ts'

/** Frozen versions of catalogues that one container keeps. */
const RULES_KEPT = 200

/** What acts on cases may name, by the county: its conditions, units and people. */
export function createReferences(): (tenant: string) => References {
  const read = createCountyReader()
  const frozen = keeper<CatalogueRules>(RULES_KEPT)

  return perScope((tenant: string, open: Open): References => {
    const ask = askScope(tenant, open)
    return {
      async condition(version, code) {
        const rules = await frozen(`${tenant} ${version}`, () => ask((at) => readRules(at, version)))
        return rules && conditionOf(rules.conditions, code)
      },
      isUnit: (id) =>
        patiently(async () => {
          const { tenant: table } = await open()
          const get = unitEntity(table).build(GetItemCommand).key({ tenant, id })
          const { Item } = await get.options({ consistent: true }).send()
          return Item !== undefined && !Item.retired
        }),
      units: () =>
        ask(async ({ tenant: table }) => {
          const query = table.build(QueryCommand).entities(unitEntity(table))
          const all = { maxPages: Number.POSITIVE_INFINITY }
          const { Items = [] } = await query
            .query({ partition: unitsPartition(tenant) })
            .options(all)
            .send()
          return Items.map(({ id }) => id)
        }),
      keepPhotos: createPhotoStore(tenant, open).keepForGood,
      async isNeighbour(code) {
        const [own, other] = await Promise.all([read(tenant), read(code)])
        if (!other || code === tenant || other.record.city !== own?.record.city) return false
        return takesCommands(other.record.state)
      },
      worksIn: (person, unit) =>
        patiently(async () => {
          const { tenant: table } = await open()
          const get = staffEntity(table).build(GetItemCommand).key({ scope: tenant, person })
          const { Item } = await get.options({ consistent: true }).send()
          return Item?.state === 'active' && Item.unit === unit
        }),
    }
  })
}
