import { instantOf } from '#shared/kernel/instant'
import { isRefusal, type Refusal, refuse } from '#shared/kernel/result'
import type { Erasure } from '#shared/tenants/leaving'
import type { TenantRecord } from '#shared/tenants/tenant'
import type { Clock } from '../kernel/clock.ts'
import { bodyHashOf, oneEffect } from '../kernel/command.ts'
import { type Asker, actOf } from './acts.ts'
import type { LeavingRuns, Registry } from './ports.ts'

interface Needs {
  readonly registry: Registry
  readonly runs: LeavingRuns
  readonly clock: Clock
}

interface Erasing extends Asker {
  readonly tenant: string
  readonly export: number
  readonly manifest: string
}

/**
 * Begins the erasure of a county that leaves, upon an export that was made while it was closed and that whoever asks can
 * show to have. Asked for again it goes on where it was broken off.
 */
export const eraseTenant =
  ({ registry, runs, clock }: Needs) =>
  async ({ person, key, tenant, export: number, manifest }: Erasing): Promise<Erasure | Refusal> => {
    const submission = { key, bodyHash: bodyHashOf({ person, tenant, number, manifest }) }
    const begun = await oneEffect(registry, submission, async () => {
      const record = (await registry.file(tenant))?.record
      if (!record) return refuse('unknown-tenant')
      const { erasure } = record
      if (erasure?.state === 'done') return erasure
      if (erasure && (await runs.start(inputOf(tenant, erasure))) === 'going') return erasure
      if (!erasure && record.state !== 'leaving') return refuse('move-not-possible')
      if (!erasure && !(await isGood(registry, record, number, manifest))) return refuse('export-not-good')
      const at = instantOf(clock.now())
      const next: Erasure = erasure
        ? { ...erasure, attempt: erasure.attempt + 1 }
        : { state: 'running', attempt: 1, startedAt: at, export: number, manifest }
      const after = { ...record, erasure: next, version: record.version + 1 }
      const details = { export: next.export, attempt: next.attempt }
      const act = actOf('tenant-erasure-begun', { person }, { subject: tenant, at, details })
      const outcome = await registry.change(record, after, { ...submission, act, answer: next })
      return outcome === 'committed' ? next : 'changed'
    })
    if (!isRefusal(begun) && begun.state === 'running') await runs.start(inputOf(tenant, begun))
    return begun
  }

/** Made after the county was closed for good, whole, and in the hands of whoever asks. */
async function isGood(
  registry: Registry,
  { tenant, version }: TenantRecord,
  number: number,
  manifest: string,
): Promise<boolean> {
  const taken = await registry.exportOf(tenant, number)
  return taken?.state === 'done' && taken.version === version && taken.manifest === manifest
}

const inputOf = (tenant: string, { export: number, attempt }: Erasure) => ({
  tenant,
  job: 'erasure' as const,
  number,
  attempt,
})
