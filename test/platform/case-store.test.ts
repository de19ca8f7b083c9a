import { GetCommand, PutCommand, ScanCommand } from '@aws-sdk/lib-dynamodb'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createCaseNumbers } from '../../functions/platform/dynamo/case-numbers.ts'
import { createCaseStore } from '../../functions/platform/dynamo/case-store.ts'
import { anAct, aReport, CONDITION, COUNTY } from '../support/case-builders.ts'
import { type CountyDatabase, startCountyDatabase } from '../support/county-database.ts'

let database: CountyDatabase
beforeAll(async () => {
  database = await startCountyDatabase()
})
afterAll(() => database.close())

const storeOf = (tenant = COUNTY) => createCaseStore(tenant, database.open)
const stored = async (pk: string, sk: string, table = 'tenant') =>
  (await database.client.send(new GetCommand({ TableName: table, Key: { pk, sk } }))).Item

describe('the case store', () => {
  it('reads back what a report brought: case, words, history', async () => {
    const report = aReport({
      input: { kind: '10101', position: { longitude: 108.7, latitude: 30.93 } },
    })
    expect(await storeOf().create(report)).toBe('created')
    expect(await storeOf().read(report.record.id)).toEqual(report.record)
    expect(await storeOf().readFile(report.record.id)).toEqual({
      record: report.record,
      words: report.words,
      history: [report.history],
    })
  })

  it('keeps the reporter in the people table and nowhere else', async () => {
    const report = aReport({ input: { reporter: { name: '何某', phone: '13800001234' } } })
    await storeOf().create(report)
    const pk = `${COUNTY}#CASE#${report.record.id}`
    expect(await stored(pk, 'REPORTER', 'people')).toMatchObject({ name: '何某', phone: '13800001234' })
    const all = await database.client.send(new ScanCommand({ TableName: 'tenant' }))
    expect(JSON.stringify(all.Items)).not.toContain('13800001234')
  })

  it('writes nothing of a report whose id is taken', async () => {
    const first = aReport({ key: 'taken-key-00000001' })
    const second = aReport({ key: 'taken-key-00000001', input: { words: '另一件事' } })
    await storeOf().create(first)
    expect(await storeOf().create(second)).toBe('exists')
    expect((await storeOf().readFile(first.record.id))?.words.words).toBe(first.words.words)
  })

  it('lets one of two acts on the same version win and keeps both histories apart', async () => {
    const report = aReport()
    await storeOf().create(report)
    const accept = anAct(report.record, 'accept')
    const reject = anAct(report.record, 'reject', { evidence: { reason: '不在范围内' } })
    const outcomes = await Promise.all([storeOf().advance(accept), storeOf().advance(reject)])
    expect(outcomes.toSorted()).toEqual(['advanced', 'changed'])
    const file = await storeOf().readFile(report.record.id)
    const winner = outcomes[0] === 'advanced' ? accept : reject
    expect(file?.record).toEqual(winner.after)
    expect(file?.history).toEqual([report.history, ...winner.history])
  })

  it('refuses an act that did not see the next run begin, so that the run is not undone', async () => {
    const report = aReport()
    await storeOf().create(report)
    expect(await storeOf().beginNextRun(report.record)).toBe('begun')
    expect(await storeOf().beginNextRun(report.record)).toBe('changed')
    expect(await storeOf().advance(anAct(report.record, 'accept'))).toBe('changed')
    const now = await storeOf().read(report.record.id)
    expect(now).toEqual({ ...report.record, run: 2 })
    expect(await storeOf().advance(anAct(now!, 'accept'))).toBe('advanced')
  })

  it('lists the open work of a post by due, page by page, and forgets what has ended', async () => {
    const store = storeOf('500236')
    const reports = [5, 3, 4, 1, 2].map((hour) =>
      aReport({ tenant: '500236', at: `2026-11-24T0${hour}:00:00Z`, sequence: hour }),
    )
    for (const report of reports) await store.create(report)
    const ended = reports[0]!
    await store.advance(anAct(ended.record, 'reject', { evidence: { reason: '不在范围内' } }))
    const first = await store.openWork('acceptor', { limit: 3 })
    const second = await store.openWork('acceptor', { limit: 3, after: first.next! })
    const listed = [...first.records, ...second.records]
    expect(first.records).toHaveLength(3)
    expect(second.next).toBeUndefined()
    expect(listed.map(({ reportedAt }) => reportedAt.slice(11, 13))).toEqual(['01', '02', '03', '04'])
    expect(listed.map(({ id }) => id)).not.toContain(ended.record.id)
    expect(await storeOf('500237').openWork('acceptor', { limit: 3 })).toEqual({ records: [] })
  })

  it('finds the case again in the work list of whoever holds it next', async () => {
    const store = storeOf('500238')
    const report = aReport({ tenant: '500238' })
    await store.create(report)
    await store.advance(anAct(report.record, 'accept'))
    expect((await store.openWork('acceptor', { limit: 10 })).records).toEqual([])
    expect((await store.openWork('shift-leader', { limit: 10 })).records).toHaveLength(1)
  })

  it('keeps one token per run, the last one, and lets it expire', async () => {
    const { record } = aReport()
    const token = { token: 'a'.repeat(600), stage: 'reported', version: 1 } as const
    await storeOf().keepToken(record.id, 1, token)
    await storeOf().keepToken(record.id, 1, { ...token, stage: 'accepted', version: 2 })
    await storeOf().keepToken(record.id, 2, token)
    expect(await storeOf().token(record.id, 1)).toEqual({ ...token, stage: 'accepted', version: 2 })
    expect(await storeOf().token(record.id, 3)).toBeUndefined()
    const item = await stored(`${COUNTY}#CASE#${record.id}`, 'TOKEN#1')
    expect(item?.expiresAt).toBeGreaterThan(Date.now() / 1000 + 365 * 86_400)
  })

  it('keeps the hot item under 1 KB with everything in it as long as it may be', async () => {
    const report = aReport({ input: { kind: '20101', place: '龘'.repeat(200), words: '龘'.repeat(1000) } })
    await storeOf().create(report)
    let record = report.record
    for (const action of ['accept', 'file'] as const) {
      const evidence = action === 'file' ? { filingCondition: CONDITION } : {}
      const advance = anAct(record, action, { evidence })
      await storeOf().advance(advance)
      record = advance.after
    }
    const item = await stored(`${COUNTY}#CASE#${record.id}`, 'CASE')
    expect(Buffer.byteLength(JSON.stringify(item))).toBeLessThan(1024)
  })

  it('begins every partition key, of tables and indexes, with the six digits of the county', async () => {
    const { Items = [] } = await database.client.send(new ScanCommand({ TableName: 'tenant' }))
    const partitions = Items.flatMap(({ pk, work, month }) => [pk, work, month]).filter(Boolean)
    expect(partitions.length).toBeGreaterThan(10)
    for (const partition of partitions) expect(partition).toMatch(/^\d{6}#[A-Z]+#/)
  })
})

describe('case numbers', () => {
  it('gives each number once, over several containers at the same time', async () => {
    const containers = [1, 2, 3].map(() => createCaseNumbers('500240', database.open))
    const given = await Promise.all(
      containers.flatMap((numbers) => [1, 2, 3, 4, 5].map(() => numbers.next('2026-11-24'))),
    )
    expect(new Set(given).size).toBe(15)
    for (const number of given) expect(number).toMatch(/^50024020261124\d{5}$/)
  })

  it('begins at 00001 every day', async () => {
    const numbers = createCaseNumbers('500241', database.open)
    expect(await numbers.next('2026-11-24')).toBe('5002412026112400001')
    expect(await numbers.next('2026-11-24')).toBe('5002412026112400002')
    expect(await numbers.next('2026-11-25')).toBe('5002412026112500001')
  })

  it('has none left after 99999', async () => {
    const { numbers } = await database.open()
    await database.client.send(
      new PutCommand({
        TableName: numbers.table.getName(),
        Item: {
          pk: '500242#NUMBERS#20261124',
          sk: 'NUMBERS',
          reserved: 99_980,
          _et: 'Numbers',
          tenant: '500242',
          date: '2026-11-24',
        },
      }),
    )
    const given = createCaseNumbers('500242', database.open)
    for (let sequence = 99_981; sequence <= 99_999; sequence++)
      expect(await given.next('2026-11-24')).toBe(`50024220261124${sequence}`)
    expect(await given.next('2026-11-24')).toBeUndefined()
  })
})
