/** The list of a scope's catalogues: published versions, the draft, what is proposed. */
export const cataloguesPartition = (scope: string) => `${scope}#CATALOGUES`
/** What is in one version, frozen. */
export const cataloguePartition = (scope: string, version: string) => `${scope}#CATALOGUE#${version}`

export const publishedKey = (sequence: number) => `PUBLISHED#${String(sequence).padStart(6, '0')}`
export const published = { beginsWith: 'PUBLISHED#' }

/** A city's one draft: its row and parts, written over each other. */
export const draftPartition = (scope: string) => `${scope}#CATALOGUE-DRAFT`
export const DRAFT = 'DRAFT'

export const PROPOSAL = 'PROPOSAL'
export const extensionKey = (code: string) => `EXTENSION#${code}`
export const extensions = { beginsWith: 'EXTENSION#' }

export const RULES = 'RULES'
export const partKey = (part: number) => `PART#${String(part).padStart(3, '0')}`
export const parts = { beginsWith: 'PART#' }
