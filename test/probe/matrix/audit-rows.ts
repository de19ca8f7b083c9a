import { ofTenant } from './asking.ts'
import type { Row } from './row.ts'

/** Which day of one's own audit, and where its list goes on. */
const auditDay = { 'query.date': 'plain', 'query.after': 'plain', 'query.limit': 'plain' } as const

/** The audit, for the auditors. */
export const auditRows: Readonly<Record<string, Row>> = {
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
  'verify-day': {
    route: 'GET /api/t/{county}/audit/verification',
    audience: 'audit',
    access: 'county',
    posts: ['auditor'],
    fields: { 'path.county': 'county', 'query.date': 'plain' },
    variants: [{ given: { 'query.date': '2026-11-24' }, allowed: 'all', verdict: '200' }],
  },
  'verify-city-day': {
    route: 'GET /api/city/{city}/audit/verification',
    audience: 'audit',
    access: 'city',
    posts: ['commission-auditor'],
    fields: { 'path.city': 'city', 'query.date': 'plain' },
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
}
