import { describe, expect, it } from 'vitest'
import { fieldProblems } from '../../../shared/kernel/fields.ts'
import { firstSettings, settingsSchema } from '../../../shared/tenants/settings.ts'

const first = firstSettings('云阳', { catalogue: 'base-1', calendar: 'default-2026' })

function faults(changes: object) {
  const { error } = settingsSchema.safeParse({ ...first, ...changes })
  return error ? fieldProblems(error).map(({ field, code }) => `${field} ${code}`) : []
}

describe('the settings of a county', () => {
  it('begin with the grants of the table, everything kept apart and three administrators of its own', () => {
    expect(settingsSchema.parse(first)).toEqual(first)
    expect(first).toMatchObject({ grants: {}, relaxed: [], administratorsAtCommission: [] })
  })

  it('take those that were kept before there were grants', () => {
    const { grants: _grants, relaxed: _relaxed, administratorsAtCommission: _away, ...before } = first
    expect(settingsSchema.parse(before)).toEqual(first)
  })

  it('put nothing together in silence that posts keep apart', () => {
    const grants = { file: ['shift-leader', 'acceptor'] }
    expect(faults({ grants })).toEqual(['grants not-separate'])
    expect(faults({ grants, relaxed: ['administrators-and-cases'] })).toEqual(['grants not-separate'])
    expect(faults({ grants, relaxed: ['accepting-and-filing'] })).toEqual([])
    expect(faults({ grants: { accept: ['auditor'] } })).toEqual(['grants not-separate'])
  })

  it('leave no action to nobody, and none of the system to a post', () => {
    expect(faults({ grants: { accept: [] } })).toEqual(['grants.accept too-small'])
    expect(faults({ grants: { 'mark-overdue': ['leader'] } })).toHaveLength(1)
    expect(faults({ grants: { accept: ['acceptor', 'acceptor'] } })).toEqual(['grants.accept repeated'])
  })

  it('leave the administrator of the system in the county', () => {
    expect(faults({ administratorsAtCommission: ['security', 'audit'] })).toEqual([])
    expect(faults({ administratorsAtCommission: ['system'] })).toEqual([
      'administratorsAtCommission.0 not-offered',
    ])
  })
})
