import { describe, expect, it } from 'vitest'
import { changeSettings } from '../../functions/tenants/change-settings.ts'
import { foundTenant } from '../../functions/tenants/found-tenant.ts'
import { keepCity } from '../../functions/tenants/keep-city.ts'
import { keepSettings } from '../../functions/tenants/keep-settings.ts'
import { type OwnSettingsVersion, ownPart, settingsInForce } from '../../shared/tenants/own-settings.ts'
import type { TenantSettings } from '../../shared/tenants/settings.ts'
import { freshKey, MORNING } from '../support/case-builders.ts'
import { memoryKept } from '../support/memory-kept.ts'
import { memoryPeople, memoryRegistry, memoryRuns } from '../support/memory-registry.ts'

const CITY = '500000'
const TENANT = '500229'

/** A county as it was founded, with its administrator and the commission's, both at its settings. */
async function county() {
  const { registry } = memoryRegistry()
  const own = memoryKept<OwnSettingsVersion>()
  const clock = { now: () => Date.parse(MORNING) }
  const standard = { catalogue: 'base-1', calendar: 'default-2026' }
  const founding = {
    registry,
    city: CITY,
    peopleOf: memoryPeople().of,
    runs: memoryRuns().runs,
    clock,
    standard,
  }
  const asked = () => ({ person: 'c1', key: freshKey() })
  await keepCity(founding)({ ...asked(), name: '重庆市' })
  await foundTenant(founding)({
    ...asked(),
    tenant: TENANT,
    name: '城口县',
    administrator: { name: '何某', phone: '13900000001' },
  })
  const file = async () => (await registry.file(TENANT))!
  const ownOf = () => own.store
  const inForce = async () =>
    settingsInForce((await file()).settings.settings, (await own.store.inForce())?.settings)
  const read = async () => {
    const { record, settings } = await file()
    return { record, settings: { ...settings, settings: await inForce() } }
  }
  const keep = keepSettings({ read, ownOf, clock })
  const change = changeSettings({ registry, clock, calendarThere: async () => true, ownOf })
  return {
    inForce,
    acts: own.acts,
    async keep(changes: Partial<TenantSettings>, { version = 0, key = freshKey() } = {}) {
      const settings = ownPart({ ...(await inForce()), ...changes })
      return keep({ tenant: TENANT, person: 'p1', key, version, settings })
    },
    async commissionChanges(changes: Partial<TenantSettings>) {
      const { record, settings } = await file()
      return change({
        ...asked(),
        tenant: TENANT,
        version: record.version,
        settings: { ...settings.settings, ...changes },
      })
    },
  }
}

const hours = (amount: number) => ({ amount, unit: 'work_hour' as const })

describe('what a county keeps of its settings', () => {
  it('is in force over what the commission began it with, and is told the audit', async () => {
    const here = await county()
    expect(await here.keep({ placeName: '城口', remoteInspections: 20 })).toMatchObject({ version: 1 })
    expect(await here.inForce()).toMatchObject({
      placeName: '城口',
      remoteInspections: 20,
      calendar: 'default-2026',
    })
    expect(here.acts()).toMatchObject([
      { act: 'own-settings-kept', actor: 'p1', post: 'administrator', details: { version: 1 } },
    ])
  })

  it('is kept once under one key, and not upon what another has changed meanwhile', async () => {
    const here = await county()
    const key = freshKey()
    expect(await here.keep({ placeName: '城口' }, { key })).toMatchObject({ version: 1 })
    expect(await here.keep({ placeName: '城口' }, { key })).toMatchObject({ version: 1 })
    expect(await here.keep({ placeName: '任河' })).toEqual({ refused: 'record-changed' })
  })

  it('stays within the terms that a county may give itself', async () => {
    const here = await county()
    const refused = await here.keep({
      limits: { reported: hours(5), dispatched: hours(16), handling: hours(1) },
      ladder: { remind: { amount: 4, unit: 'urgent_day' } },
      requestLimit: { amount: 4, unit: 'work_day' },
    })
    expect(refused).toMatchObject({
      refused: 'invalid-input',
      fields: [
        { field: 'settings.limits.reported', code: 'beyond-own' },
        { field: 'settings.limits.handling', code: 'beyond-own' },
        { field: 'settings.ladder.remind', code: 'beyond-own' },
        { field: 'settings.requestLimit', code: 'beyond-own' },
      ],
    })
    expect(await here.keep({ limits: { reported: hours(4), dispatched: hours(16) } })).toMatchObject({
      version: 1,
    })
  })

  it('may keep a longer term that the commission gave it', async () => {
    const here = await county()
    await here.commissionChanges({ limits: { reported: hours(7) } })
    expect(await here.keep({ placeName: '城口' })).toMatchObject({ version: 1 })
    expect((await here.inForce()).limits).toEqual({ reported: hours(7) })
  })

  it('puts no posts together that the commission has not relaxed, not even later', async () => {
    const here = await county()
    const grants = { file: ['shift-leader', 'acceptor'] as const }
    const both = { grants: { file: [...grants.file] } }
    expect(await here.keep(both)).toMatchObject({
      fields: [{ field: 'settings.grants', code: 'not-separate' }],
    })
    await here.commissionChanges({ relaxed: ['accepting-and-filing'] })
    expect(await here.keep(both)).toMatchObject({ version: 1 })
    expect((await here.inForce()).grants).toEqual(both.grants)
    await here.commissionChanges({ relaxed: [] })
    expect((await here.inForce()).grants).toEqual({})
  })

  it('is no more the commission’s to change, whose own part it still is', async () => {
    const here = await county()
    await here.keep({ placeName: '城口' })
    expect(await here.commissionChanges({ placeName: '任河', channels: ['hotline'] })).toMatchObject({
      refused: 'invalid-input',
      fields: [
        { field: 'settings.placeName', code: 'kept-by-county' },
        { field: 'settings.channels', code: 'kept-by-county' },
      ],
    })
    await here.commissionChanges({ secondFactor: ['dispatcher'] })
    expect(await here.inForce()).toMatchObject({ placeName: '城口', secondFactor: ['dispatcher'] })
  })
})
