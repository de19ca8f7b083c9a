import { QueryCommand, ScanCommand } from '@aws-sdk/lib-dynamodb'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { NewUnit } from '#shared/organisation/units'
import { layAreas } from '../../functions/organisation/lay-areas.ts'
import { layDepartments } from '../../functions/organisation/lay-departments.ts'
import { layGrids } from '../../functions/organisation/lay-grids.ts'
import { createOrganisationStore } from '../../functions/platform/dynamo/organisation-store.ts'
import { type CountyDatabase, startCountyDatabase } from '../support/county-database.ts'

let database: CountyDatabase
beforeAll(async () => {
  database = await startCountyDatabase()
})
afterAll(() => database.close())

const at = '2026-11-25T01:00:00Z'
const storeOf = (tenant: string) => createOrganisationStore(tenant, database.open)
const system = { actor: 'system', at }
const newCounty = (tenant: string, name: string) => ({
  tenant,
  city: '500000',
  name,
  administrator: 'first',
  at,
})
const items = async (pk: string, table = 'tenant') => {
  const { Items = [] } = await database.client.send(
    new QueryCommand({
      TableName: table,
      KeyConditionExpression: 'pk = :pk',
      ExpressionAttributeValues: { ':pk': pk },
    }),
  )
  return Items
}
const street = (code: string, name = '某街道') => ({ code, name, class: 'built-up', retired: false }) as const

describe('laying a county', () => {
  it('lays 城口县 of real size within 5 s, and once more without writing anything', async () => {
    const county = newCounty('500229', '城口县')
    const started = performance.now()
    const areas = await layAreas(storeOf)(county)
    const grids = await layGrids(storeOf)(county)
    const units = await layDepartments(storeOf)(county)
    expect(performance.now() - started).toBeLessThan(5_000)

    expect(areas).toEqual({ counts: { streets: 25, communities: 204 }, notes: [] })
    expect(grids.notes).toEqual(['sketched-grids'])
    expect(grids.counts.cells).toBeLessThanOrEqual(1_000)
    expect(units.counts).toEqual({ departments: 24, areas: 229 })
    const store = storeOf('500229')
    expect(await store.areas()).toHaveLength(230)
    expect(await store.grids('500229001')).toHaveLength(400)
    expect(await store.grids('500229102202')).toMatchObject([
      { code: '500229102202001', name: '立新村', class: 'village', source: 'village', sketch: false },
    ])
    expect(await store.units()).toHaveLength(24 + 229)

    const counted = async () => (await database.client.send(new ScanCommand({ TableName: 'tenant' }))).Count
    const before = await counted()
    for (const lay of [layAreas, layGrids, layDepartments]) await lay(storeOf)(county)
    expect(await counted()).toBe(before)
  })

  it('goes to the level of streets where no villages are held, and says so', async () => {
    const county = newCounty('500235', '云阳县')
    expect(await layAreas(storeOf)(county)).toEqual({
      counts: { streets: 42, communities: 0 },
      notes: ['street-level-only'],
    })
    expect(await layGrids(storeOf)(county)).toEqual({ counts: { villages: 0, cells: 0 }, notes: [] })
  })

  it('lays the county alone where nothing is published under its code', async () => {
    const county = newCounty('500901', '两江新区')
    expect((await layAreas(storeOf)(county)).notes).toEqual(['no-division-data'])
    expect(await storeOf('500901').areas()).toMatchObject([{ code: '500901', name: '两江新区' }])
  })

  it('leaves what somebody has changed since as it is', async () => {
    const store = storeOf('500230')
    await layAreas(storeOf)(newCounty('500230', '丰都县'))
    await store.putAreas([street('500230001', '改过的街道')], system)
    await layAreas(storeOf)(newCounty('500230', '丰都县'))
    expect(await store.area('500230001')).toMatchObject({ name: '改过的街道', version: 2 })
  })
})

describe('putting rows', () => {
  it('tells what is new, what changed and what was so already', async () => {
    const store = storeOf('500101')
    expect(await store.putAreas([street('500101001'), street('500101002')], system)).toEqual({
      added: 2,
      changed: 0,
      same: 0,
    })
    const again = [street('500101001', '新名街道'), street('500101002'), street('500101003')]
    expect(await store.putAreas(again, system)).toEqual({ added: 1, changed: 1, same: 1 })
    expect(await store.putAreas(again, system)).toEqual({ added: 0, changed: 0, same: 3 })
  })

  it('writes each batch with a line of the audit', async () => {
    const store = storeOf('500102')
    const many = Array.from({ length: 200 }, (_, one) => street(`500102${String(one + 1).padStart(3, '0')}`))
    await store.putAreas(many, { actor: 'p1', post: 'administrator', at })
    const chains = await database.client.send(new ScanCommand({ TableName: 'tenant' }))
    const rows = (chains.Items ?? []).filter(
      ({ pk, act }) => String(pk).startsWith('500102#AUDIT#') && act === 'areas-put',
    )
    expect(rows.map(({ details }) => details.added).toSorted((a, b) => a - b)).toEqual([6, 97, 97])
    expect(rows[0]).toMatchObject({ actor: 'p1', post: 'administrator' })
  })

  it('lets two who put the same rows at once both have their way, and each row once', async () => {
    const store = storeOf('500103')
    const rows = [street('500103001'), street('500103002')]
    const both = await Promise.all([store.putAreas(rows, system), store.putAreas(rows, system)])
    expect(both.reduce((sum, { added }) => sum + added, 0)).toBe(2)
    expect((await store.areas()).map(({ version }) => version)).toEqual([1, 1])
  })

  it("keeps a unit's contact in the people table and nowhere else", async () => {
    const store = storeOf('500104')
    const unit: NewUnit = {
      id: 'gas',
      name: '燃气公司',
      kind: 'company',
      classes: ['101'],
      duty: [],
      actedFor: true,
      retired: false,
    }
    const contact = { name: '何某', phone: '13800001234' }
    await store.putUnits([{ ...unit, contact }], system)
    expect(await store.unit('gas')).toEqual({ ...unit, version: 1 })
    expect((await store.unitContacts()).get('gas')).toEqual(contact)
    expect(await items('500104#UNITS', 'people')).toHaveLength(1)
    const all = await database.client.send(new ScanCommand({ TableName: 'tenant' }))
    expect(JSON.stringify(all.Items)).not.toContain('13800001234')
    expect(await store.putUnits([{ ...unit, contact }], system)).toMatchObject({ same: 1 })

    const onDuty = { ...unit, duty: ['p1'], lead: 'p2', version: 2 }
    await store.keepUnit(command('duty'), onDuty)
    const { duty: _duty, ...sheet } = unit
    expect(await store.putUnits([{ ...sheet, name: '天然气公司' }], system)).toMatchObject({ changed: 1 })
    expect(await store.unit('gas')).toEqual({ ...onDuty, name: '天然气公司', version: 3 })
  })
})

const command = (key: string) => ({
  key,
  bodyHash: 'hash',
  act: { act: 'area-kept', actor: 'p1', at },
  answer: { version: 1 },
})

describe('keeping one', () => {
  it('lets one of two on the same version win', async () => {
    const store = storeOf('500105')
    const first = { ...street('500105001'), version: 1 }
    expect(await store.keepArea(command('k1'), first)).toBe('committed')
    expect(await store.keepArea(command('k2'), first)).toBe('changed')
    expect(await store.keepArea(command('k3'), { ...first, name: '乙街道', version: 2 })).toBe('committed')
    expect(await store.earlier({ key: 'k3', bodyHash: 'hash' })).toEqual({ answer: { version: 1 } })
  })

  it('reads beats and duty hours back as they were kept, numbers apart', async () => {
    const store = storeOf('500106')
    const beat = { id: 'b1', name: '滨江路段', grids: ['500106001000001'], retired: false, version: 1 }
    expect(await store.keepBeat(command('b'), beat, 0)).toBe('committed')
    expect(await store.beats()).toEqual({ beats: [beat], turn: 1 })
    const table = [
      { day: 'monday', from: '08:00', until: '18:00', person: 'p1', phone: '023-59220001' },
      { day: '2027-01-01', from: '00:00', until: '24:00', phone: '13800001234' },
    ] as const
    expect(await store.duty()).toEqual({ version: 0, table: [] })
    expect(await store.keepDuty(command('d'), table, 1)).toBe('committed')
    expect(await store.duty()).toEqual({ version: 1, table })
    expect(JSON.stringify(await items('500106#DUTY'))).not.toContain('13800001234')
  })

  it('lets one of two beats that are kept at once win, since both were judged without the other', async () => {
    const store = storeOf('500108')
    const beat = (id: string) => ({
      id,
      name: '路段',
      grids: ['500108001000001'],
      retired: false,
      version: 1,
    })
    const outcomes = await Promise.all(['b1', 'b2'].map((id) => store.keepBeat(command(id), beat(id), 0)))
    expect(outcomes.toSorted()).toEqual(['changed', 'committed'])
  })

  it('knows nothing of another county', async () => {
    const store = storeOf('500107')
    expect([await store.areas(), await store.units()]).toEqual([[], []])
    expect(await store.beats()).toEqual({ beats: [], turn: 0 })
    expect(await store.area('500105001')).toBeUndefined()
  })
})
