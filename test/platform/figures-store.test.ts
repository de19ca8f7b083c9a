import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { foldCase } from '../../functions/evaluation/fold-case.ts'
import { createCaseStore } from '../../functions/platform/dynamo/case-store.ts'
import { createFiguresStore } from '../../functions/platform/dynamo/figures-store.ts'
import { keeper } from '../../functions/platform/kept.ts'
import { dayOf } from '../../shared/evaluation/count.ts'
import { type DayFacts, factsOf } from '../../shared/evaluation/facts.ts'
import { aCaseOfBench } from '../bench/flat/cases.ts'
import { anAct, aReport, COUNTY } from '../support/case-builders.ts'
import { type CountyDatabase, startCountyDatabase } from '../support/county-database.ts'

let database: CountyDatabase
beforeAll(async () => {
  database = await startCountyDatabase()
})
afterAll(() => database.close())

const figures = () => createFiguresStore(COUNTY, database.open, keeper(1))
const cases = () => createCaseStore(COUNTY, database.open)

describe('facts', () => {
  it('of a case are kept by its history, and those of fewer acts do not take their place', async () => {
    const report = aReport()
    await cases().create(report)
    await cases().advance(anAct(report.record, 'accept', { at: '2026-11-24T01:05:00Z' }))
    const { id } = report.record
    await foldCase({ store: figures(), hasLeft: async () => false })(id, new Set(['2026-11-24']))
    const older: DayFacts = { day: '2026-11-24', version: 1, acts: 1, counts: {} }
    await figures().keepFacts(id, older)
    const [facts, ...others] = await figures().factsOn('2026-11-24')
    expect(others).toEqual([])
    expect(facts).toMatchObject({ version: 2, acts: 2 })
    expect(facts?.counts).toEqual({
      '|||web|acceptor': { publicReports: 1, acceptances: 1, acceptedOnTime: 1 },
      '|||web|shift-leader': { open: 1 },
    })
    expect(await figures().factsOn('2026-11-25')).toEqual([])
  })
})

describe('what folding costs', () => {
  it('is one write unit for each act of a case that goes its way on one day', async () => {
    const { report, advance } = aCaseOfBench(COUNTY, 8, Date.parse('2026-11-25T09:00:00Z'))
    const rows = [report.history, ...(advance?.history ?? [])].map((row) => ({
      ...row,
      of: { ...row.of, area: '500235001001001' },
    }))
    expect(rows.length).toBe(8)
    const units: number[] = []
    for (const [index, { at }] of rows.entries()) {
      const facts = factsOf(rows.slice(0, index + 1)).filter(({ day }) => day === dayOf({ at }))
      const before = database.consumed().writeUnits
      for (const one of facts) await figures().keepFacts(report.record.id, one)
      units.push(database.consumed().writeUnits - before)
    }
    expect(units).toEqual([1, 1, 1, 1, 1, 1, 1, 1])
  })
})

describe('sheets', () => {
  const sheet = (day: string, ever: number) => ({
    day,
    ever,
    values: { 'yy-cg': { handlings: ever } },
    unconfirmed: {},
    standing: { 'yy-cg': { open: 1 } },
  })

  it('are read by dimension and period, and the last up to a day', async () => {
    const store = figures()
    for (const [day, ever] of [
      ['2026-10-31', 1],
      ['2026-11-02', 2],
      ['2026-11-30', 3],
    ] as const)
      await store.keepSheet('unit', sheet(day, ever))
    await store.keepSheet('street', sheet('2026-11-01', 9))
    const november = await store.sheets('unit', { from: '2026-11-01', until: '2026-11-30' })
    expect(november.map(({ day }) => day)).toEqual(['2026-11-02', '2026-11-30'])
    expect(await store.sheetUpTo('unit', '2026-11-29')).toEqual(sheet('2026-11-02', 2))
    expect(await store.sheetUpTo('unit', '2026-10-30')).toBeUndefined()
    expect(await store.sheetUpTo('county', '2026-11-29')).toBeUndefined()
  })

  it('that fewer acts went into do not take the place of others', async () => {
    const store = figures()
    await store.keepSheet('kind', sheet('2026-11-02', 5))
    await store.keepSheet('kind', sheet('2026-11-02', 4))
    expect((await store.sheetUpTo('kind', '2026-11-02'))?.ever).toBe(5)
  })
})
