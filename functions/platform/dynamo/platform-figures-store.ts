import { Entity } from 'dynamodb-toolbox/entity'
import { GetItemCommand } from 'dynamodb-toolbox/entity/actions/get'
import { PutItemCommand } from 'dynamodb-toolbox/entity/actions/put'
import { any } from 'dynamodb-toolbox/schema/any'
import { item } from 'dynamodb-toolbox/schema/item'
import { number } from 'dynamodb-toolbox/schema/number'
import { string } from 'dynamodb-toolbox/schema/string'
import { type CityOverview, cityOverview } from '#shared/evaluation/overview'
import { type PackedCounts, packed, unpacked } from '#shared/evaluation/packed'
import type { CountyStanding, OverviewStore } from '../../evaluation/ports.ts'
import { patiently } from '../busy.ts'
import { conditionFailed } from './expectations.ts'
import { readRecord } from './platform-county-reader.ts'
import { figuresOfCityPartition } from './platform-keys.ts'
import { registryEntities } from './platform-registry-entities.ts'
import { readLines } from './platform-registry-store.ts'
import { openPlatformTable, type PlatformTable } from './platform-tables.ts'

/** What a city's counties came to: one item, so that it is read in one get. */
const overviewEntity = (table: PlatformTable) =>
  new Entity({
    name: 'Overview',
    table,
    timestamps: false,
    schema: item({
      city: string().key(),
      sequence: number(),
      /** Judged by the schema of shared/evaluation when it is read. */
      counties: any(),
    }),
    computeKey: ({ city }) => ({ pk: figuresOfCityPartition(city), sk: 'OVERVIEW' }),
  })

export function createOverviews(table = openPlatformTable()): OverviewStore {
  const overviews = overviewEntity(table)
  const registry = registryEntities(table)
  return {
    counties: (city) => patiently(() => readLines(table, registry, city)),
    async read(city) {
      const get = overviews.build(GetItemCommand).key({ city }).options({ consistent: true })
      const { Item } = await patiently(() => get.send())
      return (
        Item && cityOverview.parse({ ...Item, counties: (Item.counties as PackedLine[]).map(unpackedLine) })
      )
    },
    keep(overview) {
      const { sequence } = overview
      const put = overviews
        .build(PutItemCommand)
        .item({ ...overview, counties: overview.counties.map(packedLine) })
        .options({
          condition:
            sequence === 1 ? { attr: 'sequence', exists: false } : { attr: 'sequence', eq: sequence - 1 },
        })
      return patiently(() => conditionFailed(put.send(), 'kept', 'changed'))
    },
  }
}

type County = CityOverview['counties'][number]
const countsOf = ['today', 'month', 'standing'] as const

function packedLine({ figures, ...county }: County) {
  if (!figures) return county
  return {
    ...county,
    figures: { ...figures, ...Object.fromEntries(countsOf.map((part) => [part, packed(figures[part])])) },
  }
}

type PackedLine = Omit<County, 'figures'> & {
  readonly figures?: Record<(typeof countsOf)[number], PackedCounts>
}

function unpackedLine({ figures, ...county }: PackedLine) {
  if (!figures) return county
  return {
    ...county,
    figures: { ...figures, ...Object.fromEntries(countsOf.map((part) => [part, unpacked(figures[part])])) },
  }
}

/** Which city a county stands under, and whether it has left. */
export function createCountyStanding(): CountyStanding {
  const entities = registryEntities(openPlatformTable())
  return async (tenant) => {
    const record = await patiently(() => readRecord(entities, tenant))
    return record && { city: record.city, hasLeft: record.state === 'left' }
  }
}
