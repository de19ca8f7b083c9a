import type { Stage } from '#shared/lifecycle/lifecycle'
import type { HistoryAction } from '#shared/lifecycle/wording'

/** Where people sign in; they are brought back to the page that they were at. */
export const signInPath = (to?: string) => (to ? `/sign-in?to=${encodeURIComponent(to)}` : '/sign-in')

/** Addresses of the staff's pages. */
export const staffPaths = {
  desk: (county: string) => `/t/${county}`,
  queues: (county: string) => `/t/${county}/queues`,
  queueOf: (county: string, stage: Stage) => `/t/${county}/queues?stage=${stage}`,
  approvals: (county: string) => `/t/${county}/approvals`,
  supervision: (county: string) => `/t/${county}/supervision`,
  report: (county: string) => `/t/${county}/report`,
  reportAfter: (county: string, done: 'answered') => `/t/${county}/report?done=${done}`,
  case: (county: string, id: string) => `/t/${county}/cases/${id}`,
  statistics: (county: string) => `/t/${county}/statistics`,
  print: (county: string, sheet: string, ids: readonly string[]) =>
    `/t/${county}/print/${sheet}?${ids.map((id) => `case=${encodeURIComponent(id)}`).join('&')}`,
  photo: (county: string, id: string) => `/t/${county}/photos/${id}`,
  /** A case file that begins with what was just done to it. */
  caseAfter: (county: string, id: string, done: HistoryAction) => `/t/${county}/cases/${id}?done=${done}`,
}

/** Addresses of the county's settings. */
export const settingsPaths = {
  guide: (county: string) => `/t/${county}/settings`,
  county: (county: string) => `/t/${county}/settings/county`,
  areas: (county: string) => `/t/${county}/settings/areas`,
  grids: (county: string, area: string) => `/t/${county}/settings/grids?area=${area}`,
  beats: (county: string) => `/t/${county}/settings/beats`,
  units: (county: string) => `/t/${county}/settings/units`,
  people: (county: string) => `/t/${county}/settings/people`,
  person: (county: string, person: string) => `/t/${county}/settings/people/${person}`,
  accounts: (county: string) => `/t/${county}/settings/accounts`,
  catalogue: (county: string) => `/t/${county}/settings/catalogue`,
  kind: (county: string, kind: string) => `/t/${county}/settings/catalogue/${kind}`,
  calendar: (county: string) => `/t/${county}/settings/calendar`,
  dispatch: (county: string) => `/t/${county}/settings/dispatch`,
  phrases: (county: string) => `/t/${county}/settings/phrases`,
  imports: (county: string) => `/t/${county}/settings/imports`,
  import: (county: string, id: string) => `/t/${county}/settings/imports/${id}`,
  clients: (county: string) => `/t/${county}/settings/clients`,
  audit: (county: string) => `/t/${county}/settings/audit`,
}

/** Addresses of the commission's pages: whoever is signed in there belongs to one city. */
export const cityPaths = {
  overview: '/city',
  comparison: '/city/comparison',
  county: (tenant: string) => `/city/counties/${tenant}`,
  cases: '/city/cases',
  tenants: '/city/tenants',
  tenant: (tenant: string) => `/city/tenants/${tenant}`,
  catalogue: '/city/standards',
  calendars: '/city/standards/calendars',
  audit: '/city/audit',
}

/** For whoever writes a program. */
export const docsPath = '/docs/api'
export const openApiPath = '/docs/api/openapi.json'
