import { colleague, ofTenant, plain, STALE } from './asking.ts'
import type { Row, Verdict } from './row.ts'

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

/** Accounts, for the security administrators. */
export const accountRows: Readonly<Record<string, Row>> = {
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
}
