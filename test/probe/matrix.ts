import type { CaseStage } from './world.ts'

/**
 * Who may do what, written by hand and read by eye: nothing here is taken from the contracts, the lifecycle or the code
 * that decides. `npm run probe` sends what this table says and compares the answers; a contract that is new, or whose
 * route, boundary, posts or fields changed, fails until its row says so too.
 */

/** The answer expected: its status and, for a refusal, the code. */
export type Verdict = '200' | '201' | `${400 | 401 | 403 | 404 | 405 | 409} ${string}`

/** The posts of a county, each probed alone. */
export const countyPosts = [
  'collector',
  'acceptor',
  'shift-leader',
  'dispatcher',
  'handler',
  'unit-head',
  'inspector',
  'evaluator',
  'leader',
  'administrator',
  'security-administrator',
  'auditor',
] as const
/** The posts of the commission. None of them opens a door of a county. */
export const cityPosts = [
  'supervisor',
  'standards-keeper',
  'commission-administrator',
  'commission-security-administrator',
  'commission-auditor',
] as const

export type Post = (typeof countyPosts)[number] | (typeof cityPosts)[number]

/** What stands in a field of the path, the query or the body. */
export type Field =
  /** Of whose county or city: another's is refused at the door, whatever else is asked. */
  | 'county'
  | 'city'
  /** Says what is wanted and names nobody's: probed through the variants. */
  | 'plain'
  /** An id of something that belongs to a county: another county's must look as if it did not exist. */
  | { readonly id: Thing; readonly missing: Verdict }
  /** Where a list goes on: another county's only says a place in one's own list. */
  | { readonly cursor: Thing }

/** What the world of the probe has of every county; see world.ts. */
export type Thing = 'case' | 'queue-place'

/** One way of asking a route, and who is let do it. */
export interface Variant {
  /** Values of the plain fields. */
  readonly given: Readonly<Record<string, unknown>>
  /** Posts that may; `all`: everybody whom the door lets in. */
  readonly allowed: readonly Post[] | 'all'
  readonly verdict: Verdict
  readonly otherwise?: Verdict
  /** Whoever may changes the case: each gets one of their own, brought to this stage. */
  readonly uses?: CaseStage
}

export interface Row {
  readonly route: string
  readonly audience: string
  readonly access: 'public' | 'county' | 'city'
  /** Posts without which the door itself refuses; absent where every post may come in. */
  readonly posts?: readonly Post[]
  readonly fields: Readonly<Record<string, Field>>
  readonly variants: readonly Variant[]
}

/** What stands at the doors of one kind: who is not from there learns that and nothing else. */
export const walls = {
  county: {
    anonymous: '401 sign-in-missing',
    otherLevel: '403 other-county',
    foreign: '403 other-county',
    withoutPost: '403 post-not-held',
    malformed: '400 invalid-input',
  },
  city: {
    anonymous: '401 sign-in-missing',
    otherLevel: '403 other-city',
    foreign: '403 other-city',
    withoutPost: '403 post-not-held',
    malformed: '400 invalid-input',
  },
} as const satisfies Record<string, Record<string, Verdict>>

const caseFile = { id: 'case', missing: '404 unknown-case' } as const
const withoutPost = { otherwise: '403 post-not-held' } as const

/** Where a queue is read by those whose work it is, and by the two who watch over everybody's. */
const queue = (post: (typeof countyPosts)[number]): Variant => ({
  given: { 'path.post': post, 'query.limit': '3' },
  allowed: [post, 'shift-leader', 'leader'],
  verdict: '200',
  ...withoutPost,
})

const act = (action: string, evidence: object, rest: Pick<Variant, 'allowed' | 'verdict' | 'uses'>) => ({
  given: {
    'path.action': action,
    'body.version': rest.uses === 'accepted' ? 2 : 1,
    'body.evidence': evidence,
  },
  ...withoutPost,
  ...rest,
})

const administrators = ['commission-administrator'] as const
/** Founded by the probe's world under 500000. */
const FOUNDED = '500235'
/** Of another city, of no city, and of a code that nobody has founded. */
const elsewhere = ['510104', '599999', '500238', '50023', '5002350', '500235%23'] as const

/** A county named in the path: what is not of the asker's city looks as if it did not exist. */
const ofTenant = (
  given: Readonly<Record<string, unknown>>,
  allowed: Variant['allowed'],
  verdict: Verdict,
): readonly Variant[] => [
  { given: { ...given, 'path.tenant': FOUNDED }, allowed, verdict },
  ...elsewhere.map(
    (tenant): Variant => ({
      given: { ...given, 'path.tenant': tenant },
      allowed,
      verdict: /^\d{6}$/.test(tenant) ? '404 unknown-tenant' : '400 invalid-input',
    }),
  ),
]

const someSettings = {
  placeName: '云阳',
  catalogue: 'base-1',
  calendar: 'default-2026',
  limits: {},
  mergedPosts: [],
  channels: ['hotline'],
  masks: { phones: 'middle', names: 'given' },
  quietHours: { from: '22:00', to: '07:00' },
}

export const matrix: Readonly<Record<string, Row>> = {
  'report-case': {
    route: 'POST /api/t/{county}/cases',
    audience: 'intake',
    access: 'county',
    fields: {
      'path.county': 'county',
      'body.words': 'plain',
      'body.place': 'plain',
      'body.position.longitude': 'plain',
      'body.position.latitude': 'plain',
      'body.kind': 'plain',
      'body.reporter.name': 'plain',
      'body.reporter.phone': 'plain',
    },
    variants: [
      {
        given: { 'body.words': '路灯不亮', 'body.place': '滨江路' },
        allowed: [...countyPosts],
        verdict: '201',
        ...withoutPost,
      },
    ],
  },
  'read-case': {
    route: 'GET /api/t/{county}/cases/{case}',
    audience: 'staff',
    access: 'county',
    posts: [...countyPosts],
    fields: { 'path.county': 'county', 'path.case': caseFile },
    variants: [{ given: {}, allowed: 'all', verdict: '200' }],
  },
  'act-on-case': {
    route: 'POST /api/t/{county}/cases/{case}/actions/{action}',
    audience: 'staff',
    access: 'county',
    fields: {
      'path.county': 'county',
      'path.case': caseFile,
      'path.action': 'plain',
      'body.version': 'plain',
      'body.evidence.reason': 'plain',
      'body.evidence.filingCondition': 'plain',
    },
    variants: [
      act('accept', {}, { allowed: ['acceptor'], verdict: '200', uses: 'reported' }),
      act('reject', { reason: '不在范围内' }, { allowed: ['acceptor'], verdict: '200', uses: 'reported' }),
      act(
        'file',
        { filingCondition: '路灯不亮一盏' },
        { allowed: ['shift-leader'], verdict: '200', uses: 'accepted' },
      ),
      act('refuse', { reason: '已经修复' }, { allowed: ['shift-leader'], verdict: '200', uses: 'accepted' }),
      { ...act('mark-overdue', {}, { allowed: [], verdict: '200' }), otherwise: '403 system-only' },
    ],
  },
  'list-queue': {
    route: 'GET /api/t/{county}/queues/{post}',
    audience: 'staff',
    access: 'county',
    fields: {
      'path.county': 'county',
      'path.post': 'plain',
      'query.after': { cursor: 'queue-place' },
      'query.limit': 'plain',
    },
    variants: countyPosts.map(queue),
  },
  'read-health': {
    route: 'GET /api/health',
    audience: 'staff',
    access: 'public',
    fields: {},
    variants: [{ given: {}, allowed: 'all', verdict: '200' }],
  },
  'read-county': {
    route: 'GET /api/t/{county}',
    audience: 'staff',
    access: 'county',
    fields: { 'path.county': 'county' },
    variants: [{ given: {}, allowed: 'all', verdict: '200' }],
  },
  'keep-city': {
    route: 'POST /api/city/{city}',
    audience: 'commission',
    access: 'city',
    posts: [...administrators],
    fields: { 'path.city': 'city', 'body.name': 'plain' },
    variants: [{ given: { 'body.name': '重庆市' }, allowed: 'all', verdict: '200' }],
  },
  'list-tenants': {
    route: 'GET /api/city/{city}/tenants',
    audience: 'commission',
    access: 'city',
    posts: [...cityPosts],
    fields: { 'path.city': 'city' },
    variants: [{ given: {}, allowed: 'all', verdict: '200' }],
  },
  'read-tenant': {
    route: 'GET /api/city/{city}/tenants/{tenant}',
    audience: 'commission',
    access: 'city',
    posts: [...cityPosts],
    fields: { 'path.city': 'city', 'path.tenant': 'plain' },
    variants: ofTenant({}, 'all', '200'),
  },
  'found-tenant': {
    route: 'POST /api/city/{city}/tenants',
    audience: 'commission',
    access: 'city',
    posts: [...administrators],
    fields: {
      'path.city': 'city',
      'body.tenant': 'plain',
      'body.name': 'plain',
      'body.administrator.name': 'plain',
      'body.administrator.phone': 'plain',
    },
    // a county of another city, and one that is there already
    variants: (['510104', FOUNDED] as const).map((tenant) => ({
      given: {
        'body.tenant': tenant,
        'body.name': '锦江区',
        'body.administrator': { name: '何某', phone: '13900000001' },
      },
      allowed: 'all',
      verdict: tenant === FOUNDED ? '409 tenant-exists' : '400 invalid-input',
    })),
  },
  'resume-onboarding': {
    route: 'POST /api/city/{city}/tenants/{tenant}/onboarding',
    audience: 'commission',
    access: 'city',
    posts: [...administrators],
    fields: {
      'path.city': 'city',
      'path.tenant': 'plain',
      'body.administrator.name': 'plain',
      'body.administrator.phone': 'plain',
    },
    // without the founded one, whose onboarding goes on while the probe asks
    variants: ofTenant({}, 'all', '200').slice(1),
  },
  'move-tenant': {
    route: 'POST /api/city/{city}/tenants/{tenant}/actions/{action}',
    audience: 'commission',
    access: 'city',
    posts: [...administrators],
    fields: { 'path.city': 'city', 'path.tenant': 'plain', 'path.action': 'plain', 'body.version': 'plain' },
    variants: [
      ...ofTenant({ 'path.action': 'pause', 'body.version': 999 }, 'all', '409 tenant-changed'),
      {
        given: { 'path.action': 'erased', 'path.tenant': FOUNDED, 'body.version': 999 },
        allowed: 'all',
        verdict: '400 invalid-input',
      },
    ],
  },
  'change-settings': {
    route: 'POST /api/city/{city}/tenants/{tenant}/settings',
    audience: 'commission',
    access: 'city',
    posts: [...administrators],
    fields: {
      'path.city': 'city',
      'path.tenant': 'plain',
      'body.version': 'plain',
      ...Object.fromEntries(
        [
          'placeName',
          'catalogue',
          'calendar',
          'limits',
          'mergedPosts[][]',
          'channels[]',
          'masks.phones',
          'masks.names',
          'quietHours.from',
          'quietHours.to',
        ].map((field): [string, Field] => [`body.settings.${field}`, 'plain']),
      ),
    },
    variants: ofTenant({ 'body.version': 999, 'body.settings': someSettings }, 'all', '409 tenant-changed'),
  },
}
