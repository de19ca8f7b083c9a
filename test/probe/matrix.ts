import { standardsRows } from './standards-rows.ts'
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
  /**
   * An id of something that belongs to a county: another county's must look as if it did not exist. `loose`: of no fixed
   * form, so what merely looks like it is unknown too.
   */
  | { readonly id: Thing; readonly missing: Verdict; readonly loose?: true }
  /** Where a list goes on: another county's only says a place in one's own list. */
  | { readonly cursor: Thing }

/** What the world of the probe has of every county; see world.ts. */
export type Thing = 'case' | 'queue-place' | 'street' | 'person' | 'message' | 'import'

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

const ofImport = { id: 'import', missing: '404 unknown-import' } as const
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

const countyAdministrators = ['administrator'] as const
/** Who calls people: to reach a unit or a colleague is their work. */
const callers = ['administrator', 'shift-leader', 'dispatcher', 'leader'] as const
const street = { id: 'street', missing: '404 unknown-area' } as const
const colleague = { id: 'person', missing: '404 unknown-person', loose: true } as const
/** Nobody has seen that version: whoever may change is told so, and nothing is changed. */
const STALE = { 'body.version': 999 } as const
const onlyLooking = (route: string, fields: Row['fields'] = {}): Row => ({
  route,
  audience: 'organisation',
  access: 'county',
  posts: [...countyPosts],
  fields: { 'path.county': 'county', ...fields },
  variants: [{ given: {}, allowed: 'all', verdict: '200' }],
})
const plain = (...names: string[]) => Object.fromEntries(names.map((name) => [name, 'plain'] as const))
/** A change that the county's administrators alone may ask for, asked so that nothing comes of it. */
const countyChange = (
  route: string,
  fields: Row['fields'],
  variant: Pick<Variant, 'given' | 'verdict'>,
): Row => ({
  route,
  audience: 'organisation',
  access: 'county',
  posts: [...countyAdministrators],
  fields: { 'path.county': 'county', ...fields },
  variants: [{ ...variant, allowed: 'all' }],
})
const cityStaff = (
  route: string,
  fields: Row['fields'],
  variant: Pick<Variant, 'given' | 'verdict'>,
): Row => ({
  route,
  audience: 'people',
  access: 'city',
  posts: [...administrators],
  fields: { 'path.city': 'city', ...fields },
  variants: [{ ...variant, allowed: 'all' }],
})
/** Served by the door of people, not of the ground. */
const amongPeople = (row: Row): Row => ({ ...row, audience: 'people' })
const aUnit = { name: '燃气公司', kind: 'company', classes: [], duty: [], actedFor: true, retired: false }
const aContact = { name: '何某', phone: '13900000001' }
/** 100 m around the middle of 云阳 county. */
const aSquare = [
  [
    [108.69, 30.93],
    [108.691, 30.93],
    [108.691, 30.931],
    [108.69, 30.931],
    [108.69, 30.93],
  ],
]

const administrators = ['commission-administrator'] as const
const nobodysAccount = { 'path.person': 'nobody-by-this-name', 'path.act': 'suspend', 'body.version': 999 }
/** Served to the security administrator of a county alone, and asked so that nothing comes of it. */
const securityRow = (route: string, fields: Row['fields'], verdict: Verdict): Row => ({
  route,
  audience: 'accounts',
  access: 'county',
  posts: ['security-administrator'],
  fields: { 'path.county': 'county', ...fields },
  variants: [
    {
      given: verdict === '200' ? {} : { 'path.act': 'suspend', ...STALE },
      allowed: 'all',
      verdict,
    },
  ],
})
/** The same at the commission. */
const citySecurityRow = (route: string, fields: Row['fields'], variants: Row['variants']): Row => ({
  route,
  audience: 'accounts',
  access: 'city',
  posts: ['commission-security-administrator'],
  fields: { 'path.city': 'city', ...fields },
  variants,
})
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

const countyMessages = {
  audience: 'people',
  access: 'county',
  posts: [...countyAdministrators],
} as const
/** Which day of one's own audit, and where its list goes on. */
const auditDay = { 'query.date': 'plain', 'query.after': 'plain', 'query.limit': 'plain' } as const

export const matrix: Readonly<Record<string, Row>> = {
  'list-messages': {
    route: 'GET /api/t/{county}/messages',
    ...countyMessages,
    fields: {
      'path.county': 'county',
      'query.month': 'plain',
      'query.after': 'plain',
      'query.limit': 'plain',
    },
    variants: [{ given: { 'query.limit': '3' }, allowed: 'all', verdict: '200' }],
  },
  'read-message-figures': {
    route: 'GET /api/t/{county}/messages/figures',
    ...countyMessages,
    fields: { 'path.county': 'county', 'query.month': 'plain' },
    variants: [{ given: {}, allowed: 'all', verdict: '200' }],
  },
  'resend-message': {
    route: 'POST /api/t/{county}/messages/{message}/resend',
    ...countyMessages,
    fields: {
      'path.county': 'county',
      'path.message': { id: 'message', missing: '404 unknown-message', loose: true },
      'body.version': 'plain',
    },
    variants: [{ given: STALE, allowed: 'all', verdict: '409 message-changed' }],
  },
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
  'read-contact': {
    route: 'GET /api/t/{county}/cases/{case}/contact',
    audience: 'staff',
    access: 'county',
    posts: [...countyPosts],
    fields: { 'path.county': 'county', 'path.case': caseFile },
    variants: [{ given: {}, allowed: 'all', verdict: '200' }],
  },
  'read-contact-in-clear': {
    route: 'POST /api/t/{county}/cases/{case}/contact-readings',
    audience: 'staff',
    access: 'county',
    posts: ['acceptor', 'shift-leader', 'inspector'],
    fields: { 'path.county': 'county', 'path.case': caseFile, 'body.reason': 'plain' },
    variants: [{ given: { 'body.reason': 'call-back' }, allowed: 'all', verdict: '200' }],
  },
  'list-acts': {
    route: 'GET /api/t/{county}/audit/acts',
    audience: 'audit',
    access: 'county',
    posts: ['auditor'],
    fields: { 'path.county': 'county', ...auditDay, 'query.actor': 'plain' },
    variants: [{ given: { 'query.date': '2026-11-24' }, allowed: 'all', verdict: '200' }],
  },
  'list-denials': {
    route: 'GET /api/t/{county}/audit/denials',
    audience: 'audit',
    access: 'county',
    posts: ['auditor'],
    fields: { 'path.county': 'county', ...auditDay },
    variants: [{ given: { 'query.date': '2026-11-24' }, allowed: 'all', verdict: '200' }],
  },
  'list-city-acts': {
    route: 'GET /api/city/{city}/audit/acts',
    audience: 'audit',
    access: 'city',
    posts: ['commission-auditor'],
    fields: { 'path.city': 'city', ...auditDay, 'query.actor': 'plain' },
    variants: [{ given: { 'query.date': '2026-11-24' }, allowed: 'all', verdict: '200' }],
  },
  'list-city-denials': {
    route: 'GET /api/city/{city}/audit/denials',
    audience: 'audit',
    access: 'city',
    posts: ['commission-auditor'],
    fields: { 'path.city': 'city', ...auditDay },
    variants: [{ given: { 'query.date': '2026-11-24' }, allowed: 'all', verdict: '200' }],
  },
  // the probe's county has an auditor of its own
  'list-acts-of-county': {
    route: 'GET /api/city/{city}/tenants/{tenant}/audit/acts',
    audience: 'audit',
    access: 'city',
    posts: ['commission-auditor'],
    fields: { 'path.city': 'city', 'path.tenant': 'plain', ...auditDay, 'query.actor': 'plain' },
    variants: ofTenant({ 'query.date': '2026-11-24' }, 'all', '403 administrator-in-county'),
  },
  'list-denials-of-county': {
    route: 'GET /api/city/{city}/tenants/{tenant}/audit/denials',
    audience: 'audit',
    access: 'city',
    posts: ['commission-auditor'],
    fields: { 'path.city': 'city', 'path.tenant': 'plain', ...auditDay },
    variants: ofTenant({ 'query.date': '2026-11-24' }, 'all', '403 administrator-in-county'),
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
  'export-tenant': {
    route: 'POST /api/city/{city}/tenants/{tenant}/exports',
    audience: 'leaving',
    access: 'city',
    posts: [...administrators],
    fields: { 'path.city': 'city', 'path.tenant': 'plain' },
    // without the founded one: each would be taken out once more
    variants: ofTenant({}, 'all', '201').slice(1),
  },
  'read-export': {
    route: 'GET /api/city/{city}/tenants/{tenant}/exports/{export}',
    audience: 'leaving',
    access: 'city',
    posts: [...administrators],
    fields: { 'path.city': 'city', 'path.tenant': 'plain', 'path.export': 'plain' },
    variants: ofTenant({ 'path.export': '1' }, 'all', '404 unknown-export'),
  },
  'erase-tenant': {
    route: 'POST /api/city/{city}/tenants/{tenant}/erasure',
    audience: 'leaving',
    access: 'city',
    posts: [...administrators],
    fields: {
      'path.city': 'city',
      'path.tenant': 'plain',
      'body.export': 'plain',
      'body.manifest': 'plain',
    },
    variants: ofTenant({ 'body.export': 1, 'body.manifest': '0'.repeat(64) }, 'all', '409 move-not-possible'),
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
          'secondFactor[]',
          'quietHours.from',
          'quietHours.to',
          'grants',
          'relaxed[]',
          'administratorsAtCommission[]',
        ].map((field): [string, Field] => [`body.settings.${field}`, 'plain']),
      ),
    },
    variants: ofTenant({ 'body.version': 999, 'body.settings': someSettings }, 'all', '409 tenant-changed'),
  },
  'spot-check': {
    route: 'POST /api/city/{city}/tenants/{tenant}/cases/{case}/spot-checks',
    audience: 'staff',
    access: 'city',
    posts: ['supervisor'],
    fields: {
      'path.city': 'city',
      'path.tenant': 'plain',
      'path.case': 'plain',
      'body.reason': 'plain',
    },
    variants: ofTenant(
      { 'path.case': '0'.repeat(26), 'body.reason': '抽查立案是否及时' },
      'all',
      '404 unknown-case',
    ),
  },
  'list-areas': onlyLooking('GET /api/t/{county}/organisation/areas'),
  'keep-area': countyChange(
    'POST /api/t/{county}/organisation/areas/{area}',
    {
      'path.area': { id: 'street', missing: '404 unknown-area' },
      ...plain('body.version', 'body.name', 'body.class', 'body.retired'),
    },
    {
      given: { ...STALE, 'body.name': '某街道', 'body.class': 'town', 'body.retired': false },
      verdict: '409 record-changed',
    },
  ),
  'list-grids': onlyLooking('GET /api/t/{county}/organisation/areas/{area}/grids', { 'path.area': street }),
  'keep-grid': countyChange(
    'POST /api/t/{county}/organisation/grids/{grid}',
    plain('path.grid', 'body.version', 'body.name', 'body.class', 'body.retired'),
    {
      given: { 'path.grid': '510104001001001', ...STALE, 'body.class': 'town', 'body.retired': true },
      verdict: '404 unknown-grid',
    },
  ),
  'lay-grids': countyChange(
    'POST /api/t/{county}/organisation/areas/{area}/outline',
    { 'path.area': street, ...plain('body.rings[][]', 'body.dryRun') },
    { given: { 'body.rings': aSquare, 'body.dryRun': true }, verdict: '200' },
  ),
  'import-grids': countyChange(
    'POST /api/t/{county}/organisation/grids',
    plain(
      'body.features[].code',
      'body.features[].name',
      'body.features[].class',
      'body.features[].rings[][]',
      'body.dryRun',
    ),
    // another county's code in it is a problem of its row, told to whoever sent it
    {
      given: { 'body.features': [{ code: '510104001001001', rings: aSquare }], 'body.dryRun': true },
      verdict: '200',
    },
  ),
  'list-units': amongPeople(onlyLooking('GET /api/t/{county}/organisation/units')),
  'keep-unit': amongPeople(
    countyChange(
      'POST /api/t/{county}/organisation/units/{unit}',
      {
        'path.unit': 'plain',
        'body.version': 'plain',
        ...plain(
          ...['name', 'kind', 'area', 'classes[]', 'lead', 'duty[]', 'actedFor', 'retired'].map(
            (field) => `body.unit.${field}`,
          ),
          'body.unit.contact.name',
          'body.unit.contact.phone',
        ),
      },
      { given: { 'path.unit': 'gas', ...STALE, 'body.unit': aUnit }, verdict: '409 record-changed' },
    ),
  ),
  'read-unit-contact': {
    ...onlyLooking('GET /api/t/{county}/organisation/units/{unit}/contact', { 'path.unit': 'plain' }),
    audience: 'people',
    posts: [...callers],
    variants: [{ given: { 'path.unit': 'no-such-unit' }, allowed: 'all', verdict: '404 unknown-unit' }],
  },
  'list-people': amongPeople(onlyLooking('GET /api/t/{county}/organisation/people')),
  'read-person': {
    ...onlyLooking('GET /api/t/{county}/organisation/people/{person}', { 'path.person': colleague }),
    audience: 'people',
    posts: [...callers],
  },
  'add-person': amongPeople(
    countyChange(
      'POST /api/t/{county}/organisation/people',
      plain('body.contact.name', 'body.contact.phone', 'body.posts[]', 'body.unit'),
      {
        given: { 'body.contact': aContact, 'body.posts': ['administrator', 'auditor'] },
        verdict: '409 administrators-separate',
      },
    ),
  ),
  'invite-again': {
    ...amongPeople(
      countyChange(
        'POST /api/t/{county}/organisation/people/{person}/invitation',
        { 'path.person': colleague },
        { given: {}, verdict: '200' },
      ),
    ),
    posts: ['security-administrator', 'administrator'],
  },
  'change-person': amongPeople(
    countyChange(
      'POST /api/t/{county}/organisation/people/{person}',
      {
        'path.person': colleague,
        ...plain('body.version', 'body.posts[]', 'body.unit', 'body.contact.name', 'body.contact.phone'),
      },
      { given: { ...STALE, 'body.posts': ['collector'] }, verdict: '409 record-changed' },
    ),
  ),
  'change-stand-ins': amongPeople(
    countyChange(
      'POST /api/t/{county}/organisation/people/{person}/stand-ins',
      {
        'path.person': colleague,
        ...plain(
          'body.version',
          'body.standIns[].post',
          'body.standIns[].for',
          'body.standIns[].from',
          'body.standIns[].until',
        ),
      },
      { given: { ...STALE, 'body.standIns': [] }, verdict: '409 record-changed' },
    ),
  ),
  'leave-county': amongPeople(
    countyChange(
      'POST /api/t/{county}/organisation/people/{person}/leave',
      { 'path.person': colleague, 'body.version': 'plain' },
      { given: STALE, verdict: '409 record-changed' },
    ),
  ),
  'list-accounts': securityRow('GET /api/t/{county}/accounts', {}, '200'),
  'act-on-account': securityRow(
    'POST /api/t/{county}/accounts/{person}/acts/{act}',
    { 'path.person': colleague, ...plain('path.act', 'body.version') },
    '409 record-changed',
  ),
  'list-commission-accounts': citySecurityRow('GET /api/city/{city}/accounts', {}, [
    { given: {}, allowed: 'all', verdict: '200' },
  ]),
  'act-on-commission-account': citySecurityRow(
    'POST /api/city/{city}/accounts/{person}/acts/{act}',
    plain('path.person', 'path.act', 'body.version'),
    [{ given: nobodysAccount, allowed: 'all', verdict: '404 unknown-person' }],
  ),
  // the probe's county has a security administrator of its own
  'list-county-accounts': citySecurityRow(
    'GET /api/city/{city}/tenants/{tenant}/accounts',
    plain('path.tenant'),
    ofTenant({}, 'all', '403 administrator-in-county'),
  ),
  'act-on-county-account': citySecurityRow(
    'POST /api/city/{city}/tenants/{tenant}/accounts/{person}/acts/{act}',
    plain('path.tenant', 'path.person', 'path.act', 'body.version'),
    ofTenant(nobodysAccount, 'all', '403 administrator-in-county'),
  ),
  'list-vacancies': amongPeople(
    onlyLooking('GET /api/t/{county}/organisation/vacancies', { 'query.date': 'plain' }),
  ),
  'read-duty': amongPeople(onlyLooking('GET /api/t/{county}/organisation/duty', { 'query.date': 'plain' })),
  'keep-duty': amongPeople(
    countyChange(
      'POST /api/t/{county}/organisation/duty',
      plain(
        'body.version',
        'body.table[].day',
        'body.table[].from',
        'body.table[].until',
        'body.table[].person',
        'body.table[].phone',
      ),
      { given: { ...STALE, 'body.table': [] }, verdict: '409 record-changed' },
    ),
  ),
  'list-beats': onlyLooking('GET /api/t/{county}/organisation/beats'),
  'keep-beat': countyChange(
    'POST /api/t/{county}/organisation/beats/{beat}',
    plain(
      'path.beat',
      'body.version',
      'body.beat.name',
      'body.beat.collector',
      'body.beat.grids[]',
      'body.beat.retired',
    ),
    {
      given: {
        'path.beat': 'b1',
        ...STALE,
        'body.beat': { name: '滨江路段', grids: [], retired: false },
      },
      verdict: '409 record-changed',
    },
  ),
  'list-commission-staff': {
    ...cityStaff('GET /api/city/{city}/staff', { 'query.date': 'plain' }, { given: {}, verdict: '200' }),
    posts: [...cityPosts],
  },
  'read-commission-person': cityStaff(
    'GET /api/city/{city}/staff/{person}',
    { 'path.person': 'plain' },
    { given: { 'path.person': 'nobody' }, verdict: '404 unknown-person' },
  ),
  'add-commission-person': cityStaff(
    'POST /api/city/{city}/staff',
    plain('body.contact.name', 'body.contact.phone', 'body.posts[]'),
    {
      given: {
        'body.contact': aContact,
        'body.posts': ['commission-administrator', 'commission-auditor'],
      },
      verdict: '409 administrators-separate',
    },
  ),
  'invite-commission-again': {
    ...cityStaff('POST /api/city/{city}/staff/{person}/invitation', plain('path.person'), {
      given: { 'path.person': 'nobody' },
      verdict: '404 unknown-person',
    }),
    posts: ['commission-security-administrator', 'commission-administrator'],
  },
  'change-commission-person': cityStaff(
    'POST /api/city/{city}/staff/{person}',
    plain('path.person', 'body.version', 'body.posts[]', 'body.contact.name', 'body.contact.phone'),
    {
      given: { 'path.person': 'nobody', ...STALE, 'body.posts': ['supervisor'] },
      verdict: '404 unknown-person',
    },
  ),
  'change-commission-stand-ins': cityStaff(
    'POST /api/city/{city}/staff/{person}/stand-ins',
    plain(
      'path.person',
      'body.version',
      'body.standIns[].post',
      'body.standIns[].for',
      'body.standIns[].from',
      'body.standIns[].until',
    ),
    {
      given: { 'path.person': 'nobody', ...STALE, 'body.standIns': [] },
      verdict: '404 unknown-person',
    },
  ),
  'leave-commission': cityStaff(
    'POST /api/city/{city}/staff/{person}/leave',
    plain('path.person', 'body.version'),
    { given: { 'path.person': 'nobody', ...STALE }, verdict: '404 unknown-person' },
  ),
  ...standardsRows,
  'start-import': {
    route: 'POST /api/t/{county}/imports',
    audience: 'imports',
    access: 'county',
    posts: ['administrator'],
    fields: { 'path.county': 'county', 'body.kind': 'plain', 'body.coordinates': 'plain' },
    variants: [{ given: { 'body.kind': 'areas' }, allowed: 'all', verdict: '201' }],
  },
  'list-imports': {
    route: 'GET /api/t/{county}/imports',
    audience: 'imports',
    access: 'county',
    posts: ['administrator'],
    fields: { 'path.county': 'county' },
    variants: [{ given: {}, allowed: 'all', verdict: '200' }],
  },
  'read-import': {
    route: 'GET /api/t/{county}/imports/{import}',
    audience: 'imports',
    access: 'county',
    posts: ['administrator'],
    fields: { 'path.county': 'county', 'path.import': ofImport },
    variants: [{ given: {}, allowed: 'all', verdict: '200' }],
  },
  'check-import': {
    route: 'POST /api/t/{county}/imports/{import}/check',
    audience: 'imports',
    access: 'county',
    posts: ['administrator'],
    fields: { 'path.county': 'county', 'path.import': ofImport, 'body.coordinates': 'plain' },
    variants: [{ given: {}, allowed: 'all', verdict: '200' }],
  },
  'apply-import': {
    route: 'POST /api/t/{county}/imports/{import}/apply',
    audience: 'imports',
    access: 'county',
    posts: ['administrator'],
    fields: { 'path.county': 'county', 'path.import': ofImport, 'body.version': 'plain' },
    // nothing was uploaded, so that nothing can be carried out
    variants: [{ given: { 'body.version': 1 }, allowed: 'all', verdict: '409 record-changed' }],
  },
  'read-import-template': {
    route: 'GET /api/t/{county}/imports/templates/{kind}',
    audience: 'imports',
    access: 'county',
    posts: ['administrator'],
    fields: { 'path.county': 'county', 'path.kind': 'plain' },
    variants: [{ given: { 'path.kind': 'areas' }, allowed: 'all', verdict: '200' }],
  },
}
