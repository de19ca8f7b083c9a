import { describe, expect, it } from 'vitest'
import type { StaffRecord } from '#shared/organisation/staff'
import { addPerson } from '../../functions/organisation/add-person.ts'
import { changePerson, leave, standIn } from '../../functions/organisation/change-person.ts'
import { inviteAgain } from '../../functions/organisation/invite-again.ts'
import { listPeople, readPerson } from '../../functions/organisation/read-people.ts'
import { memoryStaff } from '../support/memory-staff.ts'

const SCOPE = '500229'
const clock = { now: () => Date.parse('2026-11-25T01:00:00Z') }
const administrator = { person: 'a1', post: 'administrator' }
const asking = (key = `key-${Math.random()}`) => ({ ...administrator, key })
const contact = { name: '张三丰', phone: '13800000001' }
const somebody = (person: string, changes: Partial<StaffRecord> = {}): StaffRecord => ({
  person,
  posts: ['collector'],
  standIns: [],
  state: 'active',
  version: 1,
  ...changes,
})

function county(...people: Parameters<typeof memoryStaff>[0] & object) {
  const memory = memoryStaff(people)
  const invited: string[] = []
  const needs = {
    scope: SCOPE,
    level: 'county' as const,
    staff: memory.store,
    units: { unit: async () => undefined },
    clock,
    invite: async ({ person, awaited }: { person: string; awaited?: true }) =>
      void invited.push(awaited ? `${person}, at once` : person),
  }
  return { ...memory, needs, invited }
}

describe('adding a person', () => {
  it('keeps name and number out of the audit and of what is remembered of the command', async () => {
    const { needs, commands, acts } = county()
    await addPerson(needs)(asking(), { contact, posts: ['collector'] })
    expect(JSON.stringify([...commands.values(), ...acts])).not.toMatch(/张三丰|13800000001/)
    expect(acts).toMatchObject([
      { act: 'person-added', actor: 'a1', post: 'administrator', details: { posts: 'collector' } },
    ])
  })

  it('is repeated without a second person, and invites once more', async () => {
    const { needs, records, invited } = county()
    const once = asking('the-same-key-00001')
    const first = await addPerson(needs)(once, { contact, posts: ['collector'] })
    expect(await addPerson(needs)(once, { contact, posts: ['collector'] })).toEqual(first)
    expect([...records.keys()]).toEqual([invited[0]])
    expect(invited).toHaveLength(2)
  })

  it('refuses another submission under the same key, and invites nobody for it', async () => {
    const { needs, invited } = county()
    const once = asking('the-same-key-00001')
    await addPerson(needs)(once, { contact, posts: ['collector'] })
    const other = { contact: { ...contact, phone: '13800000002' }, posts: ['leader' as const] }
    expect(await addPerson(needs)(once, other)).toMatchObject({ refused: 'key-reused' })
    expect(invited).toHaveLength(1)
  })

  it('gives the number of somebody who has left to another', async () => {
    const gone = somebody('p1', { state: 'left' })
    const { needs } = county([gone, contact])
    expect(await addPerson(needs)(asking(), { contact, posts: ['collector'] })).toMatchObject({
      state: 'invited',
    })
  })
})

describe('changing a person', () => {
  it('is not done to oneself: no posts, no stand-ins, no leaving; one’s own number may be', async () => {
    const { needs } = county([somebody('a1', { posts: ['administrator'] }), contact])
    const own = { person: 'a1', version: 1 }
    const refused = { refused: 'own-posts' }
    expect(await changePerson(needs)(asking(), { ...own, posts: ['administrator', 'leader'] })).toMatchObject(
      refused,
    )
    expect(await standIn(needs)(asking(), { ...own, standIns: [] })).toMatchObject(refused)
    expect(await leave(needs)(asking(), own)).toMatchObject(refused)
    const number = {
      ...own,
      posts: ['administrator' as const],
      contact: { ...contact, phone: '13800000002' },
    }
    expect(await changePerson(needs)(asking(), number)).toMatchObject({ version: 2 })
  })

  it('makes nobody a second administrator whom they stand in for', async () => {
    const lent = { post: 'auditor', for: 'p2', from: '2026-11-25', until: '2026-11-30' } as const
    const { needs } = county([somebody('p1', { standIns: [lent] })], [somebody('p2', { posts: ['auditor'] })])
    const change = { person: 'p1', version: 1, posts: ['administrator' as const] }
    expect(await changePerson(needs)(asking(), change)).toMatchObject({ refused: 'administrators-separate' })
  })

  it('takes the unit away when none is named', async () => {
    const { needs, records } = county([somebody('p1', { unit: 'gas' })])
    await changePerson(needs)(asking(), { person: 'p1', version: 1, posts: ['collector'] })
    expect(records.get('p1')).not.toHaveProperty('unit')
  })
})

describe('reading people', () => {
  it('shows a list masked, without those who have left, and records nothing', async () => {
    const { needs, acts } = county(
      [somebody('p1'), contact],
      [somebody('p2', { state: 'left' }), { ...contact, phone: '13800000002' }],
    )
    const { people } = await listPeople(needs)({ phones: 'middle', names: 'given' })
    expect(people).toMatchObject([{ person: 'p1', name: '张*', phone: '138****0001' }])
    expect(acts).toEqual([])
  })

  it('shows one in clear, and records who read what of whom, without the values', async () => {
    const { needs, acts } = county([somebody('p1'), contact])
    expect(await readPerson(needs)(administrator, 'p1')).toMatchObject(contact)
    expect(acts).toEqual([
      {
        act: 'personal-data-read',
        actor: 'a1',
        post: 'administrator',
        subject: 'p1',
        details: { fields: 'name phone' },
        at: '2026-11-25T01:00:00Z',
      },
    ])
  })
})

describe('inviting somebody again', () => {
  const by = (post: string) => ({ person: 'a1', post, key: 'key-000000000001' })

  it('is the administrator’s to do until they have come in, and then the security administrator’s alone', async () => {
    const { needs, invited } = county([somebody('new', { state: 'invited' })], [somebody('old')])
    expect(await inviteAgain(needs)(by('administrator'), 'new')).toEqual({ person: 'new' })
    expect(await inviteAgain(needs)(by('administrator'), 'old')).toMatchObject({ refused: 'post-not-held' })
    expect(await inviteAgain(needs)(by('security-administrator'), 'old')).toEqual({ person: 'old' })
    expect(invited).toEqual(['new, at once', 'old, at once'])
  })

  it('reaches nobody who has left, is suspended or was never there', async () => {
    const { needs, invited } = county(
      [somebody('gone', { state: 'left' })],
      [somebody('shut', { state: 'suspended' })],
    )
    const again = (person: string) => inviteAgain(needs)(by('security-administrator'), person)
    expect(await again('gone')).toMatchObject({ refused: 'has-left' })
    expect(await again('shut')).toMatchObject({ refused: 'account-act-not-possible' })
    expect(await again('nobody')).toMatchObject({ refused: 'unknown-person' })
    expect(invited).toEqual([])
  })
})
