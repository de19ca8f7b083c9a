import type { Row } from './row.ts'

const seats = ['acceptor', 'shift-leader'] as const

/** The hotline: callers' numbers are for those who answer, and its log for who watches over it. */
export const hotlineRows: Readonly<Record<string, Row>> = {
  'look-up-caller': {
    route: 'POST /api/t/{county}/hotline/lookups',
    audience: 'hotline',
    access: 'county',
    posts: [...seats],
    fields: { 'path.county': 'county', 'body.phone': 'plain' },
    variants: [{ given: { 'body.phone': '13700000000' }, allowed: 'all', verdict: '200' }],
  },
  'record-call': {
    route: 'POST /api/t/{county}/hotline/calls',
    audience: 'hotline',
    access: 'county',
    posts: [...seats],
    fields: {
      'path.county': 'county',
      'body.phone': 'plain',
      'body.name': 'plain',
      'body.kind': 'plain',
      'body.urgency': 'plain',
      'body.words': 'plain',
      'body.answer': 'plain',
      'body.caseId': { id: 'case', missing: '404 unknown-case' },
    },
    variants: [
      {
        given: { 'body.phone': '13700000000', 'body.kind': 'consultation', 'body.words': '何时供水' },
        allowed: 'all',
        verdict: '201',
      },
    ],
  },
  'list-calls': {
    route: 'GET /api/t/{county}/hotline/calls',
    audience: 'hotline',
    access: 'county',
    posts: [...seats, 'leader', 'evaluator'],
    fields: { 'path.county': 'county', 'query.date': 'plain' },
    variants: [{ given: { 'query.date': '2026-11-24' }, allowed: 'all', verdict: '200' }],
  },
}
