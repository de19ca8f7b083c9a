import { instantOf } from '#shared/kernel/instant'
import { isRefusal, type Refusal, refuse } from '#shared/kernel/result'
import { type ExportRecord, type TenantExport, tenantExport } from '#shared/tenants/leaving'
import type { Clock } from '../kernel/clock.ts'
import { bodyHashOf, oneEffect } from '../kernel/command.ts'
import { type Asker, actOf } from './acts.ts'
import type { LeavingRuns, Registry } from './ports.ts'

interface Needs {
  readonly registry: Registry
  readonly runs: LeavingRuns
  readonly clock: Clock
}

/**
 * Begins to take everything of a county out. One export runs at a time: asked for again it is left alone while it goes
 * on, and taken up where it was when its execution is over.
 */
export const exportTenant =
  ({ registry, runs, clock }: Needs) =>
  async ({ person, key, tenant }: Asker & { tenant: string }): Promise<TenantExport | Refusal> => {
    const submission = { key, bodyHash: bodyHashOf({ person, tenant, export: true }) }
    const begun = await oneEffect(registry, submission, async () => {
      const file = await registry.file(tenant)
      if (!file) return refuse('unknown-tenant')
      if (file.record.state === 'left' || file.record.erasure) return refuse('move-not-possible')
      const newest = await registry.newestExport(tenant)
      const at = instantOf(clock.now())
      const running = newest?.state === 'running' ? newest : undefined
      if (running && (await runs.start(inputOf(tenant, running))) === 'going')
        return tenantExport.parse(running)
      const next = running
        ? { ...running, attempt: running.attempt + 1, sequence: running.sequence + 1 }
        : first((newest?.number ?? 0) + 1, file.record.version, at)
      const answer = tenantExport.parse(next)
      const details = { number: next.number, attempt: next.attempt }
      const act = actOf('tenant-export-begun', { person }, { subject: tenant, at, details })
      const outcome = await registry.keepExport(tenant, next, { ...submission, act, answer })
      return outcome === 'committed' ? answer : 'changed'
    })
    if (!isRefusal(begun)) await runs.start(inputOf(tenant, begun))
    return begun
  }

const inputOf = (tenant: string, { number, attempt }: Pick<TenantExport, 'number' | 'attempt'>) => ({
  tenant,
  job: 'export' as const,
  number,
  attempt,
})

const first = (number: number, version: number, startedAt: string): ExportRecord => ({
  number,
  version,
  state: 'running',
  attempt: 1,
  sequence: 1,
  startedAt,
  counts: {},
  parts: [],
})
