import type { OwnSettingsOf } from '../../tenants/ports.ts'
import { keptStore } from './kept-store.ts'
import { OWN_SETTINGS, parseOwnSettings } from './own-settings-reads.ts'
import { perScope } from './stores.ts'

/** What counties keep of their settings by themselves. */
export const createOwnSettings = (): OwnSettingsOf => perScope(keptStore(OWN_SETTINGS, parseOwnSettings))
