import { ownSettingsVersion } from '#shared/tenants/own-settings'
import type { OwnSettingsOf } from '../../tenants/ports.ts'
import { keptStore, readKept } from './kept-versions.ts'
import { perScope } from './stores.ts'

const FAMILY = 'OWN-SETTINGS'
const parse = (version: object) => ownSettingsVersion.parse(version)

export const readOwnSettings = readKept(FAMILY, parse)

/** What counties keep of their settings by themselves. */
export const createOwnSettings = (): OwnSettingsOf => perScope(keptStore(FAMILY, parse))
