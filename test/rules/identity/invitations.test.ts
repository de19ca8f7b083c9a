import { describe, expect, it } from 'vitest'
import { invitationFault, invitationText, readInvitation } from '#shared/identity/invitations'

const code = { scope: '500235', person: 'p-1', secret: 'AAAAAAAAAAAAAAAAAAAAAA' }

describe("an invitation's code", () => {
  it('is read back from its text', () => {
    expect(readInvitation(invitationText(code))).toEqual(code)
  })

  it.each([
    '',
    '500235',
    '500235.p-1',
    '500235.p-1.short',
    '50023.p-1.AAAAAAAAAAAAAAAAAAAAAA',
    '5002350.p-1.AAAAAAAAAAAAAAAAAAAAAA',
    '500235.p#1.AAAAAAAAAAAAAAAAAAAAAA',
    '500235.p-1.AAAAAAAAAAAAAAAAAAAAAA.more',
    '500235..AAAAAAAAAAAAAAAAAAAAAA',
  ])('is not read from %j', (text) => {
    expect(readInvitation(text)).toBeUndefined()
  })
})

describe('an invitation', () => {
  const invitation = { person: 'p-1', digest: 'd', expiresAt: 1_000, used: false }

  it('opens the door with its own secret, once, until its end', () => {
    expect(invitationFault(invitation, 'd', 999)).toBeUndefined()
    expect(invitationFault(invitation, 'd', 1_000)).toBe('expired')
    expect(invitationFault({ ...invitation, used: true }, 'd', 0)).toBe('used')
  })

  it('says to whoever has another secret only that it is unknown, whatever has become of it', () => {
    for (const one of [undefined, invitation, { ...invitation, used: true }, { ...invitation, expiresAt: 0 }])
      expect(invitationFault(one, 'other', 500)).toBe('unknown')
  })
})
