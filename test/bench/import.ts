import { randomUUID } from 'node:crypto'
import ExcelJS from 'exceljs'
import { functionEntries } from '../../functions/manifest.ts'
import { divisionsOf } from '../../shared/organisation/divisions/read.ts'
import { bootProduct, type ProductCloud } from '../support/product-cloud.ts'
import { sheetOf } from '../support/sheet-files.ts'
import type { BenchResult, Figure } from './main.ts'

const COUNTY = '500229'
const GOOD = 19_500
const WRONG = 500
/** The whole way of a row, read, judged, planned and written, on a small loaded machine. */
const ROWS_PER_SECOND_BAR = 200
const HEADINGS = ['部件标识码', '部件名称', '部件状态', '经度', '纬度']

const administrator = { tenant: COUNTY, posts: ['administrator'] }
const commission = { tenant: undefined, city: '500000', posts: ['commission-administrator'] }

/** What can be wrong with a row, in turns: by the column that the list of errors must name. */
const mistakes: readonly [column: string, spoil: (row: (string | number)[]) => void][] = [
  ['部件标识码', (row) => row.splice(0, 1, String(row[0]).replace(/^500229/, '500235'))],
  ['部件标识码', (row) => row.splice(0, 1, `${COUNTY}0199${String(row[0]).slice(10)}`)],
  ['部件状态', (row) => row.splice(2, 1, '良好')],
  ['部件名称', (row) => row.splice(1, 1, '')],
  ['经度', (row) => row.splice(3, 2, row[4]!, row[3]!)],
]

/** 20,000 components, every fortieth wrong: through the doors of the product, by the function as it is declared. */
export async function bench(): Promise<BenchResult> {
  const product = await bootProduct('2026-11-25T01:00:00Z')
  try {
    await found(product)
    const { bytes, wrong } = await workbook()
    const { result: first, peak } = await peakDuring(() => run(product, bytes))
    const again = await run(product, bytes)
    const listed = await errorsOf(first.checked.errors)
    const asExpected = listed.filter(([row, column]) => wrong.get(Number(row)) === column).length
    return { figures: figures(first, again, asExpected, peak), notes: notes() }
  } finally {
    await product.stop()
  }
}

async function found(product: ProductCloud) {
  await product.post('/api/city/500000', { name: '重庆市' }, { claims: commission })
  const body = { tenant: COUNTY, name: '城口县', administrator: { name: '王五', phone: '13900000001' } }
  await product.post('/api/city/500000/tenants', body, { claims: commission })
  await product.settled()
}

async function workbook() {
  const [east, north] = divisionsOf(COUNTY)!.seat!.at
  const wrong = new Map<number, string>()
  const rows = Array.from({ length: GOOD + WRONG }, (_, at) => {
    const code = `${COUNTY}01${String((at % 40) + 1).padStart(2, '0')}${String(at).padStart(6, '0')}`
    const row = [
      code,
      '上水井盖',
      '完好',
      east + 0.0002 + (at % 50) * 1e-5,
      north + 0.0002 + (at % 40) * 1e-5,
    ]
    if (at % 40 === 39) {
      const [column, spoil] = mistakes[wrong.size % mistakes.length]!
      spoil(row)
      wrong.set(at + 2, column)
    }
    return row
  })
  return { bytes: await sheetOf([HEADINGS, ...rows]), wrong }
}

async function run(product: ProductCloud, bytes: Buffer) {
  const path = `/api/t/${COUNTY}/imports`
  const post = async (rest: string, body: object) =>
    (await product.post(path + rest, body, { claims: administrator, key: `bench-${randomUUID()}` })).body
  const started = await post('', { kind: 'components', coordinates: 'wgs84' })
  const form = new FormData()
  for (const [name, value] of Object.entries<string>(started.upload.fields)) form.append(name, value)
  form.append('file', new Blob([new Uint8Array(bytes)]))
  await fetch(started.upload.url, { method: 'POST', body: form })
  const { id } = started.import
  const begun = performance.now()
  await post(`/${id}/check`, {})
  await product.settled()
  const checked = (await product.get(`${path}/${id}`, administrator)).body
  const seconds = { check: (performance.now() - begun) / 1000, apply: 0 }
  if (checked.counts.added === 0) return { checked, applied: checked, seconds }
  const from = performance.now()
  await post(`/${id}/apply`, { version: checked.version })
  await product.settled()
  seconds.apply = (performance.now() - from) / 1000
  const applied = (await product.get(`${path}/${id}`, administrator)).body
  return { checked, applied, seconds }
}

async function errorsOf(url: string): Promise<string[][]> {
  const workbook = new ExcelJS.Workbook()
  await workbook.xlsx.load((await (await fetch(url)).arrayBuffer()) as unknown as ExcelJS.Buffer)
  const rows: string[][] = []
  workbook.worksheets[0]!.eachRow((row, at) => {
    if (at > 1) rows.push(Array.from(row.values as unknown[], String).slice(1))
  })
  return rows
}

const declaredMb = () => functionEntries.find(({ name }) => name === 'run-import')!.memoryMb

function figures(
  first: Awaited<ReturnType<typeof run>>,
  again: Awaited<ReturnType<typeof run>>,
  asExpected: number,
  peak: number,
): Figure[] {
  const { checked, applied, seconds } = first
  const exactly = (name: string, value: number, bar: number): Figure => ({
    name,
    value,
    unit: 'rows',
    bar,
    ok: value === bar,
  })
  const rate = (GOOD + WRONG) / (seconds.check + seconds.apply)
  return [
    exactly('good rows, in the table', applied.written, GOOD),
    exactly('wrong rows', checked.counts.bad, WRONG),
    exactly('wrong rows listed with their row and column', asExpected, WRONG),
    exactly(
      'rows that the same file would still change',
      again.checked.counts.added + again.checked.counts.changed,
      0,
    ),
    { name: 'checked', value: (GOOD + WRONG) / seconds.check, unit: 'rows/s' },
    { name: 'written', value: GOOD / seconds.apply, unit: 'rows/s' },
    {
      name: 'checked and written',
      value: rate,
      unit: 'rows/s',
      bar: ROWS_PER_SECOND_BAR,
      ok: rate >= ROWS_PER_SECOND_BAR,
    },
    {
      name: 'peak memory above what was held before',
      value: peak,
      unit: 'MB',
      bar: declaredMb(),
      ok: peak <= declaredMb(),
    },
  ]
}

/** Megabytes that the process holds at most while the work runs: the function's and whatever serves it. */
async function peakDuring<T>(work: () => Promise<T>): Promise<{ result: T; peak: number }> {
  const held = () => process.memoryUsage().rss / 2 ** 20
  const before = held()
  let most = before
  const watch = setInterval(() => {
    most = Math.max(most, held())
  }, 20)
  try {
    return { result: await work(), peak: most - before }
  } finally {
    clearInterval(watch)
  }
}

const notes = () => [
  `The function runs as declared, with ${declaredMb()} MB: whoever takes more is ended by the runner.`,
]
