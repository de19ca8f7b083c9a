/** Partitions of the platform table. They begin with a kind and never with a county: no county's credentials reach them. */
export const cityPartition = (city: string) => `CITY#${city}`
export const tenantPartition = (tenant: string) => `TENANT#${tenant}`

export const settingsKey = (version: number) => `SETTINGS#${String(version).padStart(6, '0')}`
