import { plain, STALE } from './asking.ts'
import { countyPosts, type Row } from './row.ts'

const readers = ['dispatcher', 'shift-leader', 'leader', 'evaluator', 'administrator'] as const
const triers = ['dispatcher', 'shift-leader', 'administrator'] as const

const aRule = plain(
  ...['id', 'order', 'lead', 'assisting[]', 'basis'].map((field) => `body.rules[].${field}`),
  ...['kinds[]', 'areas[]', 'owners[]', 'hours'].map((field) => `body.rules[].when.${field}`),
)

const ofCounty = { audience: 'standards', access: 'county' } as const

/** Who is sent what: the rules of a county and the rulings before them. */
export const dispatchRows: Readonly<Record<string, Row>> = {
  'read-rule-book': {
    route: 'GET /api/t/{county}/dispatch-rules',
    ...ofCounty,
    posts: readers,
    fields: { 'path.county': 'county', 'query.version': 'plain' },
    variants: [
      { given: {}, allowed: 'all', verdict: '200' },
      { given: { 'query.version': '999999' }, allowed: 'all', verdict: '404 unknown-rule-book' },
    ],
  },
  'list-rule-books': {
    route: 'GET /api/t/{county}/dispatch-rules/versions',
    ...ofCounty,
    posts: readers,
    fields: { 'path.county': 'county' },
    variants: [{ given: {}, allowed: 'all', verdict: '200' }],
  },
  'replace-rule-book': {
    route: 'POST /api/t/{county}/dispatch-rules',
    ...ofCounty,
    posts: ['dispatcher', 'administrator'],
    fields: { 'path.county': 'county', ...plain('body.version', 'body.reason'), ...aRule },
    variants: [
      {
        given: { ...STALE, 'body.reason': '按新的责任清单调整', 'body.rules': [] },
        allowed: 'all',
        verdict: '409 record-changed',
      },
    ],
  },
  'review-rule-book': {
    route: 'POST /api/t/{county}/dispatch-rules/review',
    ...ofCounty,
    posts: triers,
    fields: { 'path.county': 'county', ...aRule },
    variants: [{ given: { 'body.rules': [] }, allowed: 'all', verdict: '200' }],
  },
  'simulate-rule-book': {
    route: 'POST /api/t/{county}/dispatch-rules/simulation',
    ...ofCounty,
    posts: triers,
    fields: { 'path.county': 'county', 'body.months': 'plain', ...aRule },
    variants: [{ given: { 'body.months': 1, 'body.rules': [] }, allowed: 'all', verdict: '200' }],
  },
  'list-precedents': {
    route: 'GET /api/t/{county}/dispatch-precedents',
    ...ofCounty,
    posts: [...countyPosts],
    fields: { 'path.county': 'county', 'query.kind': 'plain' },
    variants: [{ given: {}, allowed: 'all', verdict: '200' }],
  },
}
