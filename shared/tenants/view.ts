import { instantOf } from '../kernel/instant.ts'
import { actionsAt } from './standing.ts'
import type { SettingsVersion, StepDone, TenantRecord, TenantView } from './tenant.ts'

/** What the registry keeps of one tenant: how it stands, the settings in force, what has been laid for it. */
export interface TenantFile {
  readonly record: TenantRecord
  readonly settings: SettingsVersion
  readonly steps: readonly StepDone[]
}

/** The file as the commission is shown it, with what may be asked of the county now. */
export const viewOf = ({ record, settings, steps }: TenantFile, nowMs: number): TenantView => ({
  ...record,
  settingsNow: settings,
  steps: [...steps],
  actions: actionsAt(record.state).filter((action) => action !== 'erased'),
  serverTime: instantOf(nowMs),
})
