import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { databaseFile } from '../../infra/local/kernel/database.ts'
import { bootProduct, type ProductCloud } from '../support/product-cloud.ts'

const CITY = '500000'
const COUNTY = '500229'
/** Of four people who stand nowhere else in the product, as four ways in take them. */
const people = [
  { name: '瞿昙钰', phone: '13900070001' },
  { name: '亓官樾', phone: '13900070002' },
  { name: '濮阳翀', phone: '13900070003' },
  { name: '闾丘曌', phone: '13900070004' },
] as const
const [first, reporter, colleague, mistaken] = people
const words = '翡翠湖畔第七棵银杏旁积水没过脚踝'
const identifying = people.flatMap(({ name, phone }) => [name, phone])

const commission = { tenant: undefined, city: CITY, person: 'c-1', posts: ['commission-administrator'] }
const staff = { tenant: COUNTY, person: 'p-staff', posts: ['acceptor', 'shift-leader', 'administrator'] }

let cloud: ProductCloud
beforeAll(async () => {
  cloud = await bootProduct('2026-11-24T01:00:00Z')
  await everythingOnce()
}, 120_000)
afterAll(() => cloud?.stop())

/** Messages stay in their queues after they were taken, so that their bodies can be looked at. */
const keptInQueues = { kind: 'duplicate', method: 'streams:*', rate: 1 } as const

/** Everybody is named wherever the product asks for it, in what it takes and in what it refuses. */
async function everythingOnce() {
  cloud.faults.set([keptInQueues])
  const city = `/api/city/${CITY}`
  const county = `/api/t/${COUNTY}`
  await cloud.post(city, { name: '重庆市' }, { claims: commission })
  const founding = { tenant: COUNTY, name: '城口县', administrator: first }
  expect((await cloud.post(`${city}/tenants`, founding, { claims: commission })).status).toBe(201)
  await cloud.settled()

  const report = { words, place: '翡翠湖', reporter }
  const reported = await cloud.post(`${county}/cases`, report, { claims: staff })
  expect(reported.status).toBe(201)
  const file = `${county}/cases/${reported.body.id}`
  await cloud.post(`${file}/actions/accept`, { version: 1 }, { claims: staff })
  await cloud.get(`${file}/contact`, staff)
  const reading = await cloud.post(`${file}/contact-readings`, { reason: 'call-back' }, { claims: staff })
  expect(reading.body).toEqual(reporter)
  const added = { contact: colleague, posts: ['inspector'] }
  const { status } = await cloud.post(`${county}/organisation/people`, added, { claims: staff })
  expect(status).toBe(201)

  await refusals(`${county}/cases`)
  await mishaps(`${county}/cases`, report)
}

/** What makes functions write to their logs. */
async function mishaps(cases: string, report: object) {
  cloud.faults.set([keptInQueues, { kind: 'error', method: 'dynamodb:TransactWriteItems', rate: 1 }])
  expect((await cloud.post(cases, report, { claims: staff })).status).toBeGreaterThan(400)
  cloud.faults.set([keptInQueues, { kind: 'error', method: 'states:StartExecution', rate: 1 }])
  await cloud.post(cases, report, { claims: staff })
  await cloud.advance(10_000)
  cloud.faults.set([keptInQueues])
  await cloud.advance(60_000)
}

async function refusals(cases: string) {
  const typed = { words, place: '翡翠湖', reporter: mistaken }
  for (const wrong of [
    { ...typed, reporter: { ...mistaken, phone: `${mistaken.phone}转${mistaken.name}` } },
    { ...typed, [mistaken.name]: mistaken.phone },
    { ...typed, words: [words, mistaken.phone] },
  ])
    expect((await cloud.post(cases, wrong, { claims: staff })).status).toBe(400)
  expect((await cloud.post(cases, typed, { claims: { ...staff, tenant: '500235' } })).status).toBe(403)
  const refused = await cloud.post(cases, typed, { claims: { ...staff, person: mistaken.name } })
  expect(refused.status).toBe(401)
}

/** Which of the texts stand in one of these. */
const found = (texts: readonly string[], where: string) => texts.filter((text) => where.includes(text))

/** Every row that this machine holds, as text, with where it stands. */
function* rows(): Generator<{ table: string; text: string }> {
  const database = new DatabaseSync(databaseFile(cloud.folder), { readOnly: true })
  try {
    const names = new Map(
      database
        .prepare('SELECT id, name FROM ddb_table')
        .all()
        .map(({ id, name }) => [id, String(name)]),
    )
    const tables = database.prepare("SELECT name FROM sqlite_master WHERE type = 'table'").all()
    for (const { name } of tables)
      for (const row of database.prepare(`SELECT * FROM "${String(name)}"`).all()) {
        const table = String(name).startsWith('ddb_')
          ? `${String(name)} ${names.get(row.t ?? null) ?? ''}`
          : String(name)
        yield { table, text: Object.values(row).map(textOf).join(' ') }
      }
  } finally {
    database.close()
  }
}

const textOf = (value: unknown) =>
  value instanceof Uint8Array ? Buffer.from(value).toString() : String(value)

/** Where names and numbers belong: the people table, and what was sent to them. */
const isForPeople = (table: string) => /PeopleTable|^messages_outgoing/.test(table)
/** Where a report's words belong: the case file, and the stream that tells of it. */
const isCaseFile = ({ table, text }: { table: string; text: string }) =>
  /TenantTable/.test(table) && /#CASE#/.test(text)

describe('after everybody was named wherever the product asks for it', () => {
  it('names, numbers and words stand where they belong', () => {
    const everything = [...rows()]
    const people = everything.filter(({ table }) => isForPeople(table)).map(({ text }) => text)
    expect(found([first.name, reporter.phone, colleague.name], people.join('\n'))).toHaveLength(3)
    expect(everything.some((row) => isCaseFile(row) && row.text.includes(words))).toBe(true)
    const queued = everything.filter(({ table }) => table === 'sqs_message').map(({ text }) => text)
    expect(queued.some((text) => text.includes('"seen"'))).toBe(true)
    expect(queued.some((text) => !text.includes('"seen"'))).toBe(true)
  })

  it('no log names anybody or says what was typed', () => {
    const folder = join(cloud.folder, 'logs')
    const logs = readdirSync(folder)
    expect(logs.length).toBeGreaterThan(1)
    for (const log of logs)
      expect(found([...identifying, words], readFileSync(join(folder, log), 'utf8')), log).toEqual([])
  })

  it('no table but that of people, no queue, no execution, no locked root names anybody', () => {
    const named = [...rows()]
      .filter(({ table }) => !isForPeople(table))
      .flatMap(({ table, text }) => found(identifying, text).map((name) => `${table}: ${name}`))
    expect(named).toEqual([])
  })

  it('nothing but the case file holds the words of a report: no queue, no execution, no audit', () => {
    const said = [...rows()].filter((row) => row.text.includes(words) && !isCaseFile(row))
    expect(said.map(({ table }) => table)).toEqual([])
  })

  it('the audit and the memory of commands hold ids, and live on: no audit row has a time to live', () => {
    const audit = [...rows()].filter(({ table, text }) => /^ddb_item/.test(table) && /#AUDIT#/.test(text))
    expect(audit.length).toBeGreaterThan(3)
    for (const { text } of audit) {
      expect(found([...identifying, words], text)).toEqual([])
      expect(text).not.toContain('expiresAt')
    }
  })
})
