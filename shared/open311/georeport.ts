/** The documents of Open311 GeoReport v2, by the names that its specification gives their fields. */

export const SPECIFICATION = 'http://wiki.open311.org/GeoReport_v2'

/** A document is made of these; JSON and XML are two ways of writing it down. */
export type Value = string | number | boolean | Fields | readonly Value[]
export interface Fields {
  readonly [name: string]: Value | undefined
}

/** What the elements of a list are called in XML; in JSON they have no name. */
export const elementOf: Readonly<Record<string, string>> = {
  endpoints: 'endpoint',
  formats: 'format',
  services: 'service',
  attributes: 'attribute',
  values: 'value',
  service_requests: 'request',
  service_request_updates: 'request_update',
  notes: 'note',
  photos: 'photo',
  errors: 'error',
}

/** A document with the name of its root in XML. */
export interface Document {
  readonly root: string
  readonly value: Value
}

/** A request may be asked for by days so many apart, and so many come at once: the specification's own figures. */
export const MOST_DAYS = 90
export const MOST_REQUESTS = 1000
/** On one page, where pages are asked for. */
export const MOST_ON_PAGE = 500
export const USUAL_PAGE = 50

/** Characters of a description. */
export const MOST_DESCRIPTION = 4000

/** What an update says of the request that it is of, in the extension that exchanges them. */
export const updateStatuses = [
  'unchanged',
  'open',
  'closed',
  'fixed',
  'in_progress',
  'planned',
  'action_scheduled',
  'investigating',
  'duplicate',
  'not_councils_responsibility',
  'no_further_action',
  'internal_referral',
  'cancelled',
  'reopen',
  'for_triage',
] as const
export type UpdateStatus = (typeof updateStatuses)[number]

/** Where the door is, on the installation's origin. */
export const OPEN311_PATH = '/open311/v2'
