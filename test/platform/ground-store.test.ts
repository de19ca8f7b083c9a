import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { pointOf } from '#shared/organisation/geometry/lattice'
import { drawnGrid, regionOfRings } from '#shared/organisation/grids'
import { areasAbove, type Located, locate } from '../../functions/intake/locate.ts'
import { layAreas } from '../../functions/organisation/lay-areas.ts'
import { layGrids } from '../../functions/organisation/lay-grids.ts'
import { createGroundStore } from '../../functions/platform/dynamo/ground-store.ts'
import { createOrganisationStore } from '../../functions/platform/dynamo/organisation-store.ts'
import { type CountyDatabase, startCountyDatabase } from '../support/county-database.ts'

const COUNTY = '500229'
/** In the sketch around the seat. */
const SEAT = { longitude: 108.6652, latitude: 31.9466 }
/** In the county, where no grid is drawn. */
const HILLS = { longitude: 108.9, latitude: 31.9 }

let database: CountyDatabase
beforeAll(async () => {
  database = await startCountyDatabase()
  const county = { tenant: COUNTY, city: '500000', name: '城口县', administrator: 'first', at }
  await layAreas(storeOf)(county)
  await layGrids(storeOf)(county)
})
afterAll(() => database.close())

const at = '2026-11-25T01:00:00Z'
const by = { actor: 'p1', at }
const storeOf = (tenant: string) => createOrganisationStore(tenant, database.open)
const ground = (tenant = COUNTY) => createGroundStore(tenant, database.open)
const located = (where: Parameters<ReturnType<typeof locate>>[0], tenant = COUNTY) =>
  locate({ tenant, ground: ground(tenant) })(where)
const refused = (field: string, code: string) => ({ refused: 'invalid-input', fields: [{ field, code }] })

/** A square grid with its south-western corner there. */
function square(code: string, longitude: number, latitude: number, degrees = 0.001) {
  const [east, north] = [longitude + degrees, latitude + degrees]
  const ring = [
    [longitude, latitude],
    [east, latitude],
    [east, north],
    [longitude, north],
    [longitude, latitude],
  ] as const
  return drawnGrid(code, regionOfRings([ring]), { class: 'built-up', source: 'imported', sketch: false })
}

describe('where something lies', () => {
  it('is told from its point: the unit grid, its community or street, and their class', async () => {
    const found = (await located({ position: SEAT })) as Located
    expect(found).toMatchObject({ grid: { sketch: true }, area: { code: '500229001' }, class: 'built-up' })
    expect(found.code).toBe(found.grid?.code)
    expect((await areasAbove(ground(), found)).map(({ code }) => code)).toEqual(['500229001'])
  })

  it('is told from an area, whose grid a village is itself', async () => {
    const village = (await located({ area: '500229102202' })) as Located
    expect(village).toMatchObject({ code: '500229102202001', class: 'village', grid: { name: '立新村' } })
    expect((await areasAbove(ground(), village)).map(({ code }) => code)).toEqual([
      '500229102202',
      '500229102',
    ])
    expect(await located({ area: '500229102' })).toMatchObject({ code: '500229102' })
    expect(await located({ position: HILLS, area: '500229102202' })).toMatchObject({
      code: '500229102202001',
    })
  })

  it('is the county where nothing nearer is known', async () => {
    expect(await located({})).toEqual({ code: COUNTY })
    expect(await located({ position: HILLS })).toEqual({ code: COUNTY })
  })

  it('is refused where the point is not in the county', async () => {
    const elsewhere = [
      { longitude: 106.55, latitude: 29.56 },
      { longitude: -73.9, latitude: 40.7 },
      { longitude: 180, latitude: -90 },
    ]
    for (const position of elsewhere)
      expect(await located({ position, area: '500229102' })).toMatchObject(
        refused('position', 'outside-county'),
      )
  })

  it('is refused where the area is none of the county, or no longer one', async () => {
    for (const area of ['500230001', '500229998', '500229102202099', '5', '50022910220200100'])
      expect(await located({ area }), area).toMatchObject(refused('area', 'unknown-id'))
  })
})

describe('a county whose outline nobody holds', () => {
  it('is where its grids are drawn', async () => {
    const tenant = '500230'
    await storeOf(tenant).putGrids([square('500230001001001', 107.73, 29.86)], by)
    const inIt = { longitude: 107.7305, latitude: 29.8605 }
    expect(await located({ position: inIt }, tenant)).toMatchObject({ code: '500230001001001' })
    expect(await located({ position: { longitude: 107.9, latitude: 29.7 } }, tenant)).toEqual({
      code: tenant,
    })
    const far = { longitude: 109.73, latitude: 29.86 }
    expect(await located({ position: far }, '500232')).toEqual({ code: '500232' })
    expect(await located({ position: far }, tenant)).toMatchObject(refused('position', 'outside-county'))
  })
})

describe('a grid', () => {
  const gridAt = async (longitude: number, latitude: number) =>
    (await ground('500231').gridAt(pointOf(longitude, latitude)))?.code

  it('is found where it was drawn last, and no more once it is retired', async () => {
    const store = storeOf('500231')
    const code = '500231001001001'
    await store.putGrids([square(code, 107.3, 30.3)], by)
    expect(await gridAt(107.3005, 30.3005)).toBe(code)
    await store.putGrids([square(code, 107.4, 30.3)], by)
    expect(await gridAt(107.3005, 30.3005)).toBeUndefined()
    expect(await gridAt(107.4005, 30.3005)).toBe(code)
    await store.putGrids([{ ...square(code, 107.4, 30.3), retired: true }], by)
    expect(await gridAt(107.4005, 30.3005)).toBeUndefined()
  })

  it('of a whole village is found as well, and gives way to no sketch', async () => {
    const store = storeOf('500231')
    const village = '500231102201001'
    await store.putGrids([{ ...square('500231001001009', 107.5, 30.5), sketch: true }], by)
    await store.putGrids([square(village, 107.45, 30.45, 0.2)], by)
    expect(await gridAt(107.6, 30.6)).toBe(village)
    expect(await gridAt(107.5005, 30.5005)).toBe(village)
  })
})
