import { countyAdministrators, STALE } from './asking.ts'
import type { Row } from './row.ts'

const countyMessages = {
  audience: 'people',
  access: 'county',
  posts: [...countyAdministrators],
} as const

/** Messages of a county. */
export const messageRows: Readonly<Record<string, Row>> = {
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
}
