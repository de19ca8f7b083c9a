import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isPlacing, placingOf } from '../../../functions/imports/coordinates.ts'
import type { Position } from '../../../functions/imports/files/row.ts'
import { metresBetween } from '../../../shared/components/place-cell.ts'
import type { CoordinateSystem } from '../../../shared/imports/coordinates.ts'
import { bdOf, gaussOf, gcjOf } from '../../support/naive-coordinates.ts'

/** 城口县. */
const extent = { west: 108.25, south: 31.62, east: 109.27, north: 32.2 }
const here = { longitude: 108.6649, latitude: 31.9463 }

const GAUSS_108: Position = gaussOf(here.longitude, here.latitude, 108)

const asked = (rest: Partial<Parameters<typeof placingOf>[0]>) =>
  placingOf({ said: undefined, stated: undefined, extent: undefined, sample: [], ...rest })

function placed(position: Position, rest: Partial<Parameters<typeof placingOf>[0]>) {
  const placing = asked({ sample: [position], ...rest })
  if (!isPlacing(placing)) throw new Error(JSON.stringify(placing))
  const found = placing.place(position)
  return {
    system: placing.system,
    off: found && metresBetween(here, { longitude: found[0], latitude: found[1] }),
  }
}

const ofSystem = (said: CoordinateSystem, position: Position) => placed(position, { said })

describe('coordinates', () => {
  it.each<[CoordinateSystem, Position]>([
    ['wgs84', [108.6649, 31.9463]],
    ['cgcs2000', [108.6649, 31.9463]],
    ['cgcs2000-gauss-108', GAUSS_108],
    ['cgcs2000-gauss-108', [36_000_000 + GAUSS_108[0], GAUSS_108[1]]],
    ['cgcs2000-gauss-108', [GAUSS_108[1], GAUSS_108[0]]],
  ])('of %s are brought to WGS-84 within a metre', (system, position) => {
    expect(ofSystem(system, position).off).toBeLessThan(1)
  })

  it('of GCJ-02 and BD-09 are brought back over the hundreds of metres that they were shifted', () => {
    expect(ofSystem('gcj02', gcjOf(here.longitude, here.latitude)).off).toBeLessThan(1)
    expect(ofSystem('bd09', bdOf(here.longitude, here.latitude)).off).toBeLessThan(3)
    expect(ofSystem('gcj02', [108.6649, 31.9463]).off).toBeGreaterThan(300)
    expect(ofSystem('bd09', [108.6649, 31.9463]).off).toBeGreaterThan(800)
  })

  it('in degrees of no named system are asked for: nothing tells GCJ-02 from WGS-84', () => {
    expect(asked({ sample: [[108.66, 31.94]], extent })).toEqual({ code: 'coordinates-unsaid' })
  })

  it('in metres are placed by the zone before the easting, or by where the county lies', () => {
    const withZone: Position = [36_000_000 + GAUSS_108[0], GAUSS_108[1]]
    expect(placed(withZone, {})).toMatchObject({ system: 'cgcs2000-gauss-108' })
    expect(placed(GAUSS_108, { extent })).toMatchObject({ system: 'cgcs2000-gauss-108' })
    expect(asked({ sample: [GAUSS_108] })).toEqual({ code: 'coordinates-unsaid' })
  })

  it.each([
    ['urn:ogc:def:crs:OGC:1.3:CRS84', 'wgs84', [108.6649, 31.9463]],
    ['urn:ogc:def:crs:EPSG::4490', 'cgcs2000', [108.6649, 31.9463]],
    ['EPSG:4545', 'cgcs2000-gauss-108', GAUSS_108],
    ['EPSG:4524', 'cgcs2000-gauss-108', [36_000_000 + GAUSS_108[0], GAUSS_108[1]]],
    ['GEOGCS["GCS_WGS_1984",DATUM["D_WGS_1984"]]', 'wgs84', [108.6649, 31.9463]],
    [
      'PROJCS["CGCS2000_3_Degree_GK_CM_108E",GEOGCS["GCS_China_Geodetic_Coordinate_System_2000"],PROJECTION["Gauss_Kruger"],PARAMETER["Central_Meridian",108.0]]',
      'cgcs2000-gauss-108',
      GAUSS_108,
    ],
  ] as const)('are what the file says: %s', (stated, system, position) => {
    expect(placed(position, { stated })).toMatchObject({ system })
  })

  it('of an unsupported system are refused with its name', () => {
    const stated = 'PROJCS["Xian_1980_3_Degree_GK_CM_108E",GEOGCS["GCS_Xian_1980"]]'
    expect(asked({ stated, sample: [GAUSS_108] })).toEqual({
      code: 'coordinates-unknown',
      values: { found: 'Xian_1980_3_Degree_GK_CM_108E' },
    })
  })

  it('that are not what was chosen are refused with both', () => {
    expect(asked({ said: 'wgs84', sample: [GAUSS_108] })).toEqual({
      code: 'coordinates-contradict',
      values: { said: 'WGS-84 经纬度', found: '平面坐标（米）' },
    })
    expect(asked({ said: 'cgcs2000-gauss-105', sample: [[36_562_861, 3_535_875]] })).toMatchObject({
      values: { found: '带号 36' },
    })
  })

  it('that lie nowhere in China are no place', () => {
    const placing = asked({ said: 'wgs84' })
    if (!isPlacing(placing)) throw new Error('no placing')
    expect(placing.place([31.9, 108.6])).toBeUndefined()
    fc.assert(
      fc.property(fc.double(), fc.double(), (x, y) => {
        const found = placing.place([x, y])
        expect(found === undefined || (found[0] >= 73 && found[1] <= 54)).toBe(true)
      }),
    )
  })
})
