import type { CommissionSignedIn, Routes } from '#shared/routes'
import type { leavingContracts } from '#shared/tenants/leaving-contract'
import type { Clock } from '../kernel/clock.ts'
import { eraseTenant } from './erase-tenant.ts'
import { exportTenant } from './export-tenant.ts'
import type { ExportLinks, LeavingRuns, Registry } from './ports.ts'
import { readExport } from './read-export.ts'

interface Needs {
  /** The register of a city, by its code. */
  readonly registryOfCity: (city: string) => Registry
  readonly runs: LeavingRuns
  readonly links: ExportLinks
  readonly clock: Clock
}

export const leavingRoutes = ({
  registryOfCity,
  ...shared
}: Needs): Routes<(typeof leavingContracts)[number]> => {
  const needsOf = ({ city }: CommissionSignedIn) => ({ registry: registryOfCity(city), ...shared })
  return {
    'export-tenant': ({ signedIn, params, key }) =>
      exportTenant(needsOf(signedIn))({ person: signedIn.person, key, tenant: params.tenant }),
    'read-export': ({ signedIn, params }) =>
      readExport(needsOf(signedIn))({
        person: signedIn.person,
        tenant: params.tenant,
        number: Number(params.export),
      }),
    'erase-tenant': ({ signedIn, params, key, input }) =>
      eraseTenant(needsOf(signedIn))({ person: signedIn.person, key, tenant: params.tenant, ...input }),
  }
}
