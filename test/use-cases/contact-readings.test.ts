import { describe, expect, it } from 'vitest'
import { readContact, readContactInClear } from '../../functions/cases/read-contact.ts'
import type { Command } from '../../functions/kernel/command.ts'
import { maskContact, maskName, maskPhone } from '../../shared/kernel/mask.ts'
import type { Post } from '../../shared/lifecycle/posts.ts'
import { aReport, freshKey, MORNING } from '../support/case-builders.ts'

const clock = { now: () => Date.parse(MORNING) }
const CONTACT = { name: '何某某', phone: '13800001234' }

/** A case whose reporter left these, and what is put on record about reading them. */
function aCase(contact: typeof CONTACT | undefined = CONTACT) {
  const { record } = aReport()
  const recorded: Command[] = []
  const needs = {
    clock,
    store: { read: async (id: string) => (id === record.id ? record : undefined) },
    contacts: {
      of: async (): Promise<typeof CONTACT | undefined> => contact,
      earlier: async ({ key, bodyHash }: Pick<Command, 'key' | 'bodyHash'>) => {
        const found = recorded.find((command) => command.key === key)
        if (!found) return undefined
        return found.bodyHash === bodyHash ? { answer: found.answer } : ('key-reused' as const)
      },
      recordReading: async (command: Command) => {
        recorded.push(command)
        return 'committed' as const
      },
    },
  }
  return { id: record.id, needs, recorded }
}

const asked = (caseId: string, ...posts: Post[]) => ({ caseId, person: 'p-1', posts })
const inClear = (caseId: string, key = freshKey()) => ({
  ...asked(caseId, 'acceptor'),
  key,
  reason: 'call-back' as const,
})

describe('a reporter', () => {
  const hidden = { phones: 'all', names: 'all' } as const

  it('is seen by whoever speaks with reporters with the middle hidden, whatever the county hides', async () => {
    const { id, needs } = aCase()
    expect(await readContact({ ...needs, masks: hidden })(asked(id, 'inspector'))).toEqual({
      name: '何*',
      phone: '138****1234',
    })
  })

  it('is seen by everybody else as the county lets them', async () => {
    const { id, needs } = aCase()
    expect(await readContact({ ...needs, masks: hidden })(asked(id, 'leader'))).toEqual({
      name: '**',
      phone: '****',
    })
  })

  it.each([
    ['unknown-case', CONTACT, '0'.repeat(26)],
    ['no-contact', undefined, undefined],
  ])('is refused as %s', async (code, contact, other) => {
    const { id, needs, recorded } = aCase(contact)
    if (contact === undefined) needs.contacts.of = async () => undefined
    const caseId = other ?? id
    expect(await readContact({ ...needs, masks: hidden })(asked(caseId, 'leader'))).toEqual({ refused: code })
    expect(await readContactInClear(needs)(inClear(caseId))).toEqual({ refused: code })
    expect(recorded).toEqual([])
  })
})

describe('reading a contact in clear', () => {
  it('is on record with who, what and why before anything is told, and the record names no value', async () => {
    const { id, needs, recorded } = aCase()
    expect(await readContactInClear(needs)(inClear(id))).toEqual(CONTACT)
    expect(recorded).toHaveLength(1)
    expect(recorded[0]!.act).toEqual({
      act: 'personal-data-read',
      actor: 'p-1',
      post: 'acceptor',
      subject: id,
      details: { fields: 'name phone', reason: 'call-back' },
      at: MORNING,
    })
    expect(JSON.stringify(recorded)).not.toMatch(/何某|1380000/)
  })

  it('is on record once for a repeat, which is answered the same', async () => {
    const { id, needs, recorded } = aCase()
    const request = inClear(id)
    expect(await readContactInClear(needs)(request)).toEqual(CONTACT)
    expect(await readContactInClear(needs)(request)).toEqual(CONTACT)
    expect(recorded).toHaveLength(1)
  })

  it('is refused under a key that another reading used', async () => {
    const { id, needs } = aCase()
    const request = inClear(id)
    await readContactInClear(needs)(request)
    const other = { ...request, reason: 'meet-on-site' as const }
    expect(await readContactInClear(needs)(other)).toEqual({ refused: 'key-reused' })
  })

  it('tells nothing when it cannot be put on record', async () => {
    const { id, needs } = aCase()
    needs.contacts.recordReading = async () => {
      throw new Error('away')
    }
    await expect(readContactInClear(needs)(inClear(id))).rejects.toThrow('away')
  })
})

describe('masks', () => {
  it.each([
    ['13800001234', 'middle', '138****1234'],
    ['023-58550001', 'middle', '023****0001'],
    ['58550001', 'middle', '58****01'],
    ['12319', 'middle', '*****'],
    ['13800001234', 'all', '****'],
  ] as const)('of the phone %s with %s hidden show %s', (phone, how, shown) => {
    expect(maskPhone(phone, how)).toBe(shown)
  })

  it.each([
    ['何某', 'given', '何*'],
    [' 欧阳某 ', 'given', '欧*'],
    ['𠮷田', 'given', '𠮷*'],
    ['何某', 'all', '**'],
  ] as const)('of the name %s with %s hidden show %s', (name, how, shown) => {
    expect(maskName(name, how)).toBe(shown)
  })

  it('leave absent what is absent', () => {
    expect(maskContact({ phone: '12319' }, { phones: 'all', names: 'all' })).toEqual({ phone: '****' })
  })
})
