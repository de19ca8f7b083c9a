import type { Lay } from '#shared/tenants/laying'
import type { FirstPeople } from './ports.ts'
import { StepStopped } from './step-stopped.ts'

/**
 * The register was written when the county was founded. What may still be missing is its first administrator, who is
 * kept in the county's own people table just after that.
 */
export const layRegistry =
  ({ peopleOf }: { peopleOf: (tenant: string) => FirstPeople }): Lay =>
  async ({ tenant, administrator }) => {
    if (!(await peopleOf(tenant).isKept(administrator))) throw new StepStopped('administrator-missing')
    return { counts: { administrators: 1 }, notes: [] }
  }
