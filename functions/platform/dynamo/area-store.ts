import { GetItemCommand } from 'dynamodb-toolbox/entity/actions/get'
import { PutTransaction } from 'dynamodb-toolbox/entity/actions/transactPut'
import { QueryCommand } from 'dynamodb-toolbox/table/actions/query'
import { type Area, area } from '#shared/organisation/areas'
import { type Beat, beat } from '#shared/organisation/beats'
import { areaOfGrid } from '#shared/organisation/codes'
import { regionOf, shapeOf } from '#shared/organisation/geometry/shape'
import { cellsOfRegion } from '#shared/organisation/grid-cells'
import { type Grid, grid } from '#shared/organisation/grids'
import type { AreaStore } from '../../organisation/ports.ts'
import { patiently } from '../busy.ts'
import type { CountyTables } from './county-tables.ts'
import type { Write } from './ledger.ts'
import {
  areaEntity,
  areasPartition,
  beatEntity,
  beatsPartition,
  beatTurnEntity,
  gridCellEntity,
  gridEntity,
  gridsPartition,
  outlineEntity,
} from './organisation-entities.ts'
import { expectBefore, putRows, row, rowsLeft } from './put-rows.ts'
import { present } from './records.ts'
import { scopeLedger } from './scope-ledger.ts'

/** The ground of one county in its tables: areas, unit grids, beats. */
export function createAreaStore(tenant: string, open: () => Promise<CountyTables>): AreaStore {
  const ask = <T>(call: (tables: CountyTables) => Promise<T>) => patiently(async () => call(await open()))
  const ledger = scopeLedger(tenant, open)
  const areas = () => ask((tables) => readAreas(tables, tenant))
  const grids = (of: string) => ask((tables) => readGrids(tables, tenant, of))

  return {
    earlier: ledger.earlier,
    areas,
    area: (code) => ask((tables) => readArea(tables, tenant, code)),
    grids,
    beats: () => ask((tables) => readBeats(tables, tenant)),

    async putAreas(wanted, by) {
      const { tenant: table } = await open()
      const left = async () => {
        const there = new Map((await areas()).map((one) => [one.code, one]))
        return rowsLeft(wanted, (one) => there.get(one.code), by.onlyMissing).map((one) =>
          row(one, [areaWrite(table, tenant, one)]),
        )
      }
      return putRows({ ledger, act: 'areas-put', by, asked: wanted.length, left })
    },
    async putGrids(wanted, by) {
      const { tenant: table } = await open()
      const places = [...new Set(wanted.map(({ code }) => areaOfGrid(code)))]
      const left = async () => {
        const found = await inParallel(places, grids)
        const there = new Map(found.flat().map((one) => [one.code, one]))
        return rowsLeft(wanted, (one) => there.get(one.code), by.onlyMissing).map((one) =>
          row(one, gridWrites(table, tenant, one)),
        )
      }
      return putRows({ ledger, act: 'grids-put', by, asked: wanted.length, left })
    },
    async putOutline(region, by) {
      const { tenant: table } = await open()
      const shape = shapeOf(region)
      const left = async () => {
        const { Item: there } = await ask(({ tenant: asked }) =>
          outlineEntity(asked).build(GetItemCommand).key({ tenant }).options({ consistent: true }).send(),
        )
        if (there && (by.onlyMissing || there.shape === shape)) return []
        const write = outlineEntity(table).build(PutTransaction).item({ tenant, shape })
        return [{ isNew: !there, writes: [write] }]
      }
      return putRows({ ledger, act: 'outline-put', by, asked: 1, left })
    },

    async keepArea(command, one) {
      return ledger.commit(command, [areaWrite((await open()).tenant, tenant, one)])
    },
    async keepGrid(command, one) {
      return ledger.commit(command, gridWrites((await open()).tenant, tenant, one))
    },
    async keepBeat(command, one, turn) {
      const { tenant: table } = await open()
      return ledger.commit(command, [beatWrite(table, tenant, one), turnWrite(table, tenant, turn + 1)])
    },
  }
}

/** Queries of one partition each, a few at a time. */
async function inParallel<T, R>(list: readonly T[], call: (one: T) => Promise<R>): Promise<R[]> {
  const AT_ONCE = 16
  const answers: R[] = []
  for (let at = 0; at < list.length; at += AT_ONCE)
    answers.push(...(await Promise.all(list.slice(at, at + AT_ONCE).map(call))))
  return answers
}

const areaWrite = (table: CountyTables['tenant'], tenant: string, one: Area): Write =>
  areaEntity(table)
    .build(PutTransaction)
    .item({ tenant, ...one })
    .options({ condition: expectBefore(one.version) })

/** The grid, and where it is found by what lies in it. */
const gridWrites = (table: CountyTables['tenant'], tenant: string, one: Grid): Write[] => [
  gridEntity(table)
    .build(PutTransaction)
    .item({ tenant, ...one })
    .options({ condition: expectBefore(one.version) }),
  ...cellWrites(table, tenant, one),
]

function cellWrites(table: CountyTables['tenant'], tenant: string, { code, shape, retired }: Grid): Write[] {
  if (!shape || retired) return []
  const entity = gridCellEntity(table)
  return cellsOfRegion(regionOf(shape)).map((cell) =>
    entity.build(PutTransaction).item({ tenant, cell, code, shape }),
  )
}

const beatWrite = (table: CountyTables['tenant'], tenant: string, one: Beat): Write =>
  beatEntity(table)
    .build(PutTransaction)
    .item({ tenant, ...one, grids: [...one.grids] })
    .options({ condition: expectBefore(one.version) })

const turnWrite = (table: CountyTables['tenant'], tenant: string, version: number): Write =>
  beatTurnEntity(table)
    .build(PutTransaction)
    .item({ tenant, version })
    .options({ condition: expectBefore(version) })

const consistent = { consistent: true, maxPages: Number.POSITIVE_INFINITY } as const

async function readAreas({ tenant: table }: CountyTables, tenant: string) {
  const { Items = [] } = await table
    .build(QueryCommand)
    .entities(areaEntity(table))
    .query({ partition: areasPartition(tenant) })
    .options(consistent)
    .send()
  return Items.map((item) => area.parse(item))
}

export async function readArea(
  { tenant: table }: Pick<CountyTables, 'tenant'>,
  tenant: string,
  code: string,
) {
  const { Item } = await areaEntity(table)
    .build(GetItemCommand)
    .key({ tenant, code })
    .options({ consistent: true })
    .send()
  return Item && area.parse(Item)
}

async function readGrids({ tenant: table }: CountyTables, tenant: string, of: string) {
  const { Items = [] } = await table
    .build(QueryCommand)
    .entities(gridEntity(table))
    .query({ partition: gridsPartition(tenant, of) })
    .options(consistent)
    .send()
  return Items.map((item) => grid.parse(present(item)))
}

/** The turn first: whatever is changed after it is noticed when a beat is kept. */
async function readBeats({ tenant: table }: CountyTables, tenant: string) {
  const { Item: turn } = await beatTurnEntity(table)
    .build(GetItemCommand)
    .key({ tenant })
    .options({ consistent: true })
    .send()
  const { Items = [] } = await table
    .build(QueryCommand)
    .entities(beatEntity(table))
    .query({ partition: beatsPartition(tenant) })
    .options(consistent)
    .send()
  return { beats: Items.map((item) => beat.parse(present(item))), turn: turn?.version ?? 0 }
}
