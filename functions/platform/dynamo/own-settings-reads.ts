import { ownSettingsVersion } from '#shared/tenants/own-settings'
import { readKept } from './kept-reads.ts'

export const OWN_SETTINGS = 'OWN-SETTINGS'
export const parseOwnSettings = (version: object) => ownSettingsVersion.parse(version)

/** What a county keeps of its settings by itself, as it is now. */
export const readOwnSettings = readKept(OWN_SETTINGS, parseOwnSettings)
