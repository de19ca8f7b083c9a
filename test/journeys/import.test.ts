import ExcelJS from 'exceljs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { divisionsOf } from '../../shared/organisation/divisions/read.ts'
import { bootProduct, type ProductCloud } from '../support/product-cloud.ts'
import { sheetOf } from '../support/sheet-files.ts'

const COUNTY = '500229'
const administrator = { tenant: COUNTY, posts: ['administrator'] }
const commission = { tenant: undefined, city: '500000', posts: ['commission-administrator'] }

let product: ProductCloud

beforeAll(async () => {
  product = await bootProduct('2026-11-25T01:00:00Z')
  await product.post('/api/city/500000', { name: '重庆市' }, { claims: commission })
  const founded = await product.post(
    '/api/city/500000/tenants',
    { tenant: COUNTY, name: '城口县', administrator: { name: '王五', phone: '13900000001' } },
    { claims: commission },
  )
  expect(founded.status).toBe(201)
  await product.settled()
}, 120_000)
afterAll(() => product?.stop())

const imports = `/api/t/${COUNTY}/imports`
const post = (path: string, body: unknown) => product.post(imports + path, body, { claims: administrator })
const get = (path: string) => product.get(imports + path, administrator)

async function upload(kind: string, content: Uint8Array, coordinates?: string) {
  const started = await post('', { kind, ...(coordinates && { coordinates }) })
  expect(started).toMatchObject({ status: 201, body: { import: { state: 'waiting', actions: ['check'] } } })
  const { url, fields } = started.body.upload
  const form = new FormData()
  for (const [name, value] of Object.entries<string>(fields)) form.append(name, value)
  form.append('file', new Blob([new Uint8Array(content)]), '部件.xlsx')
  const sent = await fetch(url, { method: 'POST', body: form })
  expect(sent.status, await sent.text()).toBe(204)
  return started.body.import.id as string
}

async function check(id: string) {
  expect((await post(`/${id}/check`, {})).status).toBe(200)
  await product.settled()
  return (await get(`/${id}`)).body
}

async function apply(id: string, version: number) {
  expect((await post(`/${id}/apply`, { version })).status).toBe(200)
  await product.settled()
  return (await get(`/${id}`)).body
}

async function rowsOf(url: string, sheetName: string) {
  const answer = await fetch(url)
  expect(answer.status).toBe(200)
  const workbook = new ExcelJS.Workbook()
  await workbook.xlsx.load((await answer.arrayBuffer()) as unknown as ExcelJS.Buffer)
  const rows: string[][] = []
  workbook.getWorksheet(sheetName)!.eachRow((row) => {
    rows.push(Array.from(row.values as unknown[], (value) => String(value ?? '')).slice(1))
  })
  return rows
}

const HEADINGS = ['部件标识码', '部件名称', '部件状态', '主管部门', '经度', '纬度', '备注']
/** In the cells that the onboarding laid around the seat. */
const [east, north] = divisionsOf(COUNTY)!.seat!.at
const [longitude, latitude] = [east + 0.0003, north + 0.0003]

describe('an import of components', () => {
  it('takes the good rows, lists the bad ones by row, column, value and reason, and changes nothing when repeated', async () => {
    const good = Array.from({ length: 30 }, (_, at) => [
      `${COUNTY}0101${String(at + 1).padStart(6, '0')}`,
      '上水井盖',
      '完好',
      '',
      longitude + at * 1e-6,
      latitude,
      '',
    ])
    const bytes = await sheetOf([
      HEADINGS,
      ...good,
      [`${COUNTY}0199000001`, '无此小类', '完好', '', longitude, latitude, ''],
      ['5002350101000001', '别的县', '完好', '', longitude, latitude, ''],
      [`${COUNTY}0101000001`, '重复', '很好', '没有这个局', longitude, latitude, '=1+1'],
      [`${COUNTY}0101000099`, '坐标反了', '破损', '', latitude, longitude, ''],
      [
        { formula: '"5002290101000098"', result: '5002290101000098' },
        '公式',
        '完好',
        '',
        longitude,
        latitude,
        '',
      ],
    ])
    const id = await upload('components', bytes, 'wgs84')
    const checked = await check(id)
    expect(checked).toMatchObject({
      state: 'checked',
      counts: { rows: 35, added: 30, changed: 0, same: 0, bad: 5 },
      coordinates: 'wgs84',
      actions: ['check', 'apply'],
    })
    const errors = await rowsOf(checked.errors, '错误清单')
    expect(errors[0]).toEqual(['行号', '列', '填写的内容', '错误原因', '处理办法', ...HEADINGS])
    expect(
      errors
        .slice(1)
        .map(([row, column, value, reason]) => [row, column, value, reason])
        .toSorted(([a], [b]) => Number(a) - Number(b)),
    ).toEqual([
      ['32', '部件标识码', `${COUNTY}0199000001`, '分类目录中没有部件小类 10199。'],
      ['33', '部件标识码', '5002350101000001', `不属于本区县（应以 ${COUNTY} 开头）。`],
      ['34', '部件状态', '很好', '不在可选范围内。'],
      ['35', '经度', String(latitude), '坐标不是数字，或不在中国范围内。'],
      ['36', '部件标识码', '', '单元格 A36 是公式。'],
    ])

    const applied = await apply(id, checked.version)
    expect(applied).toMatchObject({ state: 'applied', written: 30, actions: [] })
    const again = await check(await upload('components', bytes, 'wgs84'))
    expect(again.counts).toEqual({ rows: 35, added: 0, changed: 0, same: 30, bad: 5 })
  })
})

describe('an import of the organisation', () => {
  it('takes people by their numbers and units by name, and lists what is wrong with each row', async () => {
    const rows = [
      ['姓名', '电话', '岗位'],
      ['张三', '13800000001', '采集员、核查员'],
      ['李四', '13800000002', '值班长'],
      ['赵六', '13800000001', '采集员'],
      ['钱七', '13800000003', '打字员'],
      ['孙八', '138', '采集员'],
    ]
    const id = await upload('staff', await sheetOf(rows))
    const checked = await check(id)
    expect(checked).toMatchObject({ state: 'checked', counts: { rows: 5, added: 2, bad: 3 } })
    const errors = (await rowsOf(checked.errors, '错误清单')).slice(1)
    expect(errors.map(([row, column]) => [row, column]).toSorted()).toEqual([
      ['4', '电话'],
      ['5', '岗位'],
      ['6', '电话'],
    ])
    expect(await apply(id, checked.version)).toMatchObject({ state: 'applied', written: 2 })
    const again = await check(await upload('staff', await sheetOf(rows)))
    expect(again.counts).toMatchObject({ added: 0, changed: 0, same: 2, bad: 3 })
  })

  it('takes areas, and finds those that are there as they are', async () => {
    const bytes = Buffer.from(`区域编码,区域名称,上级编码\n${COUNTY}001901,新建社区,${COUNTY}001\n1,坏,\n`)
    const id = await upload('areas', bytes)
    const checked = await check(id)
    expect(checked.counts).toEqual({ rows: 2, added: 1, changed: 0, same: 0, bad: 1 })
    await apply(id, checked.version)
    expect((await check(await upload('areas', bytes))).counts).toMatchObject({ added: 0, same: 1, bad: 1 })
  })
})

describe('what cannot be imported', () => {
  it.each([
    ['another sheet', 'staff', '部件标识码,部件名称\n1,井盖\n', undefined, 'wrong-sheet'],
    ['missing columns', 'components', '部件标识码,部件名称\n1,井盖\n', 'wgs84', 'missing-columns'],
    ['half a zip', 'components', 'PK\u0003\u0004 half', 'wgs84', 'zip-broken'],
    [
      'degrees of no named system',
      'components',
      `部件标识码,部件名称,部件状态,经度,纬度\n${COUNTY}0101000001,井盖,完好,108.66,31.94\n`,
      undefined,
      'coordinates-unsaid',
    ],
  ])('is told with what to do: %s', async (_, kind, content, coordinates, code) => {
    const checked = await check(await upload(kind, Buffer.from(content), coordinates))
    expect(checked).toMatchObject({
      state: 'unreadable',
      problem: { code, remedy: expect.stringMatching(/请/) },
    })
  })

  it('is told when nothing was uploaded, and when an import is another county’s', async () => {
    const started = await post('', { kind: 'areas' })
    const { id } = started.body.import
    expect(await check(id)).toMatchObject({ state: 'unreadable', problem: { code: 'not-uploaded' } })
    const other = { tenant: '500235', posts: ['administrator'] }
    expect((await product.get(`/api/t/500235/imports/${id}`, other)).body.code).toBe('unknown-import')
  })

  it('gets into no key but that of the import, and not beyond 100 MB', async () => {
    const { url, fields } = (await post('', { kind: 'areas' })).body.upload
    const send = (changes: Record<string, string>) => {
      const form = new FormData()
      for (const [name, value] of Object.entries<string>({ ...fields, ...changes })) form.append(name, value)
      form.append('file', new Blob(['x']))
      return fetch(url, { method: 'POST', body: form })
    }
    expect((await send({ key: fields.key.replace(COUNTY, '500235') })).status).toBe(403)
    expect(JSON.parse(Buffer.from(fields.policy, 'base64').toString()).conditions).toContainEqual([
      'content-length-range',
      1,
      104_857_600,
    ])
  })
})

it('gives a template whose headings it reads itself', async () => {
  const { body } = await get('/templates/components')
  const [headings] = await rowsOf(body.url, '部件')
  expect(headings?.slice(0, 3)).toEqual(['部件标识码*', '部件名称*', '部件状态*'])
})
