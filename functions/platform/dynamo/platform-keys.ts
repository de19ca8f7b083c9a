/** Partitions of the platform table. They begin with a kind and never with a county: no county's credentials reach them. */
export const cityPartition = (city: string) => `CITY#${city}`
export const tenantPartition = (tenant: string) => `TENANT#${tenant}`

const SETTINGS = 'SETTINGS#'
const STEP = 'STEP#'
const EXPORT = 'EXPORT#'
const COUNTY = 'TENANT#'

export const settingsKey = (version: number) => `${SETTINGS}${String(version).padStart(6, '0')}`
export const exportKey = (number: number) => `${EXPORT}${String(number).padStart(6, '0')}`
export const stepKey = (step: string) => `${STEP}${step}`
/** Of a city's partition: one line per county, and one per name that a county has taken. */
export const countyLineKey = (tenant: string) => `${COUNTY}${tenant}`
export const nameKey = (name: string) => `NAME#${name}`

export const countyLines = { beginsWith: COUNTY }
export const steps = { beginsWith: STEP }
export const exportKeys = { beginsWith: EXPORT }

/** What all counties of a city came to. */
export const figuresOfCityPartition = (city: string) => `FIGURES#${city}`

/** Account, and failed sign-ins of its name, be there an account or not. */
export const accountPartition = (name: string) => `ACCOUNT#${name}`
/** Who of a scope has which account: one item per person. */
export const holdersPartition = (scope: string) => `ACCOUNT-OF#${scope}`
/** What the issuer keeps for minutes or hours: sessions, grants, codes. */
export const identityPartition = (kind: string, id: string) => `IDENTITY#${kind}#${id}`
/** The public half of the built-in issuer: all that verifies its tokens. */
export const issuerPartition = 'ISSUER#BUILT-IN'
