import { countyAdministrators, STALE } from './asking.ts'
import type { Row } from './row.ts'

const countyClients = {
  audience: 'exchange',
  access: 'county',
  posts: [...countyAdministrators],
} as const

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
}
