import { describe, expect, it } from 'vitest'
import { readInvitation } from '#shared/identity/invitations'
import type { StaffRecord } from '#shared/organisation/staff'
import { invitePerson } from '../../functions/identity/invite-person.ts'
import { layInvitation } from '../../functions/identity/lay-invitation.ts'
import { sha256 } from '../../functions/kernel/digest.ts'
import { newSecret } from '../../functions/platform/identity/new-secret.ts'
import { memoryInvitations } from '../support/memory-invitations.ts'

const SCOPE = '500229'
const county = {
  tenant: SCOPE,
  city: '500000',
  name: '城口县',
  administrator: 'first',
  at: '2026-11-24T01:00:00Z',
}
const somebody = (state: StaffRecord['state']): StaffRecord => ({
  person: 'p1',
  posts: ['acceptor'],
  standIns: [],
  state,
  version: 3,
})

function ground(people: readonly StaffRecord[] = []) {
  const memory = memoryInvitations(people)
  const needs = {
    storeOf: () => memory.store,
    outbox: memory.outbox,
    newSecret,
    clock: { now: () => Date.parse('2026-11-24T01:00:00Z') },
    realNow: () => 1_000_000,
  }
  return { ...memory, needs }
}

describe('inviting a person', () => {
  it('sends them a way in whose secret only the message holds', async () => {
    const { needs, sent, invitations, commands } = ground([somebody('invited')])
    expect(await invitePerson(needs)({ scope: SCOPE, person: 'p1', actor: 'a1' })).toBe('invited')
    const code = readInvitation(sent[0]!.parameters.path.split('to=')[1]!)!
    expect(code).toMatchObject({ scope: SCOPE, person: 'p1' })
    expect(invitations.get('p1')).toMatchObject({ digest: sha256(code.secret), used: false })
    expect(JSON.stringify([...invitations.values(), ...commands])).not.toContain(code.secret)
    expect(commands[0]!.act).toMatchObject({ act: 'person-invited', actor: 'a1', subject: 'p1' })
  })

  it('makes the invitation before void', async () => {
    const { needs, invitations } = ground([somebody('active')])
    const invite = () => invitePerson(needs)({ scope: SCOPE, person: 'p1', actor: 'a1' })
    await invite()
    const first = invitations.get('p1')!.digest
    await invite()
    expect(invitations.get('p1')!.digest).not.toBe(first)
  })

  it('waits for the morning, unless whoever is invited waits for it', async () => {
    const { needs, sent } = ground([somebody('invited')])
    const asked = { scope: SCOPE, person: 'p1', actor: 'a1' }
    await invitePerson(needs)(asked)
    await invitePerson(needs)({ ...asked, awaited: true })
    expect(sent.map(({ urgent }) => urgent)).toEqual([undefined, true])
  })

  it.each(['suspended', 'left'] as const)('is refused for somebody who is %s', async (state) => {
    const { needs, sent } = ground([somebody(state)])
    const outcome = await invitePerson(needs)({ scope: SCOPE, person: 'p1', actor: 'a1' })
    expect(outcome).toBe(state === 'left' ? 'unknown-person' : 'suspended')
    expect(sent).toEqual([])
  })
})

describe("the onboarding's invitation", () => {
  it('begins the first administrator and invites them', async () => {
    const { needs, staff, sent } = ground()
    expect(await layInvitation(needs)(county)).toEqual({ counts: { invitations: 1 }, notes: [] })
    expect(staff.get('first')).toMatchObject({ posts: ['administrator'], state: 'invited' })
    expect(sent).toMatchObject([{ scope: SCOPE, person: 'first', template: 'invitation', urgent: true }])
  })

  it('may be repeated: one administrator, and the last message counts', async () => {
    const { needs, staff, sent, invitations } = ground()
    const lay = layInvitation(needs)
    await lay(county)
    await lay(county)
    expect(staff.size).toBe(1)
    const last = readInvitation(sent[1]!.parameters.path.split('to=')[1]!)!
    expect(invitations.get('first')!.digest).toBe(sha256(last.secret))
  })

  it('leaves an administrator in peace who has come in', async () => {
    const { needs, sent } = ground([{ ...somebody('active'), person: 'first', posts: ['administrator'] }])
    await layInvitation(needs)(county)
    expect(sent).toEqual([])
  })
})
