import { instantOf } from '#shared/kernel/instant'
import { type Refusal, refuse } from '#shared/kernel/result'
import { moved, type TenantAction } from '#shared/tenants/standing'
import type { TenantRecord, TenantView } from '#shared/tenants/tenant'
import { viewOf } from '#shared/tenants/view'
import type { Clock } from '../kernel/clock.ts'
import { bodyHashOf, oneEffect } from '../kernel/command.ts'
import { type Asker, actOf } from './acts.ts'
import type { Registry } from './ports.ts'

interface Needs {
  readonly registry: Registry
  readonly clock: Clock
}

interface Move extends Asker {
  readonly tenant: string
  readonly action: Exclude<TenantAction, 'erased'>
  readonly version: number
}

/** Moves a county from one state to another, as the table of its standing allows. */
export const moveTenant =
  ({ registry, clock }: Needs) =>
  ({ person, key, tenant, action, version }: Move): Promise<TenantView | Refusal> => {
    const submission = { key, bodyHash: bodyHashOf({ person, tenant, action, version }) }
    return oneEffect(registry, submission, async () => {
      const file = await registry.file(tenant)
      if (!file) return refuse('unknown-tenant')
      const { record } = file
      if (record.version !== version) return refuse('tenant-changed', { currentVersion: record.version })
      const standing = moved(record, action)
      if (!standing) return refuse('move-not-possible')
      if (standing.state === 'live' && record.onboarding.state !== 'done')
        return refuse('onboarding-not-done')
      const { before: _before, ...rest } = record
      const after: TenantRecord = { ...rest, ...standing, version: version + 1 }
      const answer = viewOf({ ...file, record: after }, clock.now())
      const details = { from: record.state, to: after.state }
      const at = instantOf(clock.now())
      const act = actOf('tenant-moved', { person }, { subject: tenant, at, details })
      const outcome = await registry.change(record, after, { ...submission, act, answer })
      return outcome === 'committed' ? answer : 'changed'
    })
  }
