import { describe, expect, it } from 'vitest'
import type { Wanted } from '../../../functions/imports/files/headings.ts'
import { openReading } from '../../../functions/imports/files/open-reading.ts'
import { FileRefused } from '../../../functions/imports/files/refused.ts'
import type { Reading, SourceRow } from '../../../functions/imports/files/row.ts'
import {
  dbfOf,
  fileOf,
  gbk,
  type Packed,
  sheetOf,
  shpOf,
  workbookOf,
  zipOf,
} from '../../support/sheet-files.ts'

const HEADINGS = ['编码', '名称', '状态', '日期']
const wanted: Wanted = {
  understood: (headings) => headings.filter((heading) => HEADINGS.includes(heading.trim())).length,
  expected: '部件',
}

async function readAll(bytes: Uint8Array | string): Promise<Omit<Reading, 'rows'> & { rows: SourceRow[] }> {
  await using file = await fileOf(bytes)
  const { rows, ...reading } = await openReading(file, wanted)
  const all: SourceRow[] = []
  for await (const row of rows) all.push(row)
  return { ...reading, rows: all }
}

const problemOf = (bytes: Uint8Array | string) =>
  readAll(bytes).then(
    () => 'read',
    (error) => (error instanceof FileRefused ? error.problem : error),
  )

const texts = ({ rows }: { rows: SourceRow[] }) =>
  rows.map(({ row, cells }) => [row, ...Object.values(cells).map(({ text }) => text)])

describe('a csv', () => {
  const text = '编码,名称\n0101,"井盖,圆"\n\n0102,路灯\n'

  it.each([
    ['UTF-8', Buffer.from(text)],
    ['UTF-8 with its mark', Buffer.from(`\uFEFF${text}`)],
    ['GB18030', gbk(text)],
    ['UTF-16 as spreadsheets write it', Buffer.from(`\uFEFF${text}`, 'utf16le')],
  ])('is read in %s, rows numbered as a spreadsheet numbers them', async (_, bytes) => {
    const reading = await readAll(bytes)
    expect(reading.headings).toEqual(['编码', '名称'])
    expect(texts(reading)).toEqual([
      [2, '0101', '井盖,圆'],
      [4, '0102', '路灯'],
    ])
  })

  it('is told apart by what its headings mean when both encodings fit', async () => {
    // two bytes of GBK that are one character of UTF-8 too
    const bytes = Buffer.concat([gbk('编码,名称\n1,'), Buffer.from([0xc4, 0xa3]), Buffer.from('\n')])
    expect(texts(await readAll(bytes))).toEqual([[2, '1', '模']])
  })

  it('may have a title above its headings, tabs or semicolons between cells, and line breaks within quotes', async () => {
    expect(texts(await readAll('城口县部件普查表\n编码\t名称\n1\t"上\n下"\n2\t中\n'))).toEqual([
      [3, '1', '上\n下'],
      [4, '2', '中'],
    ])
    expect(texts(await readAll('编码;名称\n1;甲\n'))).toEqual([[2, '1', '甲']])
  })

  it('keeps digits after an equals sign, and names any other formula', async () => {
    const { rows } = await readAll('编码,名称\n="0101",=A1+1\n')
    expect(rows[0]?.cells).toEqual({
      编码: { text: '0101' },
      名称: { text: '=A1+1', problem: 'formula' },
    })
  })

  it('of another encoding is refused with the line', async () => {
    const bytes = Buffer.concat([Buffer.from('编码,名称\n1,甲\n2,'), Buffer.from([0xff, 0x20, 0xc3, 0x28])])
    expect(await problemOf(bytes)).toEqual({ code: 'unknown-encoding', values: { line: 3 } })
  })

  it('with other headings, none at all, or bytes of no text is refused', async () => {
    expect(await problemOf('姓名,电话\n甲,1\n')).toEqual({
      code: 'wrong-sheet',
      values: { expected: '部件', found: '姓名、电话' },
    })
    expect(await problemOf('')).toEqual({ code: 'file-empty' })
    expect(await problemOf(Buffer.from([1, 0, 2, 0]))).toEqual({ code: 'unknown-format' })
  })

  it('with a quote that nobody closes is refused with the row, before memory runs out', async () => {
    const endless = `编码,名称\n1,"${'甲,乙\n'.repeat(2_000_000)}`
    expect(await problemOf(endless)).toEqual({ code: 'unclosed-quote', values: { row: 2 } })
  })
})

describe('a workbook', () => {
  it('gives typed cells as text: numbers in plain digits, dates as days', async () => {
    const bytes = await sheetOf([
      HEADINGS,
      [101, '井盖', true, new Date(Date.UTC(2026, 10, 25))],
      [1.5e-7, '路灯', null, '2026年'],
    ])
    const { format, rows } = await readAll(bytes)
    expect(format).toBe('xlsx')
    expect(rows).toEqual([
      {
        row: 2,
        cells: {
          编码: { text: '101', typed: 'number' },
          名称: { text: '井盖' },
          状态: { text: '是' },
          日期: { text: '2026-11-25', typed: 'date' },
        },
      },
      {
        row: 3,
        cells: {
          编码: { text: '1.5e-7', typed: 'number' },
          名称: { text: '路灯' },
          日期: { text: '2026年' },
        },
      },
    ])
  })

  it('keeps every Chinese character, wherever its bytes are cut', async () => {
    const rows = Array.from({ length: 5_000 }, (_, at) => [String(at), '雨水箅子窨井盖'.repeat(1 + (at % 5))])
    const read = await readAll(await sheetOf([['编码', '名称'], ...rows]))
    expect(read.rows.map(({ cells }) => [cells.编码?.text, cells.名称?.text])).toEqual(rows)
  })

  it('names the cells of formulas and errors instead of reckoning', async () => {
    const bytes = await workbookOf((workbook) => {
      const sheet = workbook.addWorksheet('数据')
      sheet.addRow(HEADINGS)
      sheet.addRow(['1', { formula: 'A2+1', result: 2 }, { error: '#REF!' }])
    })
    expect((await readAll(bytes)).rows[0]?.cells).toEqual({
      编码: { text: '1' },
      名称: { text: 'B2', problem: 'formula' },
      状态: { text: 'C2', problem: 'cell-error' },
    })
  })

  it('fills a value merged over rows into each, skips empty rows and a merged title', async () => {
    const bytes = await workbookOf((workbook) => {
      const sheet = workbook.addWorksheet('数据')
      sheet.addRow(['某县部件表'])
      sheet.mergeCells('A1:D1')
      sheet.addRow(HEADINGS)
      sheet.addRow(['1', '甲', '完好'])
      sheet.addRow(['2', '乙'])
      sheet.mergeCells('C3:C4')
      sheet.getCell('A7').value = '3'
      sheet.getCell('B7').value = '丙'
    })
    expect(texts(await readAll(bytes))).toEqual([
      [3, '1', '甲', '完好'],
      [4, '2', '乙', '完好'],
      [7, '3', '丙'],
    ])
  })

  it('is read from the visible sheet whose headings fit', async () => {
    const bytes = await workbookOf((workbook) => {
      workbook.addWorksheet('说明').addRow(['本表由数管中心填写'])
      workbook.addWorksheet('旧', { state: 'hidden' }).addRows([HEADINGS, ['9']])
      workbook.addWorksheet('数据').addRows([HEADINGS, ['1', '甲']])
    })
    expect(texts(await readAll(bytes))).toEqual([[2, '1', '甲']])
    const none = await workbookOf((workbook) => workbook.addWorksheet('人员').addRow(['姓名', '电话']))
    expect(await problemOf(none)).toEqual({
      code: 'wrong-sheet',
      values: { expected: '部件', found: '人员: 姓名、电话' },
    })
  })

  it('reads no text that is written above a character to be read aloud', async () => {
    const shared =
      '<sst><si><r><t>编</t></r><r><t>码</t></r><rPh><t>bianma</t></rPh></si><si><t>名称</t></si></sst>'
    const sheet =
      '<worksheet><sheetData><row><c t="s"><v>0</v></c><c t="s"><v>1</v></c></row><row><c t="inlineStr"><is><t>1</t></is></c><c><v>2.50</v></c></row></sheetData></worksheet>'
    const reading = await readAll(zipOf(workbookParts(sheet, shared)))
    expect(reading.headings).toEqual(['编码', '名称'])
    expect(texts(reading)).toEqual([[2, '1', '2.5']])
  })

  it('with a document type that grows, or broken XML, is refused with the part', async () => {
    const bomb = `<!DOCTYPE a [<!ENTITY b "${'x'.repeat(100)}">]><worksheet><sheetData><row><c t="inlineStr"><is><t>&b;</t></is></c></row></sheetData></worksheet>`
    expect(await problemOf(zipOf(workbookParts(bomb)))).toEqual({
      code: 'xml-broken',
      values: { entry: 'xl/worksheets/sheet1.xml' },
    })
    expect(await problemOf(zipOf(workbookParts('<worksheet><sheetData></row>')))).toMatchObject({
      code: 'xml-broken',
    })
  })

  it('of the old kind or with a password is refused with what to do', async () => {
    expect(await problemOf(Buffer.from('d0cf11e0a1b11ae1', 'hex'))).toEqual({
      code: 'old-or-locked-workbook',
    })
  })
})

const workbookParts = (sheet: string, shared = '<sst/>'): Packed[] => [
  {
    name: 'xl/workbook.xml',
    content: '<workbook xmlns:r="r"><sheets><sheet name="数据" sheetId="1" r:id="rId1"/></sheets></workbook>',
  },
  {
    name: 'xl/_rels/workbook.xml.rels',
    content: '<Relationships><Relationship Id="rId1" Target="worksheets/sheet1.xml"/></Relationships>',
  },
  { name: 'xl/sharedStrings.xml', content: shared },
  { name: 'xl/worksheets/sheet1.xml', content: sheet },
]

describe('an archive', () => {
  it('that claims to hold far more than it weighs is refused before anything is unpacked', async () => {
    const bomb = workbookParts(`<worksheet>${' '.repeat(20 * 1024 * 1024)}</worksheet>`)
    expect(await problemOf(zipOf(bomb))).toMatchObject({ code: 'zip-too-big-inside' })
    const flood = Array.from({ length: 1_200 }, (_, at) => ({ name: `f${at}`, content: '' }))
    expect(await problemOf(zipOf(flood))).toMatchObject({ code: 'zip-too-many-entries' })
    const huge = workbookParts('<worksheet/>').map((one) => ({ ...one, claims: { size: 0xf0000000 } }))
    expect(await problemOf(zipOf(huge))).toMatchObject({ code: 'zip-too-big-inside' })
  })

  it('that lies about its size is stopped at the first byte beyond it', async () => {
    const parts = workbookParts(`<worksheet>${' '.repeat(30 * 1024 * 1024)}</worksheet>`)
    const lying = parts.map((one) => (one.name.includes('sheet1') ? { ...one, claims: { size: 1000 } } : one))
    expect(await problemOf(zipOf(lying))).toEqual({
      code: 'zip-too-big-inside',
      values: { entry: 'xl/worksheets/sheet1.xml' },
    })
  })

  it('of which half is missing, or a part is damaged, is refused', async () => {
    const bytes = await sheetOf([HEADINGS, ['1', '甲']])
    expect(await problemOf(bytes.subarray(0, bytes.length / 2))).toEqual({ code: 'zip-broken' })
    const wrong = workbookParts('<worksheet/>').map((one) => ({ ...one, claims: { crc: 1 } }))
    expect(await problemOf(zipOf(wrong))).toMatchObject({ code: 'zip-broken' })
  })
})

describe('a GeoJSON', () => {
  const feature = (name: string, coordinates: unknown) => ({
    type: 'Feature',
    properties: { 编码: '1', 名称: name, 面积: 3 },
    geometry: { type: 'Point', coordinates },
  })

  it('gives feature after feature, with the coordinate system it names', async () => {
    const document = {
      type: 'FeatureCollection',
      crs: { type: 'name', properties: { name: 'urn:ogc:def:crs:EPSG::4490' } },
      features: [feature('甲"}{', [108.6, 31.9]), feature('乙', [108.7, 31.9])],
    }
    const reading = await readAll(JSON.stringify(document, undefined, 1))
    expect(reading).toMatchObject({ format: 'geojson', coordinates: 'urn:ogc:def:crs:EPSG::4490' })
    expect(reading.rows).toMatchObject([
      { row: 1, cells: { 名称: { text: '甲"}{' } }, shape: { type: 'point', position: [108.6, 31.9] } },
      { row: 2, cells: { 面积: { text: '3', typed: 'number' } } },
    ])
  })

  it('that breaks off, or is none, is refused with the feature', async () => {
    const text = JSON.stringify({ features: [feature('甲', [1, 2]), feature('乙', [1, 2])] })
    expect(await problemOf(text.slice(0, -20))).toEqual({ code: 'geojson-broken', values: { row: 2 } })
    expect(await problemOf('{"type":"Topology"}')).toEqual({ code: 'geojson-broken', values: {} })
  })
})

describe('a shapefile', () => {
  const fields = [
    { name: '编码', type: 'C', length: 16 },
    { name: '名称', type: 'C', length: 20 },
    { name: '日期', type: 'D', length: 8 },
  ] as const
  const shp = shpOf(1, [
    { type: 1, rings: [[[108.6, 31.9]]] },
    { type: 0, rings: [] },
  ])
  const records = [
    ['0101', '井盖', '20261125'],
    ['0102', '路灯', ''],
  ]

  it.each([
    ['GBK with a cpg file', gbk, 'GBK'],
    ['GBK that nobody names', gbk, undefined],
    ['UTF-8 that nobody names', undefined, undefined],
  ])('is read in %s, shapes beside their records', async (_, encode, cpg) => {
    const parts = [
      { name: '部件/a.shp', content: shp },
      { name: '部件/a.DBF', content: dbfOf(fields, records, encode) },
      { name: '部件/a.prj', content: 'PROJCS["CGCS2000_3_Degree_GK_CM_108E"]' },
      ...(cpg ? [{ name: '部件/a.cpg', content: cpg }] : []),
    ]
    expect(await readAll(zipOf(parts))).toEqual({
      format: 'shapefile',
      headings: ['编码', '名称', '日期'],
      coordinates: 'PROJCS["CGCS2000_3_Degree_GK_CM_108E"]',
      rows: [
        {
          row: 1,
          cells: {
            编码: { text: '0101' },
            名称: { text: '井盖' },
            日期: { text: '2026-11-25', typed: 'date' },
          },
          shape: { type: 'point', position: [108.6, 31.9] },
        },
        { row: 2, cells: { 编码: { text: '0102' }, 名称: { text: '路灯' } } },
      ],
    })
  })

  it('gives borders with their holes', async () => {
    const outer: [number, number][] = [
      [0, 0],
      [0, 9],
      [9, 9],
      [9, 0],
      [0, 0],
    ]
    const hole: [number, number][] = [
      [2, 2],
      [4, 2],
      [4, 4],
      [2, 4],
      [2, 2],
    ]
    const parts = [
      { name: 'a.shp', content: shpOf(5, [{ type: 5, rings: [outer, hole] }]) },
      { name: 'a.dbf', content: dbfOf(fields, [['1', '甲', '']]) },
    ]
    const [row] = (await readAll(zipOf(parts))).rows
    expect(row?.shape).toEqual({ type: 'polygons', polygons: [[outer, hole]] })
  })

  it('of which a part is missing or broken off is refused with the part', async () => {
    expect(await problemOf(zipOf([{ name: 'a.shp', content: shp }]))).toEqual({
      code: 'shapefile-incomplete',
      values: { part: 'dbf' },
    })
    const dbf = { name: 'a.dbf', content: dbfOf(fields, records) }
    expect(await problemOf(zipOf([{ name: 'a.shp', content: shp.subarray(0, 120) }, dbf]))).toEqual({
      code: 'shapefile-broken',
      values: { part: 'shp' },
    })
    expect(
      await problemOf(
        zipOf([
          { name: 'a.shp', content: shp },
          { ...dbf, content: dbf.content.subarray(0, 150) },
        ]),
      ),
    ).toEqual({ code: 'shapefile-broken', values: { part: 'dbf' } })
  })
})
