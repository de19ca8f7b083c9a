import { refuse } from '#shared/kernel/result'
import type { CommissionSignedIn, Routes } from '#shared/routes'
import type { commissionTenantContracts } from '#shared/tenants/contract'
import type { TenantSettings } from '#shared/tenants/settings'
import { viewOf } from '#shared/tenants/view'
import type { Clock } from '../kernel/clock.ts'
import { changeSettings } from './change-settings.ts'
import { foundTenant } from './found-tenant.ts'
import { keepCity } from './keep-city.ts'
import { moveTenant } from './move-tenant.ts'
import type { CalendarThere, FirstPeople, OnboardingRuns, OwnSettingsOf, Registry } from './ports.ts'
import { resumeOnboarding } from './resume-onboarding.ts'

interface Needs {
  /** The register of a city, by its code. */
  readonly registryOfCity: (city: string) => Registry
  readonly peopleOf: (tenant: string) => FirstPeople
  readonly runs: OnboardingRuns
  readonly clock: Clock
  readonly calendarThere: CalendarThere
  readonly ownOf: OwnSettingsOf
  readonly standard: Pick<TenantSettings, 'catalogue' | 'calendar'>
}

export const commissionTenantRoutes = ({
  registryOfCity,
  ...shared
}: Needs): Routes<(typeof commissionTenantContracts)[number]> => {
  const needsOf = ({ city }: CommissionSignedIn) => ({ city, registry: registryOfCity(city), ...shared })
  return {
    'keep-city': ({ signedIn, key, input }) =>
      keepCity(needsOf(signedIn))({ person: signedIn.person, key, ...input }),
    'list-tenants': async ({ signedIn: { city } }) => {
      const registry = registryOfCity(city)
      const name = await registry.cityName()
      return name === undefined
        ? refuse('unknown-city')
        : { city, name, tenants: [...(await registry.tenants())] }
    },
    'read-tenant': async ({ signedIn, params }) => {
      const file = await registryOfCity(signedIn.city).file(params.tenant)
      if (!file) return refuse('unknown-tenant')
      const own = await shared.ownOf(params.tenant).inForce()
      return { ...viewOf(file, shared.clock.now()), ...(own && { own }) }
    },
    'found-tenant': ({ signedIn, key, input }) =>
      foundTenant(needsOf(signedIn))({ person: signedIn.person, key, ...input }),
    'resume-onboarding': ({ signedIn, params, key, input }) =>
      resumeOnboarding(needsOf(signedIn))({ person: signedIn.person, key, tenant: params.tenant, ...input }),
    'move-tenant': ({ signedIn, params, key, input }) =>
      moveTenant(needsOf(signedIn))({ person: signedIn.person, key, ...params, ...input }),
    'change-settings': ({ signedIn, params, key, input }) =>
      changeSettings(needsOf(signedIn))({ person: signedIn.person, key, tenant: params.tenant, ...input }),
  }
}
