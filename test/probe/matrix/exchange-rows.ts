import { countyAdministrators, STALE } from './asking.ts'
import type { Row } from './row.ts'

const countyClients = {
  audience: 'exchange',
  access: 'county',
  posts: [...countyAdministrators],
} as const

const webhook = { id: 'webhook', missing: '404 unknown-webhook' } as const
const client = { id: 'client', missing: '404 unknown-client' } as const

/** Programs that a county lets in, and their keys: its administrators' alone. */
export const exchangeRows: Readonly<Record<string, Row>> = {
  'list-clients': {
    route: 'GET /api/t/{county}/clients',
    ...countyClients,
    fields: { 'path.county': 'county' },
    variants: [{ given: {}, allowed: 'all', verdict: '200' }],
  },
  'create-client': {
    route: 'POST /api/t/{county}/clients',
    ...countyClients,
    fields: { 'path.county': 'county', 'body.name': 'plain' },
    variants: [{ given: { 'body.name': '测试平台' }, allowed: 'all', verdict: '201' }],
  },
  'renew-client-key': {
    route: 'POST /api/t/{county}/clients/{client}/key',
    ...countyClients,
    fields: { 'path.county': 'county', 'path.client': client, 'body.version': 'plain' },
    variants: [{ given: STALE, allowed: 'all', verdict: '409 client-changed' }],
  },
  'revoke-client': {
    route: 'POST /api/t/{county}/clients/{client}/revocation',
    ...countyClients,
    fields: { 'path.county': 'county', 'path.client': client, 'body.version': 'plain' },
    variants: [{ given: STALE, allowed: 'all', verdict: '409 client-changed' }],
  },
  'list-webhooks': {
    route: 'GET /api/t/{county}/webhooks',
    ...countyClients,
    fields: { 'path.county': 'county' },
    variants: [{ given: {}, allowed: 'all', verdict: '200' }],
  },
  'create-webhook': {
    route: 'POST /api/t/{county}/webhooks',
    ...countyClients,
    fields: {
      'path.county': 'county',
      'body.client': client,
      'body.url': 'plain',
      'body.events[]': 'plain',
    },
    variants: [
      {
        given: { 'body.url': 'https://example.org/', 'body.events': ['case.done'] },
        allowed: 'all',
        verdict: '201',
      },
    ],
  },
  'switch-webhook': {
    route: 'POST /api/t/{county}/webhooks/{webhook}/state',
    ...countyClients,
    fields: {
      'path.county': 'county',
      'path.webhook': webhook,
      'body.version': 'plain',
      'body.state': 'plain',
    },
    variants: [{ given: { ...STALE, 'body.state': 'off' }, allowed: 'all', verdict: '409 webhook-changed' }],
  },
  'list-deliveries': {
    route: 'GET /api/t/{county}/webhooks/{webhook}/deliveries',
    ...countyClients,
    fields: { 'path.county': 'county', 'path.webhook': webhook, 'query.after': 'plain' },
    variants: [{ given: {}, allowed: 'all', verdict: '200' }],
  },
  'replay-delivery': {
    route: 'POST /api/t/{county}/webhooks/{webhook}/deliveries/{delivery}/replay',
    ...countyClients,
    fields: {
      'path.county': 'county',
      'path.webhook': webhook,
      'path.delivery': 'plain',
      'body.version': 'plain',
    },
    variants: [
      {
        given: { ...STALE, 'path.delivery': '0'.repeat(26) },
        allowed: 'all',
        verdict: '404 unknown-delivery',
      },
    ],
  },
}
