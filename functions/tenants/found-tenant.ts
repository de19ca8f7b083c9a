import { instantOf } from '#shared/kernel/instant'
import { isRefusal, type Refusal, refuse } from '#shared/kernel/result'
import type { FirstAdministrator } from '#shared/tenants/contract'
import { liesUnder } from '#shared/tenants/divisions'
import { firstSettings, type TenantSettings } from '#shared/tenants/settings'
import type { TenantRecord, TenantView } from '#shared/tenants/tenant'
import { viewOf } from '#shared/tenants/view'
import type { Clock } from '../kernel/clock.ts'
import { bodyHashOf, oneEffect } from '../kernel/command.ts'
import { type Asker, actOf } from './acts.ts'
import { firstAdministratorId } from './administrator-id.ts'
import type { FirstPeople, OnboardingRuns, Registry } from './ports.ts'

interface Needs {
  readonly city: string
  readonly registry: Registry
  readonly peopleOf: (tenant: string) => FirstPeople
  readonly runs: OnboardingRuns
  readonly clock: Clock
  /** The catalogue and the calendar that the installation offers now. */
  readonly standard: Pick<TenantSettings, 'catalogue' | 'calendar'>
}

interface Founding extends Asker {
  readonly tenant: string
  readonly name: string
  readonly administrator: FirstAdministrator
}

/**
 * Puts a county into the register and begins its onboarding. What must come after the commitment (the administrator in
 * the county's own people table, the execution) is done by every repeat too: whoever asks again heals what was cut short.
 */
export const foundTenant =
  (needs: Needs) =>
  async ({ person, key, tenant, name, administrator }: Founding): Promise<TenantView | Refusal> => {
    const submission = { key, bodyHash: bodyHashOf({ person, tenant, name, administrator }) }
    const invited = firstAdministratorId(tenant, key)
    const view = await oneEffect(needs.registry, submission, async () => {
      const refusal = await refusalOf(needs, tenant, name)
      if (refusal) return refusal
      const founded = newTenant(needs, { person, tenant, name, invited })
      const answer = viewOf({ ...founded, steps: [] }, needs.clock.now())
      const at = founded.record.foundedAt
      const act = actOf('tenant-founded', { person }, { subject: tenant, at })
      const outcome = await needs.registry.found(founded, { ...submission, act, answer })
      return outcome === 'committed' ? answer : 'changed'
    })
    if (isRefusal(view)) return view
    await needs.peopleOf(tenant).keep(invited, administrator)
    await needs.runs.start({ tenant, attempt: 1 })
    return view
  }

async function refusalOf({ city, registry }: Needs, tenant: string, name: string) {
  if (!liesUnder(tenant, city))
    return refuse('invalid-input', { fields: [{ field: 'tenant', code: 'not-under-city' }] })
  if ((await registry.cityName()) === undefined) return refuse('unknown-city')
  const lines = await registry.tenants()
  if (lines.some((line) => line.tenant === tenant)) return refuse('tenant-exists')
  if (lines.some((line) => line.name === name))
    return refuse('invalid-input', { fields: [{ field: 'name', code: 'already-used' }] })
  return undefined
}

function newTenant(
  { city, clock, standard }: Needs,
  { person, tenant, name, invited }: { person: string; tenant: string; name: string; invited: string },
) {
  const at = instantOf(clock.now())
  const record: TenantRecord = {
    tenant,
    city,
    name,
    state: 'trial',
    version: 1,
    settings: 1,
    foundedAt: at,
    administrator: invited,
    onboarding: { state: 'running', attempt: 1 },
  }
  return { record, settings: { version: 1, at, person, settings: firstSettings(name, standard) } }
}
