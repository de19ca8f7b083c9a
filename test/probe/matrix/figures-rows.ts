import { ofTenant } from './asking.ts'
import type { Field, Row } from './row.ts'

/** Figures: a county's for those who are judged by them, all counties' for who watches over them. */

const query: Readonly<Record<string, Field>> = {
  'query.period': 'plain',
  'query.day': 'plain',
  'query.by': 'plain',
  'query.counted': 'plain',
}
const watchers = ['supervisor', 'commission-administrator'] as const

export const figuresRows: Readonly<Record<string, Row>> = {
  'read-figures': {
    route: 'GET /api/t/{county}/figures',
    audience: 'figures',
    access: 'county',
    posts: ['evaluator', 'leader', 'shift-leader', 'dispatcher', 'unit-head'],
    fields: { 'path.county': 'county', ...query },
    variants: [
      { given: {}, allowed: 'all', verdict: '200' },
      { given: { 'query.by': 'post', 'query.counted': 'published' }, allowed: 'all', verdict: '200' },
    ],
  },
  'read-county-figures': {
    route: 'GET /api/city/{city}/tenants/{tenant}/figures',
    audience: 'figures',
    access: 'city',
    posts: [...watchers],
    fields: { 'path.city': 'city', 'path.tenant': 'plain', ...query },
    variants: ofTenant({}, 'all', '200'),
  },
  'read-overview': {
    route: 'GET /api/city/{city}/overview',
    audience: 'figures',
    access: 'city',
    posts: [...watchers],
    fields: { 'path.city': 'city' },
    variants: [{ given: {}, allowed: 'all', verdict: '200' }],
  },
}
