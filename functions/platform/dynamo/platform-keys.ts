/** Partitions of the platform table. They begin with a kind and never with a county: no county's credentials reach them. */
export const cityPartition = (city: string) => `CITY#${city}`
export const tenantPartition = (tenant: string) => `TENANT#${tenant}`

const SETTINGS = 'SETTINGS#'
const STEP = 'STEP#'
const COUNTY = 'TENANT#'

export const settingsKey = (version: number) => `${SETTINGS}${String(version).padStart(6, '0')}`
export const stepKey = (step: string) => `${STEP}${step}`
/** Of a city's partition: one line per county, and one per name that a county has taken. */
export const countyLineKey = (tenant: string) => `${COUNTY}${tenant}`
export const nameKey = (name: string) => `NAME#${name}`

export const countyLines = { beginsWith: COUNTY }
export const steps = { beginsWith: STEP }
