import type { CommissionPost, Post } from '../../shared/lifecycle/posts.ts'

/** What a page's address is filled in with. */
export interface Known {
  readonly county: string
  readonly case: string
  readonly kind: string
  readonly person: string
  readonly tenant: string
  readonly import: string
}

export interface PageRow {
  /** An address of the page. */
  readonly path: (known: Known) => string
  /** Who may open it; `anybody` with the reason why nobody has to sign in. */
  readonly for: Post | CommissionPost | { readonly anybody: string }
  /** `navigation`, or how one comes to it from a page that stands there. */
  readonly reached: 'navigation' | { readonly from: string }
}

const street = { anybody: 'citizens have no accounts' }
const settings = (page: string, post: Post = 'administrator'): PageRow => ({
  path: ({ county }) => `/t/${county}/settings${page}`,
  for: post,
  reached: 'navigation',
})
const city = (page: string, post: CommissionPost): PageRow => ({
  path: () => `/city${page}`,
  for: post,
  reached: 'navigation',
})

/**
 * Every page of the portal, by its folder under web/app: who it is for, how one comes to it, and an address at which it
 * can be looked at. A page that is not here, or no longer there, fails the test beside this file.
 */
export const everyPage: Readonly<Record<string, PageRow>> = {
  '(start)': {
    path: () => '/',
    for: { anybody: 'one signs in from here' },
    reached: { from: 'the address itself' },
  },
  '(start)/tour': {
    path: () => '/tour',
    for: { anybody: 'a demonstration alone has it' },
    reached: { from: 'the first page and the bar of a demonstration' },
  },
  '(docs)/docs/api': {
    path: () => '/docs/api',
    for: { anybody: 'whoever writes a program reads it before they have a key' },
    reached: { from: 'the page of interface keys' },
  },
  '(citizen)/r/[county]': {
    path: ({ county }) => `/r/${county}`,
    for: street,
    reached: { from: 'the code on posters' },
  },
  '(citizen)/r/[county]/report': {
    path: ({ county }) => `/r/${county}/report`,
    for: street,
    reached: { from: 'the home page' },
  },
  '(citizen)/r/[county]/follow': {
    path: ({ county }) => `/r/${county}/follow`,
    for: street,
    reached: { from: 'the home page' },
  },
  '(citizen)/r/[county]/done': {
    path: ({ county }) => `/r/${county}/done?number=5002352026112400001&code=ABCDEFGH`,
    for: street,
    reached: { from: 'the report, once it is sent' },
  },
  '(citizen)/r/[county]/privacy': {
    path: ({ county }) => `/r/${county}/privacy`,
    for: street,
    reached: { from: 'the home page' },
  },
  '(collector)/m/[county]': {
    path: ({ county }) => `/m/${county}`,
    for: 'collector',
    reached: 'navigation',
  },
  '(collector)/m/[county]/tasks': {
    path: ({ county }) => `/m/${county}/tasks`,
    for: 'collector',
    reached: { from: 'the tabs' },
  },
  '(collector)/m/[county]/tasks/[case]': {
    path: (known) => `/m/${known.county}/tasks/${known.case}`,
    for: 'collector',
    reached: { from: 'the list of tasks' },
  },
  '(collector)/m/[county]/map': {
    path: ({ county }) => `/m/${county}/map`,
    for: 'collector',
    reached: { from: 'the tabs' },
  },
  '(collector)/m/[county]/me': {
    path: ({ county }) => `/m/${county}/me`,
    for: 'collector',
    reached: { from: 'the tabs' },
  },
  '(handling)/h/[county]/[case]': {
    path: (known) => `/h/${known.county}/${known.case}`,
    for: { anybody: 'the link itself is the key, and the API asks for it' },
    reached: { from: 'the link that a unit without accounts is sent' },
  },
  '(print)/t/[county]/print/[sheet]': {
    path: (known) => `/t/${known.county}/print/case?case=${known.case}`,
    for: 'dispatcher',
    reached: { from: 'the case file and the queue' },
  },
  '(staff)/t/[county]': {
    path: ({ county }) => `/t/${county}`,
    for: 'dispatcher',
    reached: 'navigation',
  },
  '(staff)/t/[county]/queues': {
    path: ({ county }) => `/t/${county}/queues`,
    for: 'dispatcher',
    reached: 'navigation',
  },
  '(staff)/t/[county]/approvals': {
    path: ({ county }) => `/t/${county}/approvals`,
    for: 'dispatcher',
    reached: 'navigation',
  },
  '(staff)/t/[county]/supervision': {
    path: ({ county }) => `/t/${county}/supervision`,
    for: 'leader',
    reached: 'navigation',
  },
  '(staff)/t/[county]/report': {
    path: ({ county }) => `/t/${county}/report`,
    for: 'acceptor',
    reached: 'navigation',
  },
  '(staff)/t/[county]/statistics': {
    path: ({ county }) => `/t/${county}/statistics`,
    for: 'evaluator',
    reached: 'navigation',
  },
  '(staff)/t/[county]/cases/[case]': {
    path: (known) => `/t/${known.county}/cases/${known.case}`,
    for: 'dispatcher',
    reached: { from: 'every list of cases' },
  },
  '(staff)/t/[county]/settings': settings(''),
  '(staff)/t/[county]/settings/county': settings('/county'),
  '(staff)/t/[county]/settings/areas': settings('/areas'),
  '(staff)/t/[county]/settings/grids': {
    path: ({ county }) => `/t/${county}/settings/grids?area=${county}001`,
    for: 'administrator',
    reached: { from: 'the list of areas' },
  },
  '(staff)/t/[county]/settings/beats': settings('/beats'),
  '(staff)/t/[county]/settings/units': settings('/units'),
  '(staff)/t/[county]/settings/people': settings('/people'),
  '(staff)/t/[county]/settings/people/[person]': {
    path: (known) => `/t/${known.county}/settings/people/${known.person}`,
    for: 'administrator',
    reached: { from: 'the list of people' },
  },
  '(staff)/t/[county]/settings/accounts': settings('/accounts', 'security-administrator'),
  '(staff)/t/[county]/settings/catalogue': settings('/catalogue'),
  '(staff)/t/[county]/settings/catalogue/[kind]': {
    path: (known) => `/t/${known.county}/settings/catalogue/${known.kind}`,
    for: 'administrator',
    reached: { from: 'the catalogue' },
  },
  '(staff)/t/[county]/settings/calendar': settings('/calendar'),
  '(staff)/t/[county]/settings/dispatch': settings('/dispatch'),
  '(staff)/t/[county]/settings/phrases': settings('/phrases', 'shift-leader'),
  '(staff)/t/[county]/settings/imports': settings('/imports'),
  '(staff)/t/[county]/settings/imports/[import]': {
    path: (known) => `/t/${known.county}/settings/imports/${known.import}`,
    for: 'administrator',
    reached: { from: 'the list of imports' },
  },
  '(staff)/t/[county]/settings/clients': settings('/clients'),
  '(staff)/t/[county]/settings/audit': settings('/audit', 'auditor'),
  '(commission)/city': city('', 'supervisor'),
  '(commission)/city/comparison': city('/comparison', 'supervisor'),
  '(commission)/city/counties/[tenant]': {
    path: (known) => `/city/counties/${known.tenant}`,
    for: 'supervisor',
    reached: { from: 'the overview' },
  },
  '(commission)/city/cases': city('/cases', 'supervisor'),
  '(commission)/city/tenants': city('/tenants', 'commission-administrator'),
  '(commission)/city/tenants/[tenant]': {
    path: (known) => `/city/tenants/${known.tenant}`,
    for: 'commission-administrator',
    reached: { from: 'the list of counties' },
  },
  '(commission)/city/standards': city('/standards', 'standards-keeper'),
  '(commission)/city/standards/calendars': city('/standards/calendars', 'standards-keeper'),
  '(commission)/city/audit': city('/audit', 'commission-auditor'),
}
