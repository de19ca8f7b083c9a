import { GetItemCommand } from 'dynamodb-toolbox/entity/actions/get'
import { QueryCommand } from 'dynamodb-toolbox/table/actions/query'
import { contains, type Point, type Region } from '#shared/organisation/geometry/lattice'
import { regionOf } from '#shared/organisation/geometry/shape'
import { cellsAround, cellsOfPoint } from '#shared/organisation/grid-cells'
import { type Grid, grid } from '#shared/organisation/grids'
import type { CountyGround } from '../../intake/ports.ts'
import { readArea } from './area-store.ts'
import { gridCellEntity, gridCellsPartition, gridEntity, outlineEntity } from './organisation-entities.ts'
import { present } from './records.ts'
import { askScope, type OfScope, type Open } from './stores.ts'

/** Where things lie in one county, by the cells that its grids were written into: four queries for a point, and a grid. */
export function createGroundStore(tenant: string, open: Open): CountyGround {
  const ask = askScope(tenant, open)
  return {
    gridAt: (point) => ask((at) => gridAt(at, point)),
    outline: () => ask(readOutline),
    async drawn(point) {
      const found = await Promise.all(cellsAround(point).map((cell) => ask((at) => isDrawnIn(at, cell))))
      if (found.includes(true)) return 'around'
      return (await ask((at) => isDrawnIn(at, ''))) ? 'elsewhere' : 'nowhere'
    },
    grid: (code) => ask((at) => readGrid(at, code)),
    area: (code) => ask((at) => readArea(at, tenant, code)),
  }
}

async function gridAt(at: OfScope, point: Point): Promise<Grid | undefined> {
  const cells = await Promise.all(cellsOfPoint(point).map((cell) => readCell(at, cell)))
  const covering = cells.flat().filter(({ shape }) => contains(regionOf(shape), point))
  const grids = await Promise.all(
    [...new Set(covering.map(({ code }) => code))].map((code) => readGrid(at, code)),
  )
  const inUse = grids.filter(
    (one): one is Grid => !!one?.shape && !one.retired && contains(regionOf(one.shape), point),
  )
  // a sketch stands for what nobody had drawn
  return inUse.find(({ sketch }) => !sketch) ?? inUse[0]
}

/** May lag by moments. */
async function readCell({ tenant: table, scope: tenant }: OfScope, cell: string) {
  const { Items = [] } = await table
    .build(QueryCommand)
    .entities(gridCellEntity(table))
    .query({ partition: gridCellsPartition(tenant), range: { beginsWith: `${cell}#` } })
    .options({ maxPages: Number.POSITIVE_INFINITY })
    .send()
  return Items
}

async function isDrawnIn({ tenant: table, scope: tenant }: OfScope, cell: string): Promise<boolean> {
  const { Items = [] } = await table
    .build(QueryCommand)
    .entities(gridCellEntity(table))
    .query({
      partition: gridCellsPartition(tenant),
      ...(cell && { range: { beginsWith: cell } }),
    })
    .options({ limit: 1 })
    .send()
  return Items.length > 0
}

async function readOutline({ tenant: table, scope: tenant }: OfScope): Promise<Region | undefined> {
  const { Item } = await outlineEntity(table).build(GetItemCommand).key({ tenant }).send()
  return Item && regionOf(Item.shape)
}

async function readGrid({ tenant: table, scope: tenant }: OfScope, code: string): Promise<Grid | undefined> {
  const { Item } = await gridEntity(table)
    .build(GetItemCommand)
    .key({ tenant, code })
    .options({ consistent: true })
    .send()
  return Item && grid.parse(present(Item))
}
