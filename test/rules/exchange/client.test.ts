import { describe, expect, it } from 'vitest'
import { type ClientRecord, clientOfKey, clientViewOf, opens } from '#shared/exchange/client'

const id = '01KAT0000000000000000000AB'
const client: ClientRecord = {
  id,
  version: 2,
  name: '路灯管理系统',
  state: 'active',
  createdAt: '2026-11-24T01:00:00Z',
  createdBy: 'a1',
  keyMadeAt: '2026-11-24T02:00:00Z',
  keyHash: 'hash-of-the-new',
  keyEnds: 'wxyz',
  former: { keyHash: 'hash-of-the-old', until: '2026-11-25T02:00:00Z' },
}
const before = '2026-11-25T01:59:59Z'
const after = '2026-11-25T02:00:00Z'

describe('a key', () => {
  it('opens by its hash; the one before for as long as was said, and not a second longer', () => {
    expect(opens(client, 'hash-of-the-new', after)).toBe(true)
    expect(opens(client, 'hash-of-the-old', before)).toBe(true)
    expect(opens(client, 'hash-of-the-old', after)).toBe(false)
    expect(opens(client, 'hash-of-another', before)).toBe(false)
  })

  it('of a client that was shut out opens nothing', () => {
    const revoked: ClientRecord = { ...client, state: 'revoked' }
    for (const hash of ['hash-of-the-new', 'hash-of-the-old'])
      expect(opens(revoked, hash, before)).toBe(false)
  })

  it('says whose it is, and nothing that only looks like one does', () => {
    expect(clientOfKey(`cy_${id}_${'a'.repeat(22)}`)).toBe(id)
    for (const other of ['', 'cy_', `cy_${id}_short`, `cy_${id.toLowerCase()}_${'a'.repeat(22)}`])
      expect(clientOfKey(other)).toBeUndefined()
  })

  it('is shown to nobody: a view has no hash of it', () => {
    expect(JSON.stringify(clientViewOf(client, before))).not.toContain('hash-of')
    expect(clientViewOf(client, before)).toHaveProperty('formerUntil')
    expect(clientViewOf(client, after)).not.toHaveProperty('formerUntil')
  })
})
