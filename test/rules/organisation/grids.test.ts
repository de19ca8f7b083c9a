import { describe, expect, it } from 'vitest'
import { cellsWithin, gridsWithin, MOST_CELLS, sketchAround } from '#shared/organisation/built-up-grids'
import { divisionsOf } from '#shared/organisation/divisions/read'
import { createGround } from '#shared/organisation/geometry/ground'
import { degreesOf, type Ring } from '#shared/organisation/geometry/lattice'
import { sharedArea } from '#shared/organisation/geometry/overlap'
import { regionOf } from '#shared/organisation/geometry/shape'
import { checkGrids, type GridFeature } from '#shared/organisation/grids'
import { problemSentence } from '#shared/organisation/row-problems'
import { metres, rectangle, reversed } from './outlines.ts'

const TENANT = '500229'
const areas = new Map([
  ['500229001001', 'built-up'],
  ['500229001', 'built-up'],
] as const)
const closed = (ring: Ring) => [...ring, ring[0]!].map(degreesOf)
const feature = (sequence: number, ring: Ring, changes: Partial<GridFeature> = {}): GridFeature => ({
  row: sequence,
  code: `500229001001${String(sequence).padStart(3, '0')}`,
  rings: [closed(ring)],
  ...changes,
})
const check = (features: GridFeature[], grids: Parameters<typeof checkGrids>[1]['grids'] = []) =>
  checkGrids(features, { tenant: TENANT, areas, grids })

const square = rectangle(0, 0, 100, 100)
const east = rectangle(100, 0, 200, 100)

describe('a drawing of grids', () => {
  it('gives the grids of neighbours with a border in common, drawn either way round', () => {
    const { grids, problems } = check([feature(1, square), feature(2, reversed(east))])
    expect(problems).toEqual([])
    expect(grids.map(({ code, squareMetres, class: given }) => [code, squareMetres, given])).toEqual([
      ['500229001001001', 10_000, 'built-up'],
      ['500229001001002', 9_999, 'built-up'],
    ])
  })

  it('gives the same grids when what it gave is drawn again', () => {
    const { grids } = check([feature(1, square), feature(2, east)])
    const again = grids.map(({ code, shape }, at) => ({
      row: at + 1,
      code,
      rings: regionOf(shape!).map((ring) => closed(ring)),
    }))
    expect(check(again).grids).toEqual(grids)
  })

  it.each<[string, GridFeature[], object]>([
    ['a code of 13 digits', [feature(1, square, { code: '5002290010011' })], { code: 'bad-grid-code' }],
    ["another county's code", [feature(1, square, { code: '500235001001001' })], { code: 'other-county' }],
    [
      'a community that is not there',
      [feature(1, square, { code: '500229009001001' })],
      { code: 'unknown-area' },
    ],
    ['one code twice', [feature(1, square), feature(1, east, { row: 9 })], { row: 9, code: 'repeated' }],
    ['two points', [feature(1, [metres(0, 0), metres(9, 9)])], { field: 'geometry', code: 'bad-shape' }],
    ['no ring', [feature(1, square, { rings: [] })], { code: 'bad-shape' }],
    ['a straight line', [feature(1, [metres(0, 0), metres(9, 0), metres(20, 0)])], { code: 'bad-shape' }],
    [
      'a bow tie',
      [feature(1, [metres(0, 0), metres(100, 100), metres(100, 0), metres(0, 90)])],
      { code: 'crosses-itself' },
    ],
    [
      'latitude before longitude',
      [feature(1, square, { rings: [closed(square).map(([x, y]) => [y, x] as const)] })],
      { code: 'outside-range' },
    ],
    [
      'coordinates in metres',
      [
        feature(1, square, {
          rings: [
            [
              [471_000, 3_530_000],
              [471_100, 3_530_000],
              [471_100, 3_530_100],
            ],
          ],
        }),
      ],
      { code: 'outside-range' },
    ],
    [
      'two over each other',
      [feature(1, square), feature(2, rectangle(90, 0, 190, 100))],
      { row: 2, code: 'overlaps', values: { value: '500229001001002', other: '500229001001001' } },
    ],
  ])('names %s with its row and field', (_name, features, expected) => {
    const { problems } = check(features)
    expect(problems).toHaveLength(1)
    expect(problems[0]).toMatchObject(expected)
    for (const language of ['zh', 'en'] as const)
      expect(problemSentence(problems[0]!, language)).not.toMatch(/undefined/)
  })

  it('may not lie over a grid of the county, unless it replaces it', () => {
    const [there] = check([feature(1, square)]).grids
    const other = feature(2, rectangle(50, 0, 150, 100))
    expect(check([other], [there!]).problems).toMatchObject([{ code: 'overlaps' }])
    expect(check([other], [{ ...there!, retired: true }]).problems).toEqual([])
    expect(check([feature(1, rectangle(50, 0, 150, 100))], [there!]).problems).toEqual([])
  })
})

describe('grids within an outline', () => {
  const within = { area: '500229001001', class: 'built-up', sketch: false, taken: [] } as const

  it('are numbered from 001 in the area, around the numbers that are given', () => {
    const grids = gridsWithin([rectangle(0, 0, 300, 100)], {
      ...within,
      taken: [
        { code: '500229001001002', sketch: false },
        { code: '500229001001001', sketch: true },
      ],
    })
    expect(grids?.map(({ code }) => code)).toEqual(['500229001001001', '500229001001003', '500229001001004'])
  })

  it('are none when one area cannot number them all', () => {
    expect(gridsWithin([rectangle(0, 0, 4_000, 2_600)], within)).toBeUndefined()
  })

  it('are counted before they are laid', () => {
    expect(cellsWithin([rectangle(0, 0, 1_000, 500)])).toBe(50)
    expect(cellsWithin([rectangle(0, 0, 15_000, 14_000)])).toBeGreaterThan(MOST_CELLS)
  })
})

describe('a sketch around a seat', () => {
  it.each(['500229', '500238', '500241', '500242', '500243'])(
    'of %s lies in the county, no cell over another',
    (tenant) => {
      const { seat } = divisionsOf(tenant)!
      const grids = sketchAround(seat!.at, seat!.county, { area: seat!.street, class: 'built-up' })
      expect(grids.length).toBeGreaterThan(300)
      expect(grids.length).toBeLessThanOrEqual(999)
      const ground = createGround<string>()
      for (const { code, shape, sketch } of grids) {
        expect(sketch).toBe(true)
        const region = regionOf(shape!)
        for (const near of ground.near(region)) expect(sharedArea(near.region, region)).toBeLessThan(0.1)
        ground.lay(region, code)
      }
    },
  )
})
