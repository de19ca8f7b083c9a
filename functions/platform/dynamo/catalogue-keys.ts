/** The list of a scope's catalogues: published versions, the draft, what is proposed. */
export const cataloguesPartition = (scope: string) => `${scope}#CATALOGUES`
/** What is in one version, frozen. */
export const cataloguePartition = (scope: string, version: string) => `${scope}#CATALOGUE#${version}`

export const publishedKey = (sequence: number) => `PUBLISHED#${String(sequence).padStart(6, '0')}`
export const published = { beginsWith: 'PUBLISHED#' }

export const RULES = 'RULES'
export const partKey = (part: number) => `PART#${String(part).padStart(3, '0')}`
export const parts = { beginsWith: 'PART#' }
