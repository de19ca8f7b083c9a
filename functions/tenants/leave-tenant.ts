import type { LeavingInput } from '#shared/tenants/leaving-asl'
import { doErasure, type ErasureNeeds } from './do-erasure.ts'
import { doExport, type ExportNeeds } from './do-export.ts'
import type { CountyAccounts, CountyItems, RegistryOf } from './ports.ts'
import { StepStopped } from './step-stopped.ts'

type Needs = Pick<ExportNeeds, 'files' | 'clock' | 'digest' | 'partSize'> & {
  readonly registryOf: RegistryOf
  readonly itemsOf: (tenant: string) => CountyItems
  readonly accountsOf: (tenant: string) => CountyAccounts
  /** Starts to count now. */
  readonly timer: () => ErasureNeeds['hasTime']
}

/** Works on an export or an erasure for a while; `done` when nothing is left to do. */
export const leaveTenant =
  ({ registryOf, itemsOf, accountsOf, timer, ...rest }: Needs) =>
  async (input: LeavingInput): Promise<{ readonly done: boolean }> => {
    const registry = await registryOf(input.tenant)
    const file = await registry?.file(input.tenant)
    if (!registry || !file) throw new StepStopped('tenant-unknown')
    const items = itemsOf(input.tenant)
    const needs = { ...rest, registry, file, items, hasTime: timer() }
    return input.job === 'export'
      ? doExport(needs, input)
      : doErasure({ ...needs, accounts: accountsOf(input.tenant) }, input)
  }
