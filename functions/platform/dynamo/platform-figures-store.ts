import { Entity } from 'dynamodb-toolbox/entity'
import { GetItemCommand } from 'dynamodb-toolbox/entity/actions/get'
import { PutItemCommand } from 'dynamodb-toolbox/entity/actions/put'
import { item } from 'dynamodb-toolbox/schema/item'
import { number } from 'dynamodb-toolbox/schema/number'
import { string } from 'dynamodb-toolbox/schema/string'
import * as z from 'zod'
import { type CityOverview, countyFigures, lineFigures } from '#shared/evaluation/overview'
import { packed, unpacked } from '#shared/evaluation/packed'
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
      /** JSON, which is read in a fraction of the time that maps in maps take; judged when it is read. */
      lines: string(),
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
      if (!Item) return undefined
      return {
        city,
        sequence: Item.sequence,
        counties: packedLines.parse(JSON.parse(Item.lines)).map(unpackedLine),
      }
    },
    keep({ city, sequence, counties }) {
      const put = overviews
        .build(PutItemCommand)
        .item({ city, sequence, lines: JSON.stringify(counties.map(packedLine)) })
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

const packedCounts = z.record(z.string(), z.int())
const packedLines = z.array(
  countyFigures.extend({
    figures: lineFigures
      .extend({ today: packedCounts, month: packedCounts, standing: packedCounts })
      .optional(),
  }),
)

function unpackedLine({ figures, ...county }: z.output<typeof packedLines>[number]): County {
  if (!figures) return county
  const { today, month, standing } = figures
  return {
    ...county,
    figures: {
      ...figures,
      today: unpacked(today),
      month: unpacked(month),
      standing: unpacked(standing),
    },
  }
}

/** Which city a county stands under, and whether it has left: from the moment that its erasure begins. */
export function createCountyStanding(): CountyStanding {
  const entities = registryEntities(openPlatformTable())
  return async (tenant) => {
    const record = await patiently(() => readRecord(entities, tenant))
    if (!record) return undefined
    const { city, state, erasure } = record
    return { city, hasLeft: state === 'left' || (state === 'leaving' && erasure !== undefined) }
  }
}
