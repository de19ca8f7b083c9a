import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type AreaRow, checkAreas, classOfCode } from '#shared/organisation/areas'
import { areaOfGrid, gridCodeOf, levelOf, parentOf } from '#shared/organisation/codes'
import { divisionsOf } from '#shared/organisation/divisions/read'
import { problemSentence } from '#shared/organisation/row-problems'

const TENANT = '500229'
const check = (...rows: Omit<AreaRow, 'row'>[]) =>
  checkAreas(
    rows.map((one, at) => ({ row: at + 2, ...one })),
    { tenant: TENANT, known: new Set(['500229001']) },
  )
const row = (code: string, changes: Partial<AreaRow> = {}) => ({ code, name: '某地', ...changes })

describe('a code', () => {
  it('tells its level and what stands above', () => {
    expect(['500229', '500229001', '500229001001'].map(levelOf)).toEqual(['county', 'street', 'community'])
    expect(['500229', '500229001', '500229001001'].map(parentOf)).toEqual([undefined, '500229', '500229001'])
  })

  it('of a grid tells its community, or its street where none is drawn', () => {
    expect(areaOfGrid(gridCodeOf('500229001001', 7))).toBe('500229001001')
    expect(gridCodeOf('500229001', 7)).toBe('500229001000007')
    expect(areaOfGrid('500229001000007')).toBe('500229001')
    expect(['50022900100101', '5002290010010001'].map(areaOfGrid)).toEqual(['500229001001', '500229001001'])
  })

  it.each([
    ['500229001', 'built-up'],
    ['500229102', 'town'],
    ['500229201', 'village'],
    ['500229001001', 'built-up'],
    ['500229001203', 'village'],
    ['500229102001', 'town'],
    ['500229201001', 'town'],
    ['500229201201', 'village'],
  ])('%s is of class %s', (code, expected) => expect(classOfCode(code)).toBe(expected))
})

describe('a sheet of areas', () => {
  it('gives areas whose parents are there or in the sheet, whatever the order', () => {
    const { areas, problems } = check(row('500229002001'), row('500229002'), row('500229001003'))
    expect(problems).toEqual([])
    expect(areas.map(({ code, class: given }) => [code, given])).toEqual([
      ['500229002001', 'built-up'],
      ['500229002', 'built-up'],
      ['500229001003', 'built-up'],
    ])
  })

  it('gives a tree, whatever stands in it and above what: each under one that is there, each once', () => {
    const code = fc
      .tuple(
        fc.constantFrom('500229', '500235'),
        fc.constantFrom('', '001', '002'),
        fc.constantFrom('', '001'),
      )
      .map((parts) => parts.join(''))
    const rows = fc.array(fc.record({ code, name: fc.constantFrom('某地', ''), parent: code }), {
      maxLength: 12,
    })
    fc.assert(
      fc.property(rows, (sheet) => {
        const { areas, problems } = check(...sheet)
        const there = new Set([TENANT, '500229001'])
        for (const one of areas.toSorted((a, b) => a.code.length - b.code.length)) {
          expect(there.has(parentOf(one.code) ?? TENANT)).toBe(true)
          there.add(one.code)
        }
        expect(new Set(areas.map((one) => one.code)).size).toBe(areas.length)
        expect(areas.length + problems.length).toBe(sheet.length)
      }),
    )
  })

  it('gives none under a row that gives none', () => {
    const { areas, problems } = check(row('500229002001'), row('500229002', { name: '' }))
    expect(areas).toEqual([])
    expect(problems).toMatchObject([
      { row: 2, code: 'no-parent' },
      { row: 3, code: 'bad-name' },
    ])
  })

  it.each<[string, Omit<AreaRow, 'row'>[], object]>([
    ['a code with a letter', [row('50022900A')], { row: 2, field: 'code', code: 'bad-area-code' }],
    ["another county's code", [row('500235001')], { row: 2, field: 'code', code: 'other-county' }],
    ["a longer county's code", [row('5002290')], { row: 2, field: 'code', code: 'bad-area-code' }],
    ['a row twice', [row('500229002'), row('500229002')], { row: 3, code: 'repeated' }],
    ['a parent that is missing', [row('500229009001')], { row: 2, code: 'no-parent' }],
    [
      'a parent that the code does not lie under',
      [row('500229001001', { parent: '500229002' }), row('500229002')],
      { row: 2, field: 'parent', code: 'not-under' },
    ],
    [
      'two areas above each other',
      [row('500229002', { parent: '500229003' }), row('500229003', { parent: '500229002' })],
      { row: 2, field: 'parent', code: 'circle' },
    ],
    ['an area above itself', [row('500229002', { parent: '500229002' })], { row: 2, code: 'circle' }],
    ['no name', [row('500229002', { name: ' ' })], { row: 2, field: 'name', code: 'bad-name' }],
    ['a class nobody knows', [row('500229002', { class: 'city' })], { row: 2, field: 'class' }],
  ])('names %s with its row and field', (_name, rows, expected) => {
    const { problems } = check(...rows)
    expect(problems[0]).toMatchObject(expected)
    for (const problem of problems)
      for (const language of ['zh', 'en'] as const)
        expect(problemSentence(problem, language)).not.toMatch(/undefined/)
  })
})

describe('the published divisions', () => {
  it('hold 25 towns and 204 villages of 城口县, every code under its parent', () => {
    const { streets, communities } = divisionsOf(TENANT)!
    expect([streets.length, communities.length]).toEqual([25, 204])
    const rows = [...streets, ...communities].map((one, at) => ({ row: at + 1, ...one }))
    expect(checkAreas(rows, { tenant: TENANT, known: new Set() }).problems).toEqual([])
  })

  it('name communities 社区 and villages 村', () => {
    expect(divisionsOf(TENANT)!.communities.filter(({ name }) => !/(社区|村)$/.test(name))).toEqual([])
  })

  it('know nothing of a zone without a code of its own', () => {
    expect([divisionsOf('500901'), divisionsOf('50022')]).toEqual([undefined, undefined])
  })
})
