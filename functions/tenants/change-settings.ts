import { instantOf } from '#shared/kernel/instant'
import { type Refusal, refuse } from '#shared/kernel/result'
import { countyChanges } from '#shared/tenants/own-settings'
import type { TenantSettings } from '#shared/tenants/settings'
import type { SettingsVersion } from '#shared/tenants/tenant'
import type { Clock } from '../kernel/clock.ts'
import { bodyHashOf, oneEffect } from '../kernel/command.ts'
import { type Asker, actOf } from './acts.ts'
import type { CalendarThere, OwnSettingsOf, Registry } from './ports.ts'

interface Needs {
  readonly registry: Registry
  readonly clock: Clock
  readonly calendarThere: CalendarThere
  readonly ownOf: OwnSettingsOf
}

interface Change extends Asker {
  readonly tenant: string
  /** Of the tenant, as it was shown. */
  readonly version: number
  readonly settings: TenantSettings
}

/** Publishes the next version of a county's settings, but of nothing that the county keeps itself; earlier ones stay as they were. */
export const changeSettings =
  ({ registry, clock, calendarThere, ownOf }: Needs) =>
  ({ person, key, tenant, version, settings }: Change): Promise<SettingsVersion | Refusal> => {
    const submission = { key, bodyHash: bodyHashOf({ person, tenant, version, settings }) }
    return oneEffect(registry, submission, async () => {
      const file = await registry.file(tenant)
      if (!file) return refuse('unknown-tenant')
      const { record } = file
      if (record.version !== version) return refuse('tenant-changed', { currentVersion: record.version })
      const kept = (await ownOf(tenant).inForce()) ? countyChanges(file.settings.settings, settings) : []
      const fields = kept.map((name) => ({ field: `settings.${name}`, code: 'kept-by-county' as const }))
      if (fields.length > 0) return refuse('invalid-input', { fields })
      if (!(await calendarThere(record.city, settings.calendar))) return refuse('unknown-calendar')
      const at = instantOf(clock.now())
      const answer = { version: record.settings + 1, at, person, settings }
      const after = { ...record, settings: answer.version, version: version + 1 }
      const details = { version: answer.version }
      const act = actOf('settings-changed', { person }, { subject: tenant, at, details })
      const outcome = await registry.changeSettings(record, after, answer, { ...submission, act, answer })
      return outcome === 'committed' ? answer : 'changed'
    })
  }
