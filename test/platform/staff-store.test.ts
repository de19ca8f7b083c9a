import { QueryCommand, ScanCommand } from '@aws-sdk/lib-dynamodb'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { StaffRecord } from '#shared/organisation/staff'
import { createStaffStore } from '../../functions/platform/dynamo/staff-store.ts'
import { type CountyDatabase, startCountyDatabase } from '../support/county-database.ts'

let database: CountyDatabase
beforeAll(async () => {
  database = await startCountyDatabase()
})
afterAll(() => database.close())

const at = '2026-11-25T01:00:00Z'
const storeOf = (scope: string) => createStaffStore(scope, database.open)
const command = (key: string) => ({
  key,
  bodyHash: 'hash',
  act: { act: 'person-added', actor: 'a1', at },
  answer: {},
})
const record = (person: string, changes: Partial<StaffRecord> = {}): StaffRecord => ({
  person,
  posts: ['collector'],
  standIns: [],
  state: 'invited',
  version: 1,
  ...changes,
})
const contact = (phone: string, name = '张三') => ({ name, phone })
const phones = async (scope: string) => {
  const { Items = [] } = await database.client.send(
    new QueryCommand({
      TableName: 'people',
      KeyConditionExpression: 'pk = :pk',
      ExpressionAttributeValues: { ':pk': `${scope}#PHONES` },
    }),
  )
  return Items.map(({ sk }) => sk)
}

describe('the staff store', () => {
  it('keeps what somebody may do in one table, and who they are in the other', async () => {
    const store = storeOf('500101')
    expect(await store.add(command('k1'), record('p1'), contact('13800000001'))).toBe('committed')
    expect(await store.person('p1')).toEqual(record('p1'))
    expect(await store.contact('p1')).toEqual(contact('13800000001'))
    const all = await database.client.send(new ScanCommand({ TableName: 'tenant' }))
    expect(JSON.stringify(all.Items)).not.toMatch(/13800000001|张三/)
  })

  it('lets no number be two people’s, however it is written, also when both come at once', async () => {
    const store = storeOf('500102')
    const outcomes = await Promise.all([
      store.add(command('k1'), record('p1'), contact('023-59220001')),
      store.add(command('k2'), record('p2'), contact('02359220001')),
    ])
    expect(outcomes.toSorted()).toEqual(['changed', 'committed'])
    expect(await store.staff()).toHaveLength(1)
  })

  it('sets a number free when it is changed or its bearer leaves, and leaves no trace of it', async () => {
    const store = storeOf('500103')
    await store.add(command('k1'), record('p1'), contact('13800000001'))
    const [before, after] = [contact('13800000001'), contact('13800000002')]
    expect(await store.change(command('k2'), record('p1', { version: 2 }), { before, after })).toBe(
      'committed',
    )
    expect(await phones('500103')).toEqual(['13800000002'])
    expect(await store.personOfPhone('13800000001')).toBeUndefined()
    expect(await store.leave(command('k3'), record('p1', { state: 'left', version: 3 }))).toBe('committed')
    expect(await phones('500103')).toEqual([])
    expect(await store.personOfPhone('13800000002')).toBeUndefined()
  })

  it('lets one of two changes of the same version win', async () => {
    const store = storeOf('500104')
    await store.add(command('k1'), record('p1'), contact('13800000001'))
    const change = (key: string, posts: StaffRecord['posts']) =>
      store.change(command(key), record('p1', { posts, version: 2 }))
    const outcomes = await Promise.all([change('k2', ['leader']), change('k3', ['acceptor'])])
    expect(outcomes.toSorted()).toEqual(['changed', 'committed'])
  })

  it('knows nothing of another county or commission', async () => {
    await storeOf('500105').add(command('k1'), record('p1'), contact('13800000001'))
    expect(await storeOf('500106').staff()).toEqual([])
    expect(await storeOf('500000').personOfPhone('13800000001')).toBeUndefined()
  })
})

describe('a sheet of people', () => {
  const by = { actor: 'a1', post: 'administrator', at }
  const person = (phone: string, posts: StaffRecord['posts'] = ['collector'], name = '张三') => ({
    name,
    phone,
    posts,
  })

  it('adds who is not there, changes who is, and does nothing the second time', async () => {
    const store = storeOf('500201')
    await store.add(command('k1'), record('p1'), contact('13800000001'))
    const sheet = [person('13800000001', ['leader'], '李四'), person('13800000002')]
    const put = await store.putStaff(sheet, by)
    expect(put).toMatchObject({ added: 1, changed: 1, same: 0 })
    expect(put.invited).toHaveLength(1)
    expect(await store.person('p1')).toMatchObject({ posts: ['leader'], version: 2 })
    expect(await store.contact('p1')).toEqual(contact('13800000001', '李四'))
    expect(await store.putStaff(sheet, by)).toEqual({ added: 0, changed: 0, same: 2, invited: [] })
  })

  it('gives nobody other posts by their own hand', async () => {
    const store = storeOf('500202')
    await store.add(command('k1'), record('a1', { posts: ['administrator'] }), contact('13800000001'))
    const sheet = [person('13800000001', ['administrator', 'leader'])]
    expect(await store.putStaff(sheet, by)).toMatchObject({ changed: 0, same: 1 })
  })

  it('takes hundreds in one go', async () => {
    const store = storeOf('500203')
    const many = Array.from({ length: 300 }, (_, at) => person(`138${String(at).padStart(8, '0')}`))
    expect(await store.putStaff(many, by)).toMatchObject({ added: 300 })
    expect(await store.staff()).toHaveLength(300)
    expect(await phones('500203')).toHaveLength(300)
  })
})
