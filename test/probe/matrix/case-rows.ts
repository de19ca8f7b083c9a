import type { CaseStage } from '../world.ts'
import { FOUNDED, ofTenant, plain } from './asking.ts'
import { countyPosts, type Row, UNIT, type Variant } from './row.ts'

const withoutPost = { otherwise: '403 post-not-held' } as const
const caseFile = { id: 'case', missing: '404 unknown-case' } as const

/** Where a queue is read by those whose work it is, and by the two who watch over everybody's. */
const queue = (post: (typeof countyPosts)[number]): Variant => ({
  given: { 'path.post': post, 'query.limit': '3', ...(isOfUnit(post) && { 'query.unit': UNIT }) },
  allowed: [post, ...(alsoReads[post] ?? []), 'shift-leader', 'leader'],
  verdict: '200',
  ...(isOfUnit(post) && { withinUnit: ['handler', 'unit-head'] as const }),
  ...withoutPost,
})

/** The list of a unit: read by its own people, and by the dispatcher who acts for units without accounts. */
const isOfUnit = (post: string) => post === 'handler' || post === 'unit-head'
const alsoReads: Readonly<Partial<Record<string, Variant['allowed'] & object>>> = {
  inspector: ['collector'],
  handler: ['unit-head', 'dispatcher'],
  'unit-head': ['dispatcher'],
}

/** As many acts as brought a case to its stage. */
const versionAt = { reported: 1, accepted: 2, dispatched: 4, handling: 5, asked: 6 } as const

const unitsPeople = ['handler', 'unit-head'] as const
/** What the people of the unit that has the case may do, and those of no other. */
const ofUnit = (uses: CaseStage, allowed: readonly (typeof unitsPeople)[number][] = unitsPeople) => ({
  allowed,
  withinUnit: allowed,
  uses,
  verdict: '200' as const,
})

const act = (
  action: string,
  shown: object,
  rest: Pick<Variant, 'allowed' | 'verdict' | 'uses' | 'withinUnit'>,
) => ({
  given: {
    'path.action': action,
    'body.version': versionAt[rest.uses ?? 'reported'],
    'body.evidence': shown,
  },
  ...withoutPost,
  ...rest,
})

/** What an act may be asked to show. */
const evidence = (at: string) =>
  plain(
    ...[
      ...[
        'reason',
        'filingCondition',
        'closingCondition',
        'unit',
        'assisting[]',
        'photos[]',
        'photosBefore[]',
      ],
      ...['words', 'until', 'case', 'to', 'proof', 'person', 'way'],
    ].map((name) => `${at}.${name}`),
  )

const linkHeld = {
  'path.county': '500235',
  'path.case': '0'.repeat(26),
  'body.secret': 'x'.repeat(43),
  'body.device': 'd'.repeat(22),
}

/** Cases: reporting, reading, acting; the county itself. */
export const caseRows: Readonly<Record<string, Row>> = {
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
      'body.channel': 'plain',
      'body.area': 'plain',
      'body.component': 'plain',
      'body.urgent': 'plain',
      'body.photos[]': 'plain',
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
      ...evidence('body.evidence'),
    },
    variants: [
      act('accept', {}, { allowed: ['acceptor'], verdict: '200', uses: 'reported' }),
      act('send-to-verify', {}, { allowed: ['acceptor'], verdict: '200', uses: 'reported' }),
      act(
        'self-handle',
        { photosBefore: ['0'.repeat(26)], photos: ['1'.repeat(26)] },
        { allowed: ['collector'], verdict: '400 invalid-input', uses: 'reported' },
      ),
      act(
        'transfer',
        { to: '市公安局', reason: '属治安事项' },
        { allowed: ['dispatcher'], verdict: '200', uses: 'reported' },
      ),
      act('mark-grave', { reason: '危及行人' }, { allowed: ['leader'], verdict: '200', uses: 'reported' }),
      act('remind', {}, { allowed: ['shift-leader', 'dispatcher'], verdict: '200', uses: 'reported' }),
      act(
        'supervise',
        { reason: '久拖不决' },
        { allowed: ['leader', 'shift-leader'], verdict: '200', uses: 'reported' },
      ),
      act('ask-void', { reason: '误报' }, { allowed: ['acceptor'], verdict: '200', uses: 'accepted' }),
      act('reject', { reason: '不在范围内' }, { allowed: ['acceptor'], verdict: '200', uses: 'reported' }),
      act(
        'file',
        { filingCondition: '10137-1' },
        { allowed: ['shift-leader'], verdict: '200', uses: 'accepted' },
      ),
      act('refuse', { reason: '已经修复' }, { allowed: ['shift-leader'], verdict: '200', uses: 'accepted' }),
      act('sign', {}, ofUnit('dispatched')),
      act('return', { reason: '不属本单位职责' }, ofUnit('dispatched')),
      act(
        'sign-on-behalf',
        { proof: '十时电话告知该所值班员' },
        { allowed: ['dispatcher'], verdict: '200', uses: 'dispatched' },
      ),
      act(
        'report-back',
        { photos: ['1'.repeat(26)] },
        { ...ofUnit('handling'), verdict: '400 invalid-input' },
      ),
      act('ask-extension', { reason: '配件未到' }, ofUnit('handling')),
      act(
        'ask-suspension',
        { reason: '等待道路开挖许可', until: '2026-12-20T00:00:00Z' },
        ofUnit('handling'),
      ),
      // nobody of the county's lists works in the unit
      act('assign', { person: 'p1' }, { ...ofUnit('handling', ['unit-head']), verdict: '400 invalid-input' }),
      act('approve-extension', {}, ofUnit('asked', ['unit-head'])),
      act('decline', { reason: '配件库中尚有' }, ofUnit('asked', ['unit-head'])),
      { ...act('mark-overdue', {}, { allowed: [], verdict: '200' }), otherwise: '403 system-only' },
    ],
  },
  'act-in-series': {
    route: 'POST /api/t/{county}/cases/{case}/acts',
    audience: 'staff',
    access: 'county',
    fields: {
      'path.county': 'county',
      'path.case': caseFile,
      'body.version': 'plain',
      'body.acts[].action': 'plain',
      ...evidence('body.acts[].evidence'),
    },
    variants: [
      {
        given: {
          'body.version': 2,
          'body.acts': [{ action: 'file', evidence: { filingCondition: '10137-1' } }],
        },
        allowed: ['shift-leader'],
        verdict: '200',
        uses: 'accepted',
        ...withoutPost,
      },
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
      'query.unit': 'plain',
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
  'make-handling-link': {
    route: 'POST /api/t/{county}/cases/{case}/handling-links',
    audience: 'staff',
    access: 'county',
    posts: ['dispatcher'],
    fields: { 'path.county': 'county', 'path.case': caseFile },
    // the case of the probe is with no unit yet
    variants: [{ given: {}, allowed: 'all', verdict: '409 link-not-possible' }],
  },
  'open-handling-link': {
    route: 'POST /api/t/{county}/handling-links/{case}/openings',
    audience: 'staff',
    access: 'public',
    fields: {
      'path.county': 'plain',
      'path.case': 'plain',
      'body.secret': 'plain',
      'body.device': 'plain',
    },
    // nobody knows the secret
    variants: [{ given: linkHeld, allowed: 'all', verdict: '404 link-over' }],
  },
  'act-by-handling-link': {
    route: 'POST /api/t/{county}/handling-links/{case}/actions/{action}',
    audience: 'staff',
    access: 'public',
    fields: {
      'path.county': 'plain',
      'path.case': 'plain',
      'path.action': 'plain',
      'body.secret': 'plain',
      'body.device': 'plain',
      'body.version': 'plain',
      ...evidence('body.evidence'),
    },
    variants: [
      {
        given: { ...linkHeld, 'path.action': 'sign', 'body.version': 1 },
        allowed: 'all',
        verdict: '404 link-over',
      },
    ],
  },
  'list-cases-to-check': {
    route: 'GET /api/city/{city}/tenants/{tenant}/work',
    audience: 'staff',
    access: 'city',
    posts: ['supervisor'],
    fields: { 'path.city': 'city', 'path.tenant': 'plain', 'query.post': 'plain', 'query.unit': 'plain' },
    variants: [
      ...ofTenant({ 'query.post': 'acceptor' }, 'all', '200'),
      {
        given: { 'path.tenant': FOUNDED, 'query.post': 'handler' },
        allowed: 'all',
        verdict: '400 invalid-input',
      },
    ],
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
  'survey-work': {
    route: 'GET /api/t/{county}/work',
    audience: 'staff',
    access: 'county',
    posts: [...countyPosts],
    fields: { 'path.county': 'county' },
    variants: [{ given: {}, allowed: 'all', verdict: '200' }],
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
}
