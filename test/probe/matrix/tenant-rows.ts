import { commissionAdministrators, countyChange, FOUNDED, ofTenant, onlyLooking } from './asking.ts'
import { cityPosts, type Field, type Row } from './row.ts'

/** What a county keeps of its settings itself, and what the commission alone keeps for it. */
const ownSettings = {
  placeName: '云阳',
  limits: {},
  mergedPosts: [],
  channels: ['hotline'],
  masks: { phones: 'middle', names: 'given' },
  quietHours: { from: '22:00', to: '07:00' },
}
const someSettings = { ...ownSettings, catalogue: 'base-1', calendar: 'default-2026' }

const ownFields = [
  'placeName',
  'limits',
  'ladder',
  'filedByRule[].condition',
  'filedByRule[].channels[]',
  'mergedPosts[][]',
  'channels[]',
  'masks.phones',
  'masks.names',
  'quietHours.from',
  'quietHours.to',
  'grants',
  'remoteInspections',
  'requestLimit.amount',
  'requestLimit.unit',
]
const commissionFields = [
  'catalogue',
  'calendar',
  'secondFactor[]',
  'relaxed[]',
  'administratorsAtCommission[]',
]
const inSettings = (...fields: string[]) =>
  Object.fromEntries(fields.map((field): [string, Field] => [`body.settings.${field}`, 'plain']))

/** Cities and counties, for the commission; what a county keeps of its settings, for its own administrator. */
export const tenantRows: Readonly<Record<string, Row>> = {
  'read-settings': {
    route: 'GET /api/t/{county}/settings',
    audience: 'organisation',
    access: 'county',
    posts: ['administrator', 'security-administrator', 'auditor', 'leader'],
    fields: { 'path.county': 'county' },
    variants: [{ given: {}, allowed: 'all', verdict: '200' }],
  },
  'keep-settings': countyChange(
    'POST /api/t/{county}/settings',
    { 'body.version': 'plain', ...inSettings(...ownFields) },
    { given: { 'body.version': 999, 'body.settings': ownSettings }, verdict: '409 record-changed' },
  ),
  'list-phrases': onlyLooking('GET /api/t/{county}/phrases'),
  'keep-phrases': {
    ...countyChange(
      'POST /api/t/{county}/phrases',
      { 'body.version': 'plain', 'body.phrases': 'plain' },
      {
        given: { 'body.version': 999, 'body.phrases': { return: ['不属于本单位职责范围。'] } },
        verdict: '409 record-changed',
      },
    ),
    posts: ['administrator', 'shift-leader'],
  },
  'keep-city': {
    route: 'POST /api/city/{city}',
    audience: 'commission',
    access: 'city',
    posts: [...commissionAdministrators],
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
    posts: [...commissionAdministrators],
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
    posts: [...commissionAdministrators],
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
    posts: [...commissionAdministrators],
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
    posts: [...commissionAdministrators],
    fields: {
      'path.city': 'city',
      'path.tenant': 'plain',
      'body.version': 'plain',
      ...inSettings(...ownFields, ...commissionFields),
    },
    variants: ofTenant({ 'body.version': 999, 'body.settings': someSettings }, 'all', '409 tenant-changed'),
  },
  'export-tenant': {
    route: 'POST /api/city/{city}/tenants/{tenant}/exports',
    audience: 'leaving',
    access: 'city',
    posts: [...commissionAdministrators],
    fields: { 'path.city': 'city', 'path.tenant': 'plain' },
    // without the founded one: each would be taken out once more
    variants: ofTenant({}, 'all', '201').slice(1),
  },
  'read-export': {
    route: 'GET /api/city/{city}/tenants/{tenant}/exports/{export}',
    audience: 'leaving',
    access: 'city',
    posts: [...commissionAdministrators],
    fields: { 'path.city': 'city', 'path.tenant': 'plain', 'path.export': 'plain' },
    variants: ofTenant({ 'path.export': '1' }, 'all', '404 unknown-export'),
  },
  'erase-tenant': {
    route: 'POST /api/city/{city}/tenants/{tenant}/erasure',
    audience: 'leaving',
    access: 'city',
    posts: [...commissionAdministrators],
    fields: {
      'path.city': 'city',
      'path.tenant': 'plain',
      'body.export': 'plain',
      'body.manifest': 'plain',
    },
    variants: ofTenant({ 'body.export': 1, 'body.manifest': '0'.repeat(64) }, 'all', '409 move-not-possible'),
  },
}
