import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { StaffRecord } from '#shared/organisation/staff'
import { createInvitationStore } from '../../functions/platform/dynamo/invitation-store.ts'
import { type CountyDatabase, startCountyDatabase } from '../support/county-database.ts'

let database: CountyDatabase
beforeAll(async () => {
  database = await startCountyDatabase()
})
afterAll(() => database.close())

const administrator: StaffRecord = {
  person: 'first',
  posts: ['administrator'],
  standIns: [],
  state: 'invited',
  version: 1,
}
const invitation = (digest: string) => ({
  person: 'first',
  digest,
  expiresAt: 1_800_000_000_000,
  used: false,
})
const command = (key: string) => ({
  key,
  bodyHash: 'hash',
  act: { act: 'person-invited', actor: 'system', subject: 'first', at: '2026-11-24T01:00:00Z' },
  answer: {},
})

describe('the invitation store', () => {
  it('keeps the last invitation of a person, and begins their staff record with it or not at all', async () => {
    const store = createInvitationStore('500229', database.open)
    expect(await store.invite(command('one'), invitation('d1'), administrator)).toBe('committed')
    expect(await store.invite(command('two'), invitation('d2'), administrator)).toBe('changed')
    expect(await store.invitation('first')).toEqual(invitation('d1'))
    expect(await store.invite(command('three'), invitation('d3'))).toBe('committed')
    expect(await store.invitation('first')).toEqual(invitation('d3'))
    expect(await store.staff('first')).toEqual(administrator)
  })

  it('knows nothing of another scope', async () => {
    const store = createInvitationStore('500230', database.open)
    expect(await store.invitation('first')).toBeUndefined()
    expect(await store.staff('first')).toBeUndefined()
  })
})
