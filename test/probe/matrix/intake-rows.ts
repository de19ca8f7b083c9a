import type { Row, Variant, Verdict } from './row.ts'
import { countyPosts } from './row.ts'

/** Doors that anyone may come through, asked of a county that nobody has founded: whoever asks, nothing comes of it. */
const byAnyone = { audience: 'citizens', access: 'public' } as const
const plainSender = {
  'body.device': 'plain',
  'body.proof.challenge': 'plain',
  'body.proof.nonce': 'plain',
} as const
const DEVICE = { 'body.device': 'device-of-a-citizen' } as const
const NUMBER = '5999992026112400001'
const nowhere = (verdict: Verdict, given: Variant['given'] = {}): Row['variants'] => [
  {
    given: { 'path.county': '599999', ...given },
    allowed: 'all',
    verdict,
  },
]

const ofPhoto = { id: 'photo', missing: '404 unknown-photo' } as const

/** What comes in beside reports: everybody of the county may bring photos and see them, and ask where a point lies. */
export const intakeRows: Readonly<Record<string, Row>> = {
  'start-photo': {
    route: 'POST /api/t/{county}/photos',
    audience: 'photos',
    access: 'county',
    posts: [...countyPosts],
    fields: { 'path.county': 'county' },
    variants: [{ given: {}, allowed: 'all', verdict: '201' }],
  },
  'finish-photo': {
    route: 'POST /api/t/{county}/photos/{photo}/finish',
    audience: 'photos',
    access: 'county',
    posts: [...countyPosts],
    fields: { 'path.county': 'county', 'path.photo': ofPhoto },
    // nothing was uploaded
    variants: [{ given: {}, allowed: 'all', verdict: '409 photo-missing' }],
  },
  'read-photo': {
    route: 'GET /api/t/{county}/photos/{photo}',
    audience: 'photos',
    access: 'county',
    posts: [...countyPosts],
    fields: { 'path.county': 'county', 'path.photo': ofPhoto },
    variants: [{ given: {}, allowed: 'all', verdict: '200' }],
  },
  'locate-place': {
    route: 'GET /api/t/{county}/places/at',
    audience: 'intake',
    access: 'county',
    posts: [...countyPosts],
    fields: { 'path.county': 'county', 'query.longitude': 'plain', 'query.latitude': 'plain' },
    // nobody has drawn the probe's counties: the answer is the county itself
    variants: [
      { given: { 'query.longitude': '108.69', 'query.latitude': '30.93' }, allowed: 'all', verdict: '200' },
    ],
  },
  'find-same-problem': {
    route: 'POST /api/t/{county}/same-problem',
    audience: 'intake',
    access: 'county',
    posts: ['collector', 'acceptor', 'shift-leader', 'dispatcher'],
    fields: {
      'path.county': 'county',
      'body.kind': 'plain',
      'body.position.longitude': 'plain',
      'body.position.latitude': 'plain',
      'body.area': 'plain',
      'body.place': 'plain',
      'body.words': 'plain',
      'body.except': { id: 'case', missing: '200' },
    },
    variants: [
      {
        given: { 'body.words': '路灯不亮', 'body.place': '滨江路' },
        allowed: ['collector', 'acceptor', 'shift-leader', 'dispatcher'],
        verdict: '200',
      },
    ],
  },
  'list-components-near': {
    route: 'GET /api/t/{county}/components/near',
    audience: 'intake',
    access: 'county',
    posts: [...countyPosts],
    fields: { 'path.county': 'county', 'query.longitude': 'plain', 'query.latitude': 'plain' },
    variants: [
      { given: { 'query.longitude': '108.69', 'query.latitude': '30.93' }, allowed: 'all', verdict: '200' },
    ],
  },
  'read-own-shift': {
    route: 'GET /api/t/{county}/shifts/own',
    audience: 'intake',
    access: 'county',
    posts: ['collector', 'inspector', 'handler'],
    fields: { 'path.county': 'county' },
    variants: [{ given: {}, allowed: ['collector', 'inspector', 'handler'], verdict: '200' }],
  },
  'change-shift': {
    route: 'POST /api/t/{county}/shifts/own',
    audience: 'intake',
    access: 'county',
    posts: ['collector', 'inspector', 'handler'],
    fields: {
      'path.county': 'county',
      'body.onDuty': 'plain',
      'body.position.longitude': 'plain',
      'body.position.latitude': 'plain',
    },
    // nobody of the probe's counties has begun a shift, so none can end one
    variants: [
      {
        given: { 'body.onDuty': false },
        allowed: ['collector', 'inspector', 'handler'],
        verdict: '409 shift-as-asked',
      },
    ],
  },
  'start-public-photo': {
    route: 'POST /api/t/{county}/public/photos',
    ...byAnyone,
    audience: 'photos',
    fields: { 'path.county': 'plain', ...plainSender },
    variants: nowhere('403 channel-closed', DEVICE),
  },
  'finish-public-photo': {
    route: 'POST /api/t/{county}/public/photos/{photo}/finish',
    ...byAnyone,
    audience: 'photos',
    fields: { 'path.county': 'plain', 'path.photo': 'plain' },
    variants: nowhere('403 channel-closed', { 'path.photo': '0'.repeat(26) }),
  },
  'read-challenge': {
    route: 'GET /api/t/{county}/public/challenge',
    ...byAnyone,
    fields: { 'path.county': 'plain', 'query.for': 'plain' },
    variants: nowhere('403 channel-closed', { 'query.for': 'report' }),
  },
  'report-publicly': {
    route: 'POST /api/t/{county}/public/reports',
    ...byAnyone,
    fields: {
      'path.county': 'plain',
      'body.words': 'plain',
      'body.place': 'plain',
      'body.position.longitude': 'plain',
      'body.position.latitude': 'plain',
      'body.kind': 'plain',
      'body.photos[]': 'plain',
      'body.reporter.name': 'plain',
      'body.reporter.phone': 'plain',
      ...plainSender,
    },
    variants: nowhere('403 channel-closed', {
      ...DEVICE,
      'body.words': '路灯不亮',
      'body.place': '滨江路',
    }),
  },
  'read-progress': {
    route: 'GET /api/t/{county}/public/reports/{number}',
    ...byAnyone,
    fields: { 'path.county': 'plain', 'path.number': 'plain', 'query.code': 'plain' },
    variants: nowhere('404 unknown-report', { 'path.number': NUMBER, 'query.code': '0'.repeat(8) }),
  },
  'object-publicly': {
    route: 'POST /api/t/{county}/public/reports/{number}/objections',
    ...byAnyone,
    fields: {
      'path.county': 'plain',
      'path.number': 'plain',
      'body.code': 'plain',
      'body.reason': 'plain',
    },
    variants: nowhere('404 unknown-report', {
      'path.number': NUMBER,
      'body.code': '0'.repeat(8),
      'body.reason': '没有修好',
    }),
  },
  'read-public-county': {
    route: 'GET /api/t/{county}/public',
    ...byAnyone,
    fields: { 'path.county': 'plain' },
    variants: nowhere('403 channel-closed'),
  },
  'rate-publicly': {
    route: 'POST /api/t/{county}/public/reports/{number}/ratings',
    ...byAnyone,
    fields: {
      'path.county': 'plain',
      'path.number': 'plain',
      'body.code': 'plain',
      'body.rating': 'plain',
    },
    variants: nowhere('404 unknown-report', {
      'path.number': NUMBER,
      'body.code': '0'.repeat(8),
      'body.rating': 'good',
    }),
  },
  'list-nearby': {
    route: 'GET /api/t/{county}/public/nearby',
    ...byAnyone,
    fields: { 'path.county': 'plain', 'query.longitude': 'plain', 'query.latitude': 'plain' },
    variants: nowhere('403 channel-closed'),
  },
  'read-public-photo': {
    route: 'GET /api/t/{county}/public/photos/{photo}',
    ...byAnyone,
    audience: 'photos',
    fields: { 'path.county': 'plain', 'path.photo': 'plain', 'query.pass': 'plain' },
    variants: nowhere('404 unknown-photo', {
      'path.photo': '0'.repeat(26),
      'query.pass': '0'.repeat(22),
    }),
  },
}
