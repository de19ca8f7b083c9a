import { describe, expect, it } from 'vitest'
import { changeSettings } from '../../functions/tenants/change-settings.ts'
import { doStep } from '../../functions/tenants/do-step.ts'
import { foundTenant } from '../../functions/tenants/found-tenant.ts'
import { keepCity } from '../../functions/tenants/keep-city.ts'
import { layRegistry } from '../../functions/tenants/lay-registry.ts'
import { moveTenant } from '../../functions/tenants/move-tenant.ts'
import { resumeOnboarding } from '../../functions/tenants/resume-onboarding.ts'
import { isRefusal } from '../../shared/kernel/result.ts'
import type { Lay } from '../../shared/tenants/laying.ts'
import { type OnboardingStep, onboardingSteps } from '../../shared/tenants/onboarding-steps.ts'
import type { OwnSettingsVersion } from '../../shared/tenants/own-settings.ts'
import type { TenantView } from '../../shared/tenants/tenant.ts'
import { freshKey, MORNING } from '../support/case-builders.ts'
import { memoryKept } from '../support/memory-kept.ts'
import { memoryPeople, memoryRegistry, memoryRuns } from '../support/memory-registry.ts'

const CITY = '500000'
const TENANT = '500229'
const administrator = { name: '何某', phone: '13900000001' }

/** A commission and its register, at nine in the morning. */
async function commission({ registered = true } = {}) {
  const { registry, acts } = memoryRegistry()
  const people = memoryPeople()
  const { runs, started, over } = memoryRuns()
  const clock = { now: () => Date.parse(MORNING) }
  const standard = { catalogue: 'base-1', calendar: 'default-2026' }
  const calendarThere = async (city: string, version: string) => city === CITY && version === 'default-2026'
  const own = memoryKept<OwnSettingsVersion>()
  const ownOf = () => own.store
  const needs = { calendarThere, ownOf, city: CITY, registry, peopleOf: people.of, runs, clock, standard }
  const asked = () => ({ person: 'p1', key: freshKey() })
  if (registered) await keepCity(needs)({ ...asked(), name: '重庆市' })
  let laid: string[] = []
  const lay =
    (step: string): Lay =>
    async () => {
      laid.push(step)
      return { counts: { things: 3 }, notes: [] }
    }
  const lays: Record<OnboardingStep, Lay> = {
    ...(Object.fromEntries(onboardingSteps.map((step) => [step, lay(step)])) as Record<OnboardingStep, Lay>),
    registry: layRegistry({ peopleOf: people.of }),
  }
  const registryOf = async () => registry
  return {
    registry,
    people: people.kept,
    acts,
    started,
    over,
    laid: () => laid,
    forgetLaid: () => {
      laid = []
    },
    found: (changes: { tenant?: string; name?: string; key?: string } = {}) =>
      foundTenant(needs)({ ...asked(), tenant: TENANT, name: '城口县', administrator, ...changes }),
    resume: (changes: { administrator?: typeof administrator } = {}) =>
      resumeOnboarding(needs)({ ...asked(), tenant: TENANT, ...changes }),
    move: (action: Parameters<ReturnType<typeof moveTenant>>[0]['action'], version: number) =>
      moveTenant(needs)({ ...asked(), tenant: TENANT, action, version }),
    change: changeSettings(needs),
    asked,
    step: (step: OnboardingStep, attempt = 1, other: Partial<typeof lays> = {}) =>
      doStep({ registryOf, lays: { ...lays, ...other }, clock })({ tenant: TENANT, attempt, step }),
    stop: (stopped: OnboardingStep, attempt = 1) =>
      doStep({ registryOf, lays, clock })({ tenant: TENANT, attempt, stopped, error: 'area-table-broken' }),
    async onboard() {
      for (const step of onboardingSteps) await this.step(step)
    },
  }
}

function view(answer: unknown): TenantView {
  if (isRefusal(answer)) throw new Error(`refused: ${JSON.stringify(answer)}`)
  return answer as TenantView
}

describe('founding a county', () => {
  it('registers it on trial, keeps the administrator apart, and begins the onboarding', async () => {
    const here = await commission()
    const answer = view(await here.found())
    expect(answer).toMatchObject({
      tenant: TENANT,
      city: CITY,
      state: 'trial',
      version: 1,
      onboarding: { state: 'running', attempt: 1 },
      settingsNow: { version: 1, settings: { placeName: '城口县', catalogue: 'base-1' } },
      actions: ['go-live', 'pause', 'leave'],
    })
    expect([...here.people]).toEqual([[`${TENANT} ${answer.administrator}`, administrator]])
    expect([...here.started]).toEqual([`${TENANT}-1`])
    expect(JSON.stringify(answer) + JSON.stringify(here.acts())).not.toMatch(/何某|13900000001/)
  })

  it('answers a repeat as the first time, and heals what the first could not finish', async () => {
    const here = await commission()
    const key = freshKey()
    const first = await here.found({ key })
    here.people.clear()
    here.started.clear()
    expect(await here.found({ key })).toEqual(first)
    expect(here.people.size).toBe(1)
    expect([...here.started]).toEqual([`${TENANT}-1`])
  })

  it('is refused for a code that is there, before the city is registered, outside the city, and under a used name', async () => {
    const here = await commission()
    await here.found()
    expect(await here.found()).toEqual({ refused: 'tenant-exists' })
    expect(await (await commission({ registered: false })).found()).toEqual({ refused: 'unknown-city' })
    const field = (name: string, code: string) => ({
      refused: 'invalid-input',
      fields: [{ field: name, code }],
    })
    expect(await here.found({ tenant: '510104' })).toEqual(field('tenant', 'not-under-city'))
    expect(await here.found({ tenant: '500000' })).toEqual(field('tenant', 'not-under-city'))
    expect(await here.found({ tenant: '500230' })).toEqual(field('name', 'already-used'))
  })

  it('takes the codes of zones that the standard does not number', async () => {
    expect(view(await (await commission()).found({ tenant: '500901', name: '两江新区' }))).toMatchObject({
      tenant: '500901',
    })
  })
})

describe('the onboarding', () => {
  it('does each step once, notes what was laid, and makes the county whole with the last', async () => {
    const here = await commission()
    await here.found()
    await here.onboard()
    await here.onboard()
    expect(here.laid()).toEqual(onboardingSteps.slice(1))
    const file = await here.registry.file(TENANT)
    expect(file?.steps.map(({ step }) => step)).toEqual([...onboardingSteps])
    expect(file?.record.onboarding).toEqual({ state: 'done', attempt: 1 })
  })

  it('lays again what was laid but not noted', async () => {
    const here = await commission()
    await here.found()
    const dies: Lay = async () => {
      throw new Error('killed')
    }
    await expect(here.step('areas', 1, { areas: dies })).rejects.toThrow('killed')
    expect((await here.registry.file(TENANT))?.steps).toEqual([])
    await here.step('areas')
    expect(here.laid()).toEqual(['areas'])
  })

  it('stops where the administrator is not kept, and goes on when one is given', async () => {
    const here = await commission()
    await here.found()
    here.people.clear()
    await expect(here.step('registry')).rejects.toMatchObject({ name: 'administrator-missing' })
    await here.stop('registry')
    expect(view(await here.resume({ administrator })).onboarding).toEqual({ state: 'running', attempt: 2 })
    expect(await here.step('registry', 2)).toEqual({ done: true })
  })

  it('tells where it stopped, and resumes as the next attempt with the steps that are left', async () => {
    const here = await commission()
    await here.found()
    await here.step('registry')
    await here.stop('areas')
    const stopped = { step: 'areas', error: 'area-table-broken' }
    expect((await here.registry.file(TENANT))?.record.onboarding).toEqual({
      state: 'stopped',
      attempt: 1,
      stopped,
    })
    expect(view(await here.resume()).onboarding).toEqual({ state: 'running', attempt: 2 })
    expect(here.started.has(`${TENANT}-2`)).toBe(true)
    await expect(here.step('areas', 1)).rejects.toMatchObject({ name: 'attempt-superseded' })
  })

  it('is started when its start was lost, left alone while it runs, and begun again when it was killed', async () => {
    const here = await commission()
    await here.found()
    here.started.clear()
    expect(view(await here.resume()).onboarding.attempt).toBe(1)
    expect([...here.started]).toEqual([`${TENANT}-1`])
    here.over.add(`${TENANT}-1`)
    expect(view(await here.resume()).onboarding.attempt).toBe(2)
  })

  it('has nothing to resume once it is done, nor for a county that is not there', async () => {
    const here = await commission()
    expect(await here.resume()).toEqual({ refused: 'unknown-tenant' })
    await here.found()
    await here.onboard()
    expect(await here.resume()).toEqual({ refused: 'onboarding-done' })
  })
})

describe('the standing of a county', () => {
  it('goes live only when its onboarding is done', async () => {
    const here = await commission()
    await here.found()
    expect(await here.move('go-live', 1)).toEqual({ refused: 'onboarding-not-done' })
    await here.onboard()
    expect(view(await here.move('go-live', 2))).toMatchObject({ state: 'live', version: 3 })
  })

  it('is paused and resumed, back to what it was', async () => {
    const here = await commission()
    await here.found()
    expect(view(await here.move('pause', 1))).toMatchObject({ state: 'paused', before: 'trial', version: 2 })
    const resumed = view(await here.move('resume', 2))
    expect(resumed.state).toBe('trial')
    expect(resumed).not.toHaveProperty('before')
    expect(await here.registry.tenants()).toEqual([{ tenant: TENANT, name: '城口县', state: 'trial' }])
  })

  it('refuses a move that the table does not have, and one that was decided on an older version', async () => {
    const here = await commission()
    await here.found()
    expect(await here.move('stay', 1)).toEqual({ refused: 'move-not-possible' })
    await here.move('pause', 1)
    expect(await here.move('leave', 1)).toEqual({ refused: 'tenant-changed', currentVersion: 2 })
  })
})

describe('the settings of a county', () => {
  it('are published version by version', async () => {
    const here = await commission()
    const { settingsNow, version } = view(await here.found())
    const settings = { ...settingsNow.settings, placeName: '城口' }
    expect(await here.change({ ...here.asked(), tenant: TENANT, version, settings })).toEqual({
      version: 2,
      at: MORNING,
      person: 'p1',
      settings,
    })
    expect((await here.registry.file(TENANT))?.record).toMatchObject({ version: 2, settings: 2 })
    const without = { ...settings, calendar: 'default-2099' }
    expect(await here.change({ ...here.asked(), tenant: TENANT, version: 2, settings: without })).toEqual({
      refused: 'unknown-calendar',
    })
    expect(await here.change({ ...here.asked(), tenant: TENANT, version, settings })).toEqual({
      refused: 'tenant-changed',
      currentVersion: 2,
    })
  })
})
